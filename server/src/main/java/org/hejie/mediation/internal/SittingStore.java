package org.hejie.mediation.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hejie.mediation.MediationSessionRow.Kind;
import org.hejie.mediation.MediationSessionRow.Result;
import org.hejie.mediation.MediationSessionRow.State;
import org.hejie.mediation.MediationSessionView.MinutesLine;
import org.hejie.mediation.MediationSessionView.Speaker;
import org.hejie.mediation.NewMediationSession;
import org.hejie.mediation.RoomRow;
import org.hejie.mediation.RoomRow.Booking;
import org.hejie.shared.Ids;
import org.hejie.shared.Times;
import org.hejie.shared.database.ColumnTypes;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes sessions, presence and minutes; the database refuses two sessions in one room or of one mediator at once. */
@Component
class SittingStore {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final ColumnTypes types;
    private final Ids ids;

    SittingStore(JdbcClient jdbc, JdbcTemplate template, ColumnTypes types, Ids ids) {
        this.jdbc = jdbc;
        this.template = template;
        this.types = types;
        this.ids = ids;
    }

    /** What must be known of a session. @param one its mediation; @param staff whose session it is */
    record Sitting(long id, Case one, Kind kind, @Nullable Long party, long staff, State state, boolean readBack,
            @Nullable Instant readBackAt, @Nullable Long keptBy, @Nullable String why, Instant startsAt, int version) {

        long mediation() {
            return one.id();
        }

        /** @throws Problem STALE if it has been written in since */
        void requireVersion(int seen) {
            if (version != seen) {
                throw Problem.of(ProblemType.STALE);
            }
        }
    }

    long insert(Case one, NewMediationSession session, List<Long> invited, Instant at) {
        long id = ids.next();
        try {
            jdbc.sql("""
                    insert into mediation.session (id, mediation_id, matter_id, number, kind, party_id, staff_id, starts_at, ends_at, room_id, place,
                                                   state, version)
                    values (:id, :mediation, :matter, (select count(*) + 1 from mediation.session where mediation_id = :mediation), :kind, :party,
                            :staff, :starts, :ends, :room, :place, 'PLANNED', 1)
                    """)
                    .param("id", id).param("mediation", one.id()).param("matter", one.matter().value())
                    .param("kind", session.kind().name()).param("party", session.partyId()).param("staff", one.staff())
                    .param("starts", Times.utc(session.startsAt())).param("ends", Times.utc(session.endsAt()))
                    .param("room", session.roomId()).param("place", session.place()).update();
        } catch (DataIntegrityViolationException e) {
            throw taken(e);
        }
        types.statement().sql("insert into mediation.invitation (session_id, matter_id, party_id, invited_at) select ").value("bigint", id)
                .sql(", ").value("bigint", one.matter().value())
                .sql(", party, ").value("timestamptz", Times.utc(at)).sql(" from unnest(").value("bigint[]", invited).sql(") party")
                .beforehand(template);
        return id;
    }

    private static RuntimeException taken(DataIntegrityViolationException e) {
        String told = String.valueOf(e.getMostSpecificCause().getMessage());
        if (told.contains("room_taken")) {
            return Problem.of(ProblemType.ALREADY_EXISTS, "ROOM_TAKEN", "roomId");
        }
        return told.contains("mediator_taken") ? Problem.of(ProblemType.ALREADY_EXISTS, "MEDIATOR_TAKEN", "startsAt") : e;
    }

    /** A session whose matter is locked. */
    record Held(Sitting sitting, List<Long> invited, Course course) {
    }

    /**
     * How a session went.
     *
     * @param marked   of all who were invited it is known whether they came
     * @param sides    of how many sides somebody came
     * @param recorded minutes were kept
     */
    record Course(boolean marked, int sides, boolean recorded) {
    }

    /** With its matter locked. */
    Optional<Held> lock(long id) {
        return jdbc.sql("select * from mediation.session_held(:id) where of_case is not null").param("id", id)
                .query((row, number) -> new Held(sitting(row, true), CaseStore.longs(row, "invited"),
                        new Course(row.getBoolean("marked"), row.getInt("came_sides"), row.getBoolean("recorded")))).optional();
    }

    Optional<Sitting> read(long id) {
        return jdbc.sql("""
                select s.id, s.kind, s.party_id, s.staff_id, s.state, s.read_back_at, s.kept_by, s.why, s.version, s.starts_at,
                """ + CaseStore.COLUMNS + """

                  from mediation.session s
                  join mediation.mediation c on c.id = s.mediation_id
                 where s.id = :id
                """).param("id", id).query((row, number) -> sitting(row, false)).optional();
    }

