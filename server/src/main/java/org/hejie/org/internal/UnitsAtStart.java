package org.hejie.org.internal;

import org.hejie.org.CountyUnits;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Brings the units in line with the places at every start, before anybody signs in. */
@Component
class UnitsAtStart {

    private final CountyUnits units;

    UnitsAtStart(CountyUnits units) {
        this.units = units;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(0)
    void follow() {
        units.build();
    }
}
