package org.hejie.shared.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.diagnostics.FailureAnalysis;

class UnusableDatabaseTest {

    private static final String URL = "jdbc:postgresql://db.example:5432/hejie?password=hidden";

    @Test
    void anOldPostgresqlIsRefusedByName() {
        assertThatThrownBy(() -> PostgresVersion.check(14, "14.9"))
                .hasMessage("This is PostgreSQL 14.9; Hejie needs 15 or newer.");
        assertThatCode(() -> PostgresVersion.check(15, "15.18")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "28P01, refuses the account owner, HEJIE_DB_PASSWORD",
        "3D000, There is no such database, createdb",
        "08001, does not answer, HEJIE_DB_URL"})
    void whatCannotBeOpenedIsSaidWithoutThePassword(String state, String problem, String action) {
        var thrown = UnusableDatabaseException.notOpened(URL, "owner", new IllegalStateException(new SQLException("", state)));

        FailureAnalysis shown = new UnusableDatabaseAnalyzer().analyze(new IllegalStateException(thrown));

        assertThat(shown.getDescription()).contains(problem).contains("db.example:5432/hejie").doesNotContain("hidden");
        assertThat(shown.getAction()).contains(action);
    }
}
