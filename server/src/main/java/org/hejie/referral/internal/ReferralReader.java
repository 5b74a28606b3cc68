package org.hejie.referral.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hejie.matter.MatterId;
import org.hejie.mediation.AgreementRow;
import org.hejie.mediation.MediationCase;
import org.hejie.mediation.Mediations;
import org.hejie.org.Actor;
import org.hejie.org.StaffDirectory;
import org.hejie.org.StaffId;
import org.hejie.referral.Column;
import org.hejie.referral.Desk;
import org.hejie.referral.Direction;
import org.hejie.referral.Outcome;
import org.hejie.referral.PartnerSystem;
import org.hejie.referral.PartnerView;
import org.hejie.referral.PartnerView.ConfirmationPackage;
import org.hejie.referral.ReferralConflict;
import org.hejie.referral.ReferralRow;
import org.hejie.referral.ReferralState;
import org.hejie.referral.ReferralView;
import org.hejie.referral.ReferralView.PetitionDates;
import org.hejie.referral.ReferralView.ReferralStep;
import org.hejie.shared.Times;
import org.hejie.shared.web.Cursor;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads referrals for desks and partners. */
@Component
class ReferralReader {

    private static final String ROWS = """
            select r.*, m.code as matter_code, m.title as matter_title, r.ended_at is null and r.due_at < :now as overdue,
                   exists (select 1 from referral.conflict c where c.referral_id = r.id and c.decision is null) as differs
              from referral.referral r
              left join matter.matter m on m.id = r.matter_id
            """;

    private final JdbcClient jdbc;
    private final ReferralStore store;
    private final ReferralRules rules;
    private final Mediations mediations;
    private final StaffDirectory staff;
    private final Clock clock;

    ReferralReader(JdbcClient jdbc, ReferralStore store, ReferralRules rules, Mediations mediations, StaffDirectory staff, Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.rules = rules;
        this.mediations = mediations;
        this.staff = staff;
        this.clock = clock;
    }

    private @Nullable OffsetDateTime now() {
        return Times.utc(clock.instant());
    }

    Optional<ReferralView> find(long id) {
        return store.read(id).flatMap(held -> jdbc.sql(ROWS + " where r.id = :id").param("now", now()).param("id", id)
                .query((row, number) -> view(held, row)).optional());
    }

    private ReferralView view(Held held, ResultSet row) throws SQLException {
        var kind = rules.known(held.kind());
        Optional<MediationCase> mediation = held.matter() == null ? Optional.empty() : mediations.of(held.matter()).stream().findFirst();
        String agreement = row.getString("agreement_no");
        if (agreement == null && !held.state().ended()) {
            agreement = mediation.flatMap(ReferralReader::signed).map(AgreementRow::number).orElse(null);
        }
        return new ReferralView(held.id(), held.system(), held.direction(), held.outsideNo(), row.getString("doc_no"), kind, held.state(),
                row.getObject("matter_id", Long.class), row.getString("matter_code"), row.getString("matter_title"), row.getString("cause"),
                row.getBigDecimal("amount"), row.getObject("people", Integer.class), row.getBoolean("both_consent"),
                row.getString("consent_proof"), row.getString("text"), at(row, "sent_at"), at(row, "received_at"), held.signBy(),
                held.signedAt(), held.dueAt(), maybe(row, "due_first_at"), row.getBoolean("overdue"),
                row.getObject("partner_due_on", LocalDate.class), dates(row), held.outcome(), agreement, row.getString("undisputed"),
                held.answer(), held.reason(), row.getString("reason_text"), maybe(row, "ended_at"), steps(held.id()), conflicts(held.id()),
                mediation.map(MediationCase::id).orElse(null), held.version(),
                ReferralPowers.of(held, kind.extension() != null && !held.extended(), row.getBoolean("differs")));
    }

    private static Optional<AgreementRow> signed(MediationCase mediation) {
        return mediation.agreements().stream().filter(one -> switch (one.state()) {
            case SIGNED, PERFORMED -> true;
            case DRAFT, VOID -> false;
        }).findFirst();
    }

