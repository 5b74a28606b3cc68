package org.hejie.place.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.hejie.place.Area;
import org.hejie.place.AreaCode;
import org.hejie.place.Center;
import org.hejie.place.CenterId;
import org.hejie.place.Jurisdiction;
import org.hejie.place.PlaceImport;
import org.hejie.place.internal.CountyChecks.KnownPlaces;
import org.hejie.place.internal.CountyFiles.Read;
import org.hejie.place.internal.PlaceVersions.Overlapping;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads all, checks all, then writes all or nothing, and has the memory follow. */
@Service
class KeptPlaceImport implements PlaceImport {

    private final PlaceVersions versions;
    private final CurrentPlaces places;
    private final JdbcClient jdbc;
    private final AreaCode county;
    private final TransactionTemplate apart;

    KeptPlaceImport(PlaceVersions versions, CurrentPlaces places, JdbcClient jdbc, @Value("${hejie.county}") String county,
            PlatformTransactionManager transactions) {
        this.versions = versions;
        this.places = places;
        this.jdbc = jdbc;
        this.county = AreaCode.parse(county);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public Outcome take(Path folder) {
        if (Stream.of(AREAS, CENTERS, JURISDICTIONS, GRIDS).noneMatch(name -> Files.exists(folder.resolve(name)))) {
            throw new IllegalArgumentException("the folder holds no file of places");
        }
        List<RowError> errors = new ArrayList<>();
        var files = new CountyFiles(errors);
        List<Read<Area>> areas = files.areas(folder);
        List<Read<Center>> centers = files.centers(folder);
        List<Read<Jurisdiction>> jurisdictions = files.jurisdictions(folder);
        List<Read<GridShape>> grids = files.grids(folder);
        int rows = files.read();
        var checks = new CountyChecks(county, known(), areas, centers);
        checks.areas(areas);
        checks.centers(centers);
        checks.jurisdictions(jurisdictions);
        checks.grids(grids);
        int written = 0;
        if (errors.isEmpty()) {
            try {
                written = apart.execute(status -> versions.areas(areas) + versions.centers(centers)
                        + versions.jurisdictions(jurisdictions) + versions.grids(grids));
                places.reload();
            } catch (Overlapping overlapping) {
                overlapping.row().reject("from", "OVERLAPS_VERSION");
            }
        }
        return new Outcome(rows, written, errors);
    }

    private KnownPlaces known() {
        return new KnownPlaces(
                new HashSet<>(jdbc.sql("select distinct code from place.area").query((row, number) -> new AreaCode(row.getString(1))).list()),
                new HashSet<>(jdbc.sql("select distinct id from place.center").query((row, number) -> new CenterId(row.getString(1))).list()));
    }
}
