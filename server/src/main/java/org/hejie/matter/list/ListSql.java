package org.hejie.matter.list;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hejie.matter.MatterCode;
import org.hejie.matter.MatterStatus;
import org.hejie.org.Units;
import org.hejie.place.AreaCode;
import org.hejie.place.AreaLevel;
import org.hejie.shared.Times;
import org.jspecify.annotations.Nullable;

/**
 * Builds a list as branches, each of which is one range of one index in the order wanted; the list is their merge.
 * Nothing from outside is written into the text: values go as parameters, the rest are words of ours.
 */
final class ListSql {

    /** The deadline, of what has none at the end; the words are those of the index. */
    static final String DUE = "(case when m.due_at is null then 'infinity'::timestamptz else m.due_at end)";

    private static final String HAND = "(case when m.lead_unit is null then m.home_unit else m.lead_unit end)";

    /** Statuses no procedure ends in, so that an index on open matters serves. */
    private static final Set<MatterStatus> NEVER_AN_END = Set.of(MatterStatus.REGISTERED, MatterStatus.ACCEPTED,
            MatterStatus.TRIAGED, MatterStatus.ASSIGNED, MatterStatus.IN_PROGRESS, MatterStatus.SUSPENDED,
            MatterStatus.EXT_PENDING, MatterStatus.ADJUDICATION, MatterStatus.RESULT_SUBMITTED, MatterStatus.REOPENED);

    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private final List<String> branches = new ArrayList<>();
    private final StringBuilder filter = new StringBuilder();

    /** How a list is ordered. */
    enum Order {
        DUE(ListSql.DUE + ", m.id", "due_at nulls last, id", " and (" + ListSql.DUE + ", m.id) > (:at, :id)"),
        NEWEST("m.registered_at desc, m.id desc", "registered_at desc, id desc", " and (m.registered_at, m.id) < (:at, :id)");

        private final String within;
        private final String merged;
        private final String after;

        Order(String within, String merged, String after) {
            this.within = within;
            this.merged = merged;
            this.after = after;
        }
    }

    /** The place in the order after which the page begins. */
    record Key(OffsetDateTime at, long id) {
    }

    ListSql(Filter wanted, Units units, Instant now) {
        bind("now", Times.utc(now));
        filter(wanted, units);
    }

    private void filter(Filter wanted, Units units) {
        if (wanted.line() != null) {
            and("m.line = :line", "line", wanted.line().digit());
        }
        if (wanted.categories() != null) {
            and("m.category = any (:categories)", "categories", wanted.categories().toArray(String[]::new));
        }
        if (wanted.area() != null) {
            area(wanted.area(), units);
        }
        if (wanted.unit() != null) {
            and("m.lead_unit = :unit", "unit", wanted.unit());
        }
        if (wanted.risk() != null) {
            filter.append(switch (wanted.risk()) {
                case RED -> " and m.red_risk";
                case CHECK -> " and m.risk_check_required";
            });
        }
        if (wanted.from() != null) {
            and("m.registered_at >= :from", "from", wanted.from().atStartOfDay(Times.ZONE).toOffsetDateTime());
        }
        if (wanted.to() != null) {
            and("m.registered_at < :to", "to", wanted.to().plusDays(1).atStartOfDay(Times.ZONE).toOffsetDateTime());
        }
    }

    private void area(AreaCode area, Units units) {
        if (area.level() == AreaLevel.TOWN || area.level() == AreaLevel.VILLAGE) {
            and("m.home_center = :areaCenter", "areaCenter", units.ofTown(area.town()).id().value());
        }
        and("starts_with(m.area_code, :area)", "area", area.value());
    }

    /** Adds a condition that holds in every branch. */
    void and(String condition, String name, Object value) {
        filter.append(" and ").append(condition);
        bind(name, value);
    }

    /**
     * The work of a bucket: of the county by deadline or by status, of others by the units in whose hands it lies.
     *
     * @param helped matters the units help with now, none for the county
     */
    void work(Bucket bucket, Set<MatterStatus> statuses, Reach reach, Collection<Long> helped) {
        String open = "m.open" + bucket.condition();
        if (reach.county() && bucket.byDeadline()) {
            branches.add(open + statuses(bucket, statuses));
            return;
        }
        if (reach.county()) {
            statuses.forEach(status -> branches.add(open + " and m.status = '" + status.name() + "'"));
            return;
        }
        String status = statuses(bucket, statuses);
        bind("units", longs(reach.units()));
        branches.add(open + " and " + HAND + " = any (:units)" + status);
        if (!helped.isEmpty()) {
            bind("helped", longs(helped));
            branches.add(open + " and not " + HAND + " = any (:units)" + status
                    + " and m.id = any (:helped)");
        }
    }