    private static @Nullable PetitionDates dates(ResultSet row) throws SQLException {
        LocalDate transfer = row.getObject("transfer_due_on", LocalDate.class);
        return transfer == null ? null : new PetitionDates(transfer, row.getObject("handle_due_on", LocalDate.class),
                row.getObject("handle_last_on", LocalDate.class));
    }

    private List<ReferralStep> steps(long referral) {
        return jdbc.sql("select act, at, actor_kind, actor, reason, note from referral.step where referral_id = :id order by seq")
                .param("id", referral)
                .query((row, number) -> new ReferralStep(row.getString("act"), at(row, "at"), name(row), row.getString("reason"), row.getString("note")))
                .list();
    }

    private @Nullable String name(ResultSet row) throws SQLException {
        return row.getString("actor_kind").equals(Actor.Kind.STAFF.name()) ? staff.displayName(new StaffId(row.getLong("actor"))).orElse(null) : null;
    }

    private List<Instant> conflicts(long referral) {
        return jdbc.sql("select received_at from referral.conflict where referral_id = :id and decision is null order by received_at").param("id", referral)
                .query((row, number) -> at(row, "received_at")).list();
    }

    List<ReferralRow> of(MatterId matter) {
        return jdbc.sql(ROWS + " where r.matter_id = :matter order by r.id desc").param("now", now()).param("matter", matter.value())
                .query((row, number) -> row(row)).list();
    }

    private static String where(Column column) {
        return switch (column) {
            case SENT -> "r.ended_at is null and r.state = 'SENT' and r.due_at >= :now";
            case UNSIGNED -> "r.ended_at is null and r.state = 'RECEIVED' and r.due_at >= :now";
            case SIGNED -> "r.ended_at is null and r.state = 'SIGNED' and r.due_at >= :now";
            case OVERDUE -> "r.ended_at is null and r.due_at < :now";
            case ANSWERED -> "r.ended_at is not null and r.state = 'ANSWERED'";
            case OTHER -> "r.ended_at is not null and r.state in ('DECLINED', 'WITHDRAWN', 'CHANGED')";
        };
    }

    Page<ReferralRow> list(PartnerSystem system, Column column, @Nullable String cursor, int limit) {
        boolean ended = column == Column.ANSWERED || column == Column.OTHER;
        String order = ended ? "(r.ended_at, r.id) < (:time, :id) order by r.ended_at desc, r.id desc"
                : "(r.due_at, r.id) > (:time, :id) order by r.due_at, r.id";
        List<String> from = cursor == null ? List.of() : Cursor.decode(cursor, 2);
        Instant start = ended ? Instant.parse("9999-01-01T00:00:00Z") : Instant.EPOCH;
        List<ReferralRow> rows = jdbc.sql(ROWS + " where r.system = :system and " + where(column) + " and " + order + " limit :rows")
                .param("now", now()).param("system", system.name()).param("rows", limit + 1)
                .param("time", Times.utc(from.isEmpty() ? start : time(from.get(0))))
                .param("id", from.isEmpty() ? ended ? Long.MAX_VALUE : 0 : number(from.get(1)))
                .query((row, number) -> row(row)).list();
        return Page.of(rows, limit, row -> Cursor.encode(ended ? String.valueOf(row.endedAt()) : row.dueAt(), row.id()), null);
    }

    Desk desk(PartnerSystem system) {
        Map<Column, Long> counts = new EnumMap<>(Column.class);
        long[] answered = new long[2];
        jdbc.sql("""
                select case when state = 'ANSWERED' then 'ANSWERED' when ended_at is not null then 'OTHER' when due_at < :now then 'OVERDUE'
                            when state = 'RECEIVED' then 'UNSIGNED' else state end as in_column,
                       count(*) as rows, count(*) filter (where outcome = 'AGREED') as agreed,
                       count(*) filter (where outcome in ('AGREED', 'NOT_AGREED')) as decided
                  from referral.referral
                 where system = :system
                 group by 1
                """).param("now", now()).param("system", system.name())
                .query(row -> {
                    counts.put(Column.valueOf(row.getString("in_column")), row.getLong("rows"));
                    answered[0] += row.getLong("agreed");
                    answered[1] += row.getLong("decided");
                });
        return new Desk(system, Arrays.stream(Column.values()).map(column -> new Desk.DeskCount(column, counts.getOrDefault(column, 0L))).toList(),
                answered[0], answered[1]);
    }

