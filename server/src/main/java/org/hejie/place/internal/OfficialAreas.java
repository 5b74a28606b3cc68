package org.hejie.place.internal;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * Brings the official divisions that come with this build into the database, before the server takes
 * its first request. An area the county has changed since keeps its versions.
 */
@Component
class OfficialAreas implements SmartInitializingSingleton {

    private final PlaceWriter writer;

    OfficialAreas(PlaceWriter writer) {
        this.writer = writer;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var areas = PlaceFiles.areas();
        writer.addUnknownAreas(areas);
        writer.addEnglishNames(areas);
    }
}