    /**
     * That the status is one of them. By deadline it is said of those left out: what is in so long a list PostgreSQL may look
     * up by status, all that is open, and only then ask whose it is and when it is due.
     */
    private static String statuses(Bucket bucket, Set<MatterStatus> statuses) {
        return bucket.byDeadline() ? " and m.status not in (" + list(EnumSet.complementOf(EnumSet.copyOf(statuses))) + ")"
                : " and m.status in (" + list(statuses) + ")";
    }

    /** Everything in the reach: what lies at home in it, and what its units take part in from outside. */
    void everything(Set<MatterStatus> statuses, Reach reach) {
        String status = statuses.size() == MatterStatus.values().length ? ""
                : " and m.status in (" + list(statuses) + ")" + (NEVER_AN_END.containsAll(statuses) ? " and m.open" : "");
        if (reach.county()) {
            branches.add("true" + status);
            return;
        }
        bind("units", longs(reach.units()));
        String home = reach.center() == null ? "m.home_unit = any (:units)" : "m.home_center = :center";
        if (reach.center() != null) {
            bind("center", reach.center());
        }
        branches.add(home + status);
        branches.add("(" + home + ") is not true and " + part(reach) + status);
    }

    /** A lone unit's part is read in order and stops early; a town's part from outside is small. */
    private String part(Reach reach) {
        if (reach.units().size() > 1) {
            return "m.id = any (array(select p.matter_id from matter.participation p where p.unit_id = any (:units)))";
        }
        bind("lone", reach.units().getFirst());
        return "exists (select 1 from matter.participation p where p.unit_id = :lone"
                + " and p.registered_at = m.registered_at and p.matter_id = m.id)";
    }

    /** Only these matters. */
    void among(Collection<Long> ids, Bucket bucket, Set<MatterStatus> statuses, Reach reach, Collection<Long> helped) {
        of(bucket, statuses, reach, helped);
        and("m.id = any (:ids)", "ids", longs(ids));
    }

    /** Of the newest few hundred matters of the whole county, those that hold the words. @param wanted how many are enough */
    void latest(String query, Key before, int wanted) {
        branches.add("m.id = any (array(select matter.search_first(:query::tsquery, :before, :beforeId, :wanted)))");
        bind("query", query);
        bind("before", before.at());
        bind("beforeId", before.id());
        bind("wanted", wanted);
    }

    /** Only the matter of this code. */
    void coded(MatterCode code, Bucket bucket, Set<MatterStatus> statuses, Reach reach) {
        of(bucket, statuses, reach, List.of());
        and("m.code = :code", "code", code.value());
    }

    private void of(Bucket bucket, Set<MatterStatus> statuses, Reach reach, Collection<Long> helped) {
        if (bucket == Bucket.ALL) {
            branches.add(statuses.size() == MatterStatus.values().length ? "true" : "m.status in (" + list(statuses) + ")");
        } else {
            work(bucket, statuses, reach, helped);
        }
    }

    String page(Order order, @Nullable Key after, int rows) {
        bind("rows", rows);
        if (after != null) {
            bind("at", after.at());
            bind("id", after.id());
        }
        String key = after == null ? "" : order.after;
        return branches.stream()
                .map(branch -> "(select " + MatterRowReader.COLUMNS + " from matter.matter m where " + branch + filter + key
                        + " order by " + order.within + " limit :rows)")
                .collect(Collectors.joining("\nunion all\n", "select * from (\n", "\n) rows order by " + order.merged
                        + " limit :rows"));
    }

    /** Counts to one beyond the cap. */
    String count(int cap) {
        bind("cap", cap + 1);
        return branches.stream()
                .map(branch -> "(select 1 from matter.matter m where " + branch + filter + " limit :cap)")
                .collect(Collectors.joining("\nunion all\n", "select count(*) from (select * from (\n", "\n) seen limit :cap) counted"));
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private void bind(String name, @Nullable Object value) {
        parameters.put(name, value);
    }

    private static String list(Set<MatterStatus> statuses) {
        return statuses.stream().map(status -> "'" + status.name() + "'").collect(Collectors.joining(", "));
    }

    private static Long[] longs(Collection<Long> values) {
        return values.toArray(Long[]::new);
    }
}
