package org.hejie.place.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hejie.place.Area;
import org.hejie.place.AreaCode;
import org.hejie.place.AreaLevel;
import org.hejie.place.Center;
import org.hejie.place.CenterId;
import org.hejie.place.CenterLevel;
import org.hejie.place.Jurisdiction;

/** The centres of the demo county and what they manage: 18 for 20 towns, and one for the county. */
final class SchematicCenters {

    private static final String OWN = "演示县：属地管理";
    private static final String CUSTODY = "演示县的假设：由邻近的乡镇综治中心托管";

    private final Map<AreaCode, Area> areas;
    private final LocalDate from;

    SchematicCenters(List<Area> areas, LocalDate from) {
        this.areas = areas.stream().collect(Collectors.toMap(Area::code, Function.identity()));
        this.from = from;
    }

    /** The county's centre and the towns' centres, named after the area they stand in. */
    List<Center> centers() {
        return PlaceFiles.schematicCenters().stream().map(this::center).toList();
    }

    /** The county under its own centre, and each town under the centre the file names. */
    List<Jurisdiction> jurisdictions() {
        Map<CenterId, AreaCode> seats = PlaceFiles.schematicCenters().stream()
                .collect(Collectors.toMap(CenterSite::id, CenterSite::seat));
        List<Jurisdiction> all = new ArrayList<>();
        seats.forEach((center, seat) -> {
            if (seat.level() == AreaLevel.COUNTY) {
                all.add(new Jurisdiction(seat, center, false, OWN, from, null));
            }
        });
        for (TownSite site : PlaceFiles.schematicTowns()) {
            boolean custody = !site.town().equals(seats.get(site.center()));
            all.add(new Jurisdiction(site.town(), site.center(), custody, custody ? CUSTODY : OWN, from, null));
        }
        return all;
    }

    private Center center(CenterSite site) {
        Area seat = areas.get(site.seat());
        if (seat == null) {
            throw new IllegalStateException("a centre stands in an area that is not known");
        }
        return new Center(
                site.id(),
                seat.name() + "综治中心",
                seat.nameEn() + " Governance Centre",
                seat.level() == AreaLevel.COUNTY ? CenterLevel.COUNTY : CenterLevel.TOWN,
                site.seat(), site.at(), site.floorAreaM2(), from, null);
    }
}
