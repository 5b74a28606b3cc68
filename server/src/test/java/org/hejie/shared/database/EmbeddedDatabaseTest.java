package org.hejie.shared.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the server reaches the database that comes with it. */
class EmbeddedDatabaseTest {

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "/var/lib/hejie/sockets/.s.PGSQL.65535                                                                      | true",
        "/数据 一/sockets/.s.PGSQL.65535                                                                            | true",
        "/a,b/sockets/.s.PGSQL.65535                                                                                | false",
        "/it's/sockets/.s.PGSQL.65535                                                                               | false",
        "/$HOME/sockets/.s.PGSQL.65535                                                                              | false",
        "/12345678901234567890123456789012345678901234567890123456789012345678901234567890/sockets/.s.PGSQL.65535   | false",
        "/数据数据数据数据数据数据数据数据数据数据数据数据数据数/sockets/.s.PGSQL.65535                             | false",
    })
    void aSocketHasAShortPlainPath(String path, boolean taken) {
        assertThat(EmbeddedDatabase.takesSocket(path)).isEqualTo(taken);
    }

    @Test
    void theDriverGoesByTheSocketAndKeepsItsTimeOuts() throws Exception {
        Path data = folder.resolve("数据 一");
        try (EmbeddedDatabase database = EmbeddedDatabase.open(data, new Secrets(data.resolve("secrets"))); Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            assertThat(address(statement)).isNull();
            assertThat(connection.isValid(2)).isTrue();
            statement.setQueryTimeout(1);
            assertThatThrownBy(() -> statement.execute("select pg_sleep(30)")).isInstanceOfSatisfying(SQLException.class,
                    stopped -> assertThat(stopped.getSQLState()).isEqualTo("57014"));
            assertThat(address(statement)).isNull();
        }
        assertThat(data.resolve("sockets")).isEmptyDirectory();
    }

    @Test
    void whereNoSocketCanBeTheLoopbackAddressIsTaken() throws Exception {
        Path data = folder.resolve("a,b");
        try (EmbeddedDatabase database = EmbeddedDatabase.open(data, new Secrets(data.resolve("secrets"))); Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            assertThat(address(statement)).isEqualTo("127.0.0.1");
        }
        assertThat(Files.exists(data.resolve("sockets"))).isFalse();
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.url(), "postgres", database.password());
    }

    private static String address(Statement statement) throws SQLException {
        try (var row = statement.executeQuery("select host(inet_client_addr())")) {
            row.next();
            return row.getString(1);
        }
    }
}