    Optional<PartnerView> partnerView(PartnerSystem system, long id) {
        return jdbc.sql(ROWS + " where r.system = :system and r.id = :id").param("now", now()).param("system", system.name()).param("id", id)
                .query((row, number) -> partnerView(row, confirmation(row), settled(id))).optional();
    }

    Page<PartnerView> partnerList(PartnerSystem system, @Nullable String outsideNo, @Nullable String cursor, int limit) {
        long before = cursor == null ? Long.MAX_VALUE : number(Cursor.decode(cursor, 1).getFirst());
        List<PartnerView> rows = jdbc.sql(ROWS + """
                 where r.system = :system and r.id < :before and (:number::text is null or r.outside_no = :number)
                 order by r.id desc limit :rows
                """).param("now", now()).param("system", system.name()).param("before", before).param("number", outsideNo)
                .param("rows", limit + 1).query((row, number) -> partnerView(row, null, List.of())).list();
        return Page.of(rows, limit, row -> Cursor.encode(row.receipt().id()), null);
    }

    private PartnerView partnerView(ResultSet row, @Nullable ConfirmationPackage confirmation, List<PartnerView.SettledConflict> settled) throws SQLException {
        Held held = store.read(row.getLong("id")).orElseThrow();
        return new PartnerView(held.receipt(), held.direction(), held.kind(), local(held.signedAt()), local(maybe(row, "answered_at")),
                held.outcome(), row.getString("agreement_no"), row.getObject("performed", Boolean.class), row.getString("text"),
                row.getString("undisputed"), held.answer(), confirmation, settled);
    }

    private List<PartnerView.SettledConflict> settled(long referral) {
        return jdbc.sql("""
                select received_at, decision, reason, settled_at from referral.conflict
                 where referral_id = :id and decision is not null order by settled_at, id
                """).param("id", referral)
                .query((row, number) -> new PartnerView.SettledConflict(at(row, "received_at").atZone(Times.ZONE).toOffsetDateTime(),
                        ReferralConflict.Decision.valueOf(row.getString("decision")), row.getString("reason"),
                        at(row, "settled_at").atZone(Times.ZONE).toOffsetDateTime())).list();
    }

    /** Of a court's referral that led to an agreement. */
    private @Nullable ConfirmationPackage confirmation(ResultSet row) throws SQLException {
        if (!PartnerSystem.COURT.name().equals(row.getString("system")) || !Outcome.AGREED.name().equals(row.getString("outcome"))) {
            return null;
        }
        String number = row.getString("agreement_no");
        Optional<AgreementRow> agreement = mediations.of(new MatterId(row.getLong("matter_id"))).stream()
                .flatMap(mediation -> signed(mediation).stream()).findFirst();
        return agreement.map(one -> new ConfirmationPackage(one.number(), one.signedOn(), one.total(), one.obligations(), one.performed()))
                .orElseGet(() -> new ConfirmationPackage(number, null, null, 0, 0));
    }

    private static ReferralRow row(ResultSet row) throws SQLException {
        String outcome = row.getString("outcome");
        return new ReferralRow(row.getLong("id"), PartnerSystem.valueOf(row.getString("system")), Direction.valueOf(row.getString("direction")),
                row.getString("outside_no"), row.getString("kind"), ReferralState.valueOf(row.getString("state")),
                row.getObject("matter_id", Long.class), row.getString("matter_code"), row.getString("matter_title"), row.getString("cause"),
                row.getBigDecimal("amount"), at(row, "received_at"), at(row, "due_at"), row.getBoolean("overdue"),
                outcome == null ? null : Outcome.valueOf(outcome), maybe(row, "ended_at"), row.getBoolean("differs"));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
        return Times.instant(row.getObject(column, OffsetDateTime.class));
    }

    private static @Nullable OffsetDateTime local(@Nullable Instant at) {
        return at == null ? null : at.atZone(Times.ZONE).toOffsetDateTime();
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.field("cursor", "INVALID");
        }
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw Problem.field("cursor", "INVALID");
        }
    }
}
