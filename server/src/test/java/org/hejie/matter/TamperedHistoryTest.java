package org.hejie.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.hejie.audit.AuditVerification;
import org.hejie.audit.Fault;
import org.hejie.matter.RegisterMatter.Participant;
import org.hejie.matter.RegisterMatter.PartyRole;
import org.hejie.matter.RegisterMatter.Place;
import org.hejie.matter.procedure.ProcedureId;
import org.hejie.org.Actors;
import org.hejie.party.NewParty;
import org.hejie.testing.County;
import org.hejie.testing.HejieTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever is changed in a matter's history by hand is found and named. Each test puts the history back. */
@HejieTest
class TamperedHistoryTest {

    @Autowired
    private Matters matters;
    @Autowired
    private County county;
    @Autowired
    private AuditVerification audit;
    @Autowired
    @FlywayDataSource
    private DataSource ownerDataSource;

    private JdbcClient owner;
    private long matter;
    private long last;

    @BeforeEach
    void aMatterWithANote() {
        owner = JdbcClient.create(ownerDataSource);
        Registered registered = Actors.as(county.window(101), () -> matters.register(new RegisterMatter(SourceLine.WINDOW,
                null, null, null, "楼上夜间施工", "楼上住户连续三天夜间装修。", "0202", null,
                new Place("某小区", "620123104", null, null, null), null, 2, null, null,
                List.of(new Participant(PartyRole.APPLICANT, NewParty.person("王某某"))),
                new ProcedureId("dispute"), List.of())));
        matter = registered.id().value();
        Actors.as(county.dispatcher(102), () -> matters.act(registered.id(), registered.version(), new Act.Note("已电话联系")));
        last = owner.sql("select max(seq) from matter.event where matter_id = :id").param("id", matter)
                .query(Long.class).single();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "at           | at - interval $$1 day$$",
        "recorded_at  | recorded_at - interval $$1 microsecond$$",
        "action       | concat(action, $$X$$)",
        "from_status  | concat(from_status, $$X$$)",
        "to_status    | concat(to_status, $$X$$)",
        "actor_kind   | $$SYSTEM$$",
        "actor        | coalesce(actor, 0) + 1",
        "actor_unit   | coalesce(actor_unit, 0) + 1",
        "on_behalf_of | coalesce(on_behalf_of, 0) + 1",
        "reason       | concat(reason, $$X$$)",
        "note         | concat(note, $$X$$)",
        "data         | concat(data, $$X$$)",
    })
    void aChangeOfAnyFieldIsFoundAndNamed(String column, String value) {
        assertThat(after("update matter.event set %s = %s where matter_id = %d and seq = %d".formatted(column, value, matter, last)))
                .isEqualTo(new Fault("matter.event", matter, last, Fault.Kind.CONTENT));
    }

    @Test
    void aDeletedLastEventIsFound() {
        assertThat(after("delete from matter.event where matter_id = %d and seq = %d".formatted(matter, last)))
                .isEqualTo(new Fault("matter.event", matter, last - 1, Fault.Kind.HEAD));
    }

    @Test
    void aDeletedFirstEventIsFound() {
        assertThat(after("delete from matter.event where matter_id = %d and seq = 1".formatted(matter)))
                .isEqualTo(new Fault("matter.event", matter, 1L, Fault.Kind.SEQUENCE));
    }

    private @Nullable Fault after(String attack) {
        owner.sql("create table public.event_kept as select * from matter.event where matter_id = :id").param("id", matter).update();
        try {
            unguarded(attack);
            return audit.verify(Map.of()).fault();
        } finally {
            unguarded("delete from matter.event where matter_id = " + matter
                    + "; insert into matter.event select * from public.event_kept; drop table public.event_kept");
        }
    }

    private void unguarded(String sql) {
        owner.sql("set session_replication_role = replica; " + sql + "; set session_replication_role = origin").update();
    }
}
