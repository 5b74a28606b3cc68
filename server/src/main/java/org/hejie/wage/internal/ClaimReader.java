package org.hejie.wage.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hejie.org.Actors;
import org.hejie.org.StaffDirectory;
import org.hejie.org.StaffId;
import org.hejie.party.Parties;
import org.hejie.party.PartyId;
import org.hejie.shared.Times;
import org.hejie.shared.web.Cursor;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.hejie.wage.ClaimFact;
import org.hejie.wage.ClaimRow;
import org.hejie.wage.Evidence;
import org.hejie.wage.Presence;
import org.hejie.wage.Stage;
import org.hejie.wage.StageRow;
import org.hejie.wage.Sums;
import org.hejie.wage.WageClaim;
import org.hejie.wage.WageClaim.Arbitration;
import org.hejie.wage.WageClaim.Clue;
import org.hejie.wage.WageClaim.LimitState;
import org.hejie.wage.WageClaim.Link;
import org.hejie.wage.WageClaim.Payer;
import org.hejie.wage.WageClaim.Foreman;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads claims. */
@Component
class ClaimReader {

    private final JdbcClient jdbc;
    private final WageRules rules;
    private final Parties parties;
    private final StaffDirectory staff;
    private final Clock clock;

    ClaimReader(JdbcClient jdbc, WageRules rules, Parties parties, StaffDirectory staff, Clock clock) {
        this.jdbc = jdbc;
        this.rules = rules;
        this.parties = parties;
        this.staff = staff;
        this.clock = clock;
    }

    Optional<WageClaim> view(Held claim) {
        return jdbc.sql("""
                select c.*, m.code, m.title, m.people, m.amount
                  from wage.claim c
                  join matter.matter m on m.id = c.matter_id
                 where c.id = :id
                """).param("id", claim.id()).query((row, number) -> view(claim, row)).optional();
    }

    private WageClaim view(Held claim, ResultSet row) throws SQLException {
        Set<ClaimFact> facts = values(ClaimFact.class, row, "facts");
        return new WageClaim(claim.id(), claim.matter().value(), row.getString("code"), row.getString("title"), claim.open(),
                row.getObject("people", Integer.class), row.getBigDecimal("amount"), row.getString("project"), row.getString("developer"),
                row.getString("general_contractor"), row.getString("subcontractor"), row.getString("team"), foreman(claim), facts,
                values(Evidence.class, row, "evidence"), Presence.valueOf(row.getString("account")),
                Presence.valueOf(row.getString("deposit")), at(row, "opened_at"), name(row.getLong("opened_by")),
                Stage.valueOf(row.getString("stage")), sums(row), payers(facts, row), arbitration(claim.id()), rules.clue(),
                clues(claim.id()), claim.version(), WagePowers.of(Actors.current(), claim.open()));
    }

    private @Nullable Foreman foreman(Held claim) {
        return claim.foreman() == null ? null : parties.masked(List.of(new PartyId(claim.foreman()))).stream()
                .map(party -> new Foreman(party.id().value(), party.name(), party.phone())).findFirst().orElse(null);
    }

    private List<Payer> payers(Set<ClaimFact> facts, ResultSet row) throws SQLException {
        Map<Link, String> named = new EnumMap<>(Link.class);
        put(named, Link.DEVELOPER, row.getString("developer"));
        put(named, Link.GENERAL_CONTRACTOR, row.getString("general_contractor"));
        put(named, Link.SUBCONTRACTOR, row.getString("subcontractor"));
        return rules.payers(facts, named);
    }

    private static void put(Map<Link, String> named, Link link, @Nullable String name) {
        if (name != null) {
            named.put(link, name);
        }
    }

