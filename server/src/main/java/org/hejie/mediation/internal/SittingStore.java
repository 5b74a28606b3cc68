package org.hejie.mediation.internal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes sessions, presence and minutes; the database refuses two sessions in one room or of one mediator at once. */
@Component
class SittingStore {

    private final JdbcClient jdbc;
    private final Ids ids;

    SittingStore(JdbcClient jdbc, Ids ids) {
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** What must be known of a session. @param one its mediation; @param staff whose session it is */
    record Sitting(long id, Case one, Kind kind, @Nullable Long party, long staff, State state, boolean readBack,
            @Nullable Instant readBackAt, @Nullable Long keptBy, @Nullable String why, Instant startsAt, int version) {

        long mediation() {
            return one.id();
        }
    }

    long insert(Case one, NewMediationSession session, List<Long> invited, Instant at) {
        long id = ids.next();
        try {
            jdbc.sql("""
                    insert into mediation.session (id, mediation_id, number, kind, party_id, staff_id, starts_at, ends_at, room_id, place,
                                                   state, version)
                    values (:id, :mediation, (select count(*) + 1 from mediation.session where mediation_id = :mediation), :kind, :party,
                            :staff, :starts, :ends, :room, :place, 'PLANNED', 1)
                    """)
                    .param("id", id).param("mediation", one.id()).param("kind", session.kind().name()).param("party", session.partyId())
                    .param("staff", one.staff()).param("starts", Times.utc(session.startsAt())).param("ends", Times.utc(session.endsAt()))
                    .param("room", session.roomId()).param("place", session.place()).update();
        } catch (DataIntegrityViolationException e) {
            throw taken(e);
        }
        jdbc.sql("insert into mediation.invitation (session_id, party_id, invited_at) select :id, party, :at from unnest(:parties::bigint[]) party")
                .param("id", id).param("parties", invited.toArray(Long[]::new)).param("at", Times.utc(at)).update();
        return id;
    }

    private static RuntimeException taken(DataIntegrityViolationException e) {
        String told = String.valueOf(e.getMostSpecificCause().getMessage());
        if (told.contains("room_taken")) {
            return Problem.of(ProblemType.ALREADY_EXISTS, "ROOM_TAKEN", "roomId");
        }
        return told.contains("mediator_taken") ? Problem.of(ProblemType.ALREADY_EXISTS, "MEDIATOR_TAKEN", "startsAt") : e;
    }

    Optional<Sitting> lock(long id) {
        return read(id, " for update of s");
    }

    Optional<Sitting> read(long id) {
        return read(id, "");
    }

    private Optional<Sitting> read(long id, String lock) {
        return jdbc.sql("""
                select s.id, s.kind, s.party_id, s.staff_id, s.state, s.read_back_at, s.kept_by, s.why, s.version, s.starts_at,
                """ + CaseStore.COLUMNS + """

                  from mediation.session s
                  join mediation.mediation c on c.id = s.mediation_id
                 where s.id = :id
                """ + lock).param("id", id)
                .query((row, number) -> new Sitting(row.getLong(1), CaseStore.row(row), Kind.valueOf(row.getString(2)),
                        row.getObject(3, Long.class), row.getLong(4), State.valueOf(row.getString(5)), row.getObject(6) != null,
                        Times.instant(row.getObject(6, OffsetDateTime.class)), row.getObject(7, Long.class), row.getString(8),
                        CaseReader.at(row, "starts_at"), row.getInt(9)))
                .optional();
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
        one(jdbc.sql("update mediation.invitation set answer = :answer where session_id = :id and party_id = :party")
                .param("answer", willCome ? "WILL_COME" : "CANNOT").param("id", session).param("party", party).update());
    }

    void attend(long session, long party, boolean came) {
        one(jdbc.sql("update mediation.invitation set came = :came where session_id = :id and party_id = :party")
                .param("came", came).param("id", session).param("party", party).update());
    }

    private static void one(int rows) {
        if (rows == 0) {
            throw Problem.field("partyId", "UNKNOWN");
        }
    }

    void state(long session, State state, @Nullable String why) {
        jdbc.sql("update mediation.session set state = :state, why = :why where id = :id").param("state", state.name())
                .param("why", why).param("id", session).update();
    }

    void minutes(Sitting sitting, int seen, List<MinutesLine> lines) {
        changed(jdbc.sql("update mediation.session set version = version + 1 where id = :id and version = :seen")
                .param("id", sitting.id()).param("seen", seen).update());
        jdbc.sql("delete from mediation.minute where session_id = :id").param("id", sitting.id()).update();
        if (!lines.isEmpty()) {
            jdbc.sql("""
                    insert into mediation.minute (session_id, position, speaker, party_id, text)
                    select :id, n.position, n.speaker, n.party, n.text
                      from unnest(:speakers::text[], :parties::bigint[], :texts::text[]) with ordinality n (speaker, party, text, position)
                    """).param("id", sitting.id())
                    .param("speakers", lines.stream().map(line -> line.speaker().name()).toArray(String[]::new))
                    .param("parties", lines.stream().map(MinutesLine::partyId).toArray(Long[]::new))
                    .param("texts", lines.stream().map(MinutesLine::text).toArray(String[]::new)).update();
        }
    }

    List<MinutesLine> minutes(long session) {
        return jdbc.sql("select speaker, party_id, text from mediation.minute where session_id = :id order by position")
                .param("id", session)
                .query((row, number) -> new MinutesLine(Speaker.valueOf(row.getString(1)), row.getObject(2, Long.class), row.getString(3))).list();
    }

    void readBack(Sitting sitting, int seen, Result result, Instant at, long by) {
        changed(jdbc.sql("""
                update mediation.session set result = :result, read_back_at = :at, kept_by = :by, version = version + 1
                 where id = :id and version = :seen
                """).param("result", result.name()).param("at", Times.utc(at)).param("by", by).param("id", sitting.id())
                .param("seen", seen).update());
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

    /** Of which sides somebody came. */
    Set<String> sidesThere(long session) {
        return new TreeSet<>(jdbc.sql("""
                select distinct p.role
                  from mediation.invitation i
                  join mediation.session s on s.id = i.session_id
                  join mediation.mediation c on c.id = s.mediation_id
                  join matter.party_role p on p.matter_id = c.matter_id and p.party_id = i.party_id
                 where i.session_id = :id and i.came and p.role in ('APPLICANT', 'RESPONDENT')
                """).param("id", session).query(String.class).list());
    }

    private static void changed(int rows) {
        if (rows == 0) {
            throw Problem.of(ProblemType.STALE);
        }
    }
}
