package org.hejie.mediation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database itself does not let a mediation, its session, its agreement and what is owed become, whoever writes. */
@HejieTest
class MediationCheckedTest extends MediationFixture {

    private JdbcClient rows;
    private long mediation;

    @BeforeEach
    void aMediationWithADraft() {
        rows = JdbcClient.create(owner);
        mediation = mediated.consented();
        mediated.session(mediation);
        mediated.drawn(mediation);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "mediation  | origin       | origin = 'SOMETHING'",
        "mediation  | state        | state = 'SOMETHING'",
        "mediation  | ended_at     | ended_at = now()",
        "mediation  | ended_at     | state = 'FAILED'",
        "mediation  | ended_why    | ended_why = ''",
        "mediation  | ended_why    | ended_why = repeat('因', 1001)",
        "mediation  | staff_id     | staff_id = null",
        "session    | kind         | kind = 'SOMETHING'",
        "session    | party_id     | party_id = 1",
        "session    | party_id     | kind = 'PRIVATE'",
        "session    | ends_at      | ends_at = starts_at",
        "session    | place        | place = ''",
        "session    | place        | place = repeat('院', 301)",
        "session    | state        | state = 'SOMETHING'",
        "session    | why          | why = ''",
        "session    | why          | why = repeat('因', 1001)",
        "session    | result       | result = 'SOMETHING', read_back_at = now()",
        "session    | read_back_at | read_back_at = now()",
        "session    | read_back_at | result = 'AGREED'",
        "agreement  | form         | form = 'SOMETHING'",
        "agreement  | state        | state = 'SOMETHING'",
        "agreement  | facts        | facts = ''",
        "agreement  | facts        | facts = repeat('实', 4001)",
        "agreement  | terms        | terms = ''",
        "agreement  | terms        | terms = repeat('款', 8001)",
        "agreement  | total        | total = 0",
        "agreement  | signed_on    | state = 'SIGNED'",
        "agreement  | signed_on    | signed_on = current_date",
        "agreement  | void_why     | state = 'VOID'",
        "agreement  | void_why     | void_why = '错'",
        "agreement  | void_why     | state = 'VOID', void_why = ''",
        "agreement  | void_why     | state = 'VOID', void_why = repeat('因', 1001)",
        "obligation | obligee      | obligee = obligor",
        "obligation | kind         | kind = 'SOMETHING'",
        "obligation | amount       | amount = 0",
        "obligation | amount       | amount = null",
        "obligation | amount       | kind = 'ACT'",
        "obligation | method       | method = ''",
        "obligation | method       | method = repeat('法', 501)",
        "obligation | status       | status = 'SOMETHING'",
        "obligation | performed_on | status = 'PERFORMED'",
        "obligation | performed_on | performed_on = current_date",
    }, quoteCharacter = '"')
    void whatAColumnMayNotBeIsRefusedByItsNameAndShowsNothing(String table, String column, String change) {
        assertThatThrownBy(() -> update(table, change))
                .hasMessageContaining("the " + column + " of a row of mediation." + table + " is not").hasMessageNotContaining("借款")
                .hasMessageNotContaining("归还");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "mediation  | mediator_id = null, staff_id = null",
        "mediation  | state = 'FAILED', ended_at = now(), ended_why = repeat('因', 1000)",
        "session    | place = null, why = null, result = 'ADJOURNED', read_back_at = now()",
        "agreement  | total = null",
        "agreement  | state = 'VOID', void_why = '错'",
        "obligation | kind = 'ACT', amount = null",
        "obligation | status = 'PERFORMED', performed_on = current_date",
    }, quoteCharacter = '"')
    void whatItMayBeIsNotWrong(String table, String change) {
        assertThat(update(table, change)).isPositive();
    }

    /** Of all rows of this matter. */
    private int update(String table, String change) {
        return rows.sql("update mediation." + table + " set " + change + " where matter_id = :matter").param("matter", read(mediation).matterId())
                .update();
    }
}