    private static Sitting sitting(ResultSet row, boolean locked) throws SQLException {
        return new Sitting(row.getLong(1), CaseStore.row(row, locked), Kind.valueOf(row.getString(2)),
                row.getObject(3, Long.class), row.getLong(4), State.valueOf(row.getString(5)), row.getObject(6) != null,
                Times.instant(row.getObject(6, OffsetDateTime.class)), row.getObject(7, Long.class), row.getString(8),
                CaseReader.at(row, "starts_at"), row.getInt(9));
    }

    /** @param came null for unknown */
    record Invitation(long party, @Nullable String answer, @Nullable Boolean came) {
    }

    List<Invitation> invitations(long session) {
        return jdbc.sql("select party_id, answer, came from mediation.invitation where session_id = :id order by party_id")
                .param("id", session)
                .query((row, number) -> new Invitation(row.getLong(1), row.getString(2), row.getObject(3, Boolean.class))).list();
    }

    void answer(long session, long party, boolean willCome) {
        int rows = jdbc.sql("update mediation.invitation set answer = :answer where session_id = :id and party_id = :party")
                .param("answer", willCome ? "WILL_COME" : "CANNOT").param("id", session).param("party", party).update();
        if (rows == 0) {
            throw Problem.field("partyId", "UNKNOWN");
        }
    }

    void attend(long session, List<Long> parties, boolean came) {
        types.statement().sql("update mediation.invitation set came = ").value("boolean", came).sql(" where session_id = ")
                .value("bigint", session).sql(" and party_id = any(").value("bigint[]", parties).sql(")").beforehand(template);
    }

    void state(long session, State state, @Nullable String why) {
        types.statement().sql("update mediation.session set state = ").value("text", state.name()).sql(", why = ").value("text", why)
                .sql(" where id = ").value("bigint", session).beforehand(template);
    }

    /** Keeps the minutes as typed so far. */
    void minutes(Held held, int seen, List<MinutesLine> lines) {
        Sitting sitting = held.sitting();
        sitting.requireVersion(seen);
        types.statement().sql("update mediation.session set version = version + 1 where id = ").value("bigint", sitting.id()).beforehand(template);
        lines(held, lines);
    }

    private void lines(Held held, List<MinutesLine> lines) {
        Sitting sitting = held.sitting();
        if (held.course().recorded()) {
            types.statement().sql("delete from mediation.minute where session_id = ").value("bigint", sitting.id()).beforehand(template);
        }
        if (!lines.isEmpty()) {
            types.statement().sql("insert into mediation.minute (session_id, position, speaker, party_id, text) select ")
                    .value("bigint", sitting.id()).sql(", n.position, n.speaker, n.party, n.text from unnest(")
                    .value("text[]", lines.stream().map(line -> line.speaker().name()).toList()).sql(", ")
                    .value("bigint[]", lines.stream().map(MinutesLine::partyId).toList()).sql(", ")
                    .value("text[]", lines.stream().map(MinutesLine::text).toList())
                    .sql(") with ordinality n (speaker, party, text, position)").beforehand(template);
        }
    }

    List<MinutesLine> minutes(long session) {
        return jdbc.sql("select speaker, party_id, text from mediation.minute where session_id = :id order by position")
                .param("id", session)
                .query((row, number) -> new MinutesLine(Speaker.valueOf(row.getString(1)), row.getObject(2, Long.class), row.getString(3))).list();
    }

    /** @param lines null for the minutes that are kept already */
    void readBack(Held held, int seen, Result result, @Nullable List<MinutesLine> lines, Instant at, long by) {
        Sitting sitting = held.sitting();
        sitting.requireVersion(seen);
        if (lines != null) {
            lines(held, lines);
        }
        types.statement().sql("update mediation.session set result = ").value("text", result.name())
                .sql(", read_back_at = ").value("timestamptz", Times.utc(at)).sql(", kept_by = ").value("bigint", by)
                .sql(", version = version + 1 where id = ").value("bigint", sitting.id()).beforehand(template);
    }

    Optional<Boolean> twoDoors(int room) {
        return jdbc.sql("select two_doors from mediation.room where id = :id and open").param("id", room).query(Boolean.class).optional();
    }

    List<RoomRow> rooms(Instant from, Instant to) {
        Map<Integer, List<Booking>> booked = new LinkedHashMap<>();
        jdbc.sql("select room_id, starts_at, ends_at from mediation.bookings(:from, :to)").param("from", Times.utc(from))
                .param("to", Times.utc(to))
                .query(row -> {
                    booked.computeIfAbsent(row.getInt(1), room -> new ArrayList<>())
                            .add(new Booking(CaseReader.at(row, "starts_at"), CaseReader.at(row, "ends_at")));
                });
        return jdbc.sql("select id, name, name_en, kind, capacity, two_doors, recorder, open from mediation.room order by id")
                .query((row, number) -> new RoomRow(row.getInt(1), row.getString(2), row.getString(3), row.getString(4), row.getInt(5),
                        row.getBoolean(6), row.getBoolean(7), row.getBoolean(8), booked.getOrDefault(row.getInt(1), List.of()))).list();
    }
}
