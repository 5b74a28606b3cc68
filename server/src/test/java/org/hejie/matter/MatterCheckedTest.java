package org.hejie.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import javax.sql.DataSource;
import org.hejie.matter.RegisterMatter.Participant;
import org.hejie.matter.RegisterMatter.PartyRole;
import org.hejie.matter.RegisterMatter.Place;
import org.hejie.matter.procedure.ProcedureId;
import org.hejie.org.Actors;
import org.hejie.party.NewParty;
import org.hejie.testing.County;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database itself does not let a matter become, whoever writes. */
@HejieTest
class MatterCheckedTest {

    @Autowired
    private Matters matters;
    @Autowired
    private County county;
    @Autowired
    @FlywayDataSource
    private DataSource ownerDataSource;

    private JdbcClient owner;
    private MatterId matter;

    @BeforeEach
    void aMatter() {
        owner = JdbcClient.create(ownerDataSource);
        matter = Actors.as(county.window(101), () -> matters.register(new RegisterMatter(SourceLine.WINDOW,
                null, null, null, "楼上夜间施工", "楼上住户连续三天夜间装修。", "0202", null,
                new Place("某小区", "620123104", null, null, null), null, 2, null, null,
                List.of(new Participant(PartyRole.APPLICANT, NewParty.person("王某某"))),
                new ProcedureId("dispute"), List.of()))).id();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "line       | line = 0",
        "line       | line = 9",
        "title      | title = $$$$",
        "title      | title = repeat($$纠$$, 101)",
        "facts      | facts = $$$$",
        "facts      | facts = repeat($$纠$$, 8001)",
        "people     | people = 0",
        "amount     | amount = -0.01",
        "safety     | safety = array[$$WEAPON$$, $$SOMETHING$$]",
        "evaluation | evaluation = $$SOMETHING$$",
    })
    void whatAColumnMayNotBeIsRefusedByItsNameAndShowsNothing(String column, String change) {
        assertThatThrownBy(() -> update(change))
                .hasMessageContaining("a matter's " + column + " is not").hasMessageNotContaining("施工");
    }

    /** Rules of domains, which are asked only where their column is written. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "matter_head_hash_check | update matter.matter set head_hash = $$x$$ where id = :id",
        "clock_kind_check       | update matter.clock set kind = $$SOMETHING$$ where matter_id = :id",
        "party_role_role_check  | update matter.party_role set role = $$SOMETHING$$ where matter_id = :id",
        "step_outcome_check     | insert into matter.step values (:id, 1, 1, $${}$$, now(), 1, null, null, false, null, $$SOMETHING$$)",
        "event_actor_kind_check | insert into matter.event select matter_id, 99, at, at, action, null, to_status, $$SOMETHING$$, null, null, null,"
                + " null, null, null, prev_hash, hash from matter.event where matter_id = :id",
    })
    void aColumnWithARuleOfItsOwnRefusesAnythingElse(String rule, String change) {
        assertThatThrownBy(() -> owner.sql(change).param("id", matter.value()).update())
                .hasMessageContaining(rule).hasMessageNotContaining("施工");
    }

    @Test
    void whatIsNotKnownIsNotWrong() {
        assertThat(update("people = null, amount = null, evaluation = null")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"line, 0", "title, ''", "people, 0"})
    void norIsItWrittenAtFirst(String column, String value) {
        assertThatThrownBy(() -> owner.sql("""
                insert into matter.matter
                select (jsonb_populate_record(m, jsonb_build_object('id', 1, 'code', 'X', :column, :value))).*
                  from matter.matter m where m.id = :id
                """).param("column", column).param("value", value).param("id", matter.value()).update())
                .hasMessageContaining("a matter's " + column + " is not");
    }

    private int update(String change) {
        return owner.sql("update matter.matter set " + change + " where id = :id").param("id", matter.value()).update();
    }
}