    /** Of the workers not paid in full. */
    private Arbitration arbitration(long claim) {
        LocalDate today = Times.dateOf(clock.instant());
        Map<LimitState, Integer> counts = new EnumMap<>(LimitState.class);
        List<@Nullable LocalDate> left = jdbc.sql("""
                select left_on from wage.worker
                 where claim_id = :id and withdrawn_at is null and recovered < coalesce(verified, claimed)
                 order by left_on
                """).param("id", claim).query((row, number) -> row.getObject(1, LocalDate.class)).list();
        left.forEach(day -> counts.merge(rules.limit(day, today), 1, Integer::sum));
        LocalDate first = left.stream().map(rules::limitOn).filter(day -> day != null && !day.isBefore(today)).findFirst().orElse(null);
        LimitState worst = counts.keySet().stream().reduce(LimitState.NONE, (one, other) -> one.compareTo(other) > 0 ? one : other);
        return new Arbitration(worst, first, counts.getOrDefault(LimitState.NONE, 0), counts.getOrDefault(LimitState.RUNNING, 0),
                counts.getOrDefault(LimitState.NEAR, 0), counts.getOrDefault(LimitState.PASSED, 0), rules.arbitration());
    }

    private List<Clue> clues(long claim) {
        return jdbc.sql("""
                select id, text, sent_at, sent_by, state, answer, answered_at, answered_by
                  from wage.clue where claim_id = :id order by id desc
                """).param("id", claim)
                .query((row, number) -> new Clue(row.getLong("id"), row.getString("text"), at(row, "sent_at"), name(row.getLong("sent_by")),
                        Clue.State.valueOf(row.getString("state")), row.getString("answer"),
                        Times.instant(row.getObject("answered_at", OffsetDateTime.class)), name(row.getObject("answered_by", Long.class))))
                .list();
    }

    Page<ClaimRow> list(@Nullable Long matter, @Nullable Stage stage, @Nullable String cursor, int limit) {
        List<ClaimRow> rows = jdbc.sql("""
                select c.id, c.matter_id, m.code, m.title, c.project, c.general_contractor, c.stage, c.opened_at,
                       c.workers, c.unverified, c.claimed, c.verified, c.recovered
                  from wage.claim c
                  join matter.matter m on m.id = c.matter_id
                 where c.id < :before and (:matter::bigint is null or c.matter_id = :matter) and (:stage::text is null or c.stage = :stage)
                 order by c.id desc
                 limit :rows
                """).param("before", cursor == null ? Long.MAX_VALUE : number(Cursor.decode(cursor, 1).getFirst())).param("matter", matter)
                .param("stage", stage == null ? null : stage.name()).param("rows", limit + 1)
                .query((row, number) -> new ClaimRow(row.getLong("id"), row.getLong("matter_id"), row.getString("code"),
                        row.getString("title"), row.getString("project"), row.getString("general_contractor"),
                        Stage.valueOf(row.getString("stage")), sums(row), at(row, "opened_at")))
                .list();
        return Page.of(rows, limit, row -> Cursor.encode(row.id()), null);
    }

    List<StageRow> stages() {
        return jdbc.sql("""
                select s.stage, count(c.id) as claims, coalesce(sum(c.workers), 0) as workers, coalesce(sum(c.unverified), 0) as unverified,
                       coalesce(sum(c.claimed), 0) as claimed, coalesce(sum(c.verified), 0) as verified,
                       coalesce(sum(c.recovered), 0) as recovered
                  from unnest(:stages::text[]) with ordinality as s (stage, n)
                  left join wage.claim c on c.stage = s.stage
                 group by s.stage, s.n
                 order by s.n
                """).param("stages", Arrays.stream(Stage.values()).map(Enum::name).toArray(String[]::new))
                .query((row, number) -> new StageRow(Stage.valueOf(row.getString("stage")), row.getInt("claims"), sums(row))).list();
    }

    private static Sums sums(ResultSet row) throws SQLException {
        return new Sums(row.getInt("workers"), row.getInt("unverified"), row.getBigDecimal("claimed"), row.getBigDecimal("verified"),
                row.getBigDecimal("recovered"));
    }

    private static <E extends Enum<E>> Set<E> values(Class<E> kind, ResultSet row, String column) throws SQLException {
        Set<E> values = EnumSet.noneOf(kind);
        for (String name : (String[]) row.getArray(column).getArray()) {
            values.add(Enum.valueOf(kind, name));
        }
        return values;
    }

    private @Nullable String name(@Nullable Long id) {
        return id == null ? null : staff.displayName(new StaffId(id)).orElse(null);
    }

    static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Problem.field("cursor", "INVALID");
        }
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
