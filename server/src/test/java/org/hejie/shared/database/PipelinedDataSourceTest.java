package org.hejie.shared.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;

/** What waits runs once, before the statement it waits for, whatever that is, and never after a rollback. */
@HejieTest
class PipelinedDataSourceTest {

    private static final String NOTE = "insert into note (what) values (?)";

    @Autowired
    @FlywayDataSource
    DataSource owner;

    private Connection connection;

    @BeforeEach
    void begin() throws SQLException {
        connection = new PipelinedDataSource(owner).getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("create temp table note (id serial, what text check (what <> 'no'))");
        }
        connection.setAutoCommit(false);
        note("first");
        note("second");
    }

    @AfterEach
    void end() throws SQLException {
        connection.setAutoCommit(false);
        connection.rollback();
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("drop table if exists note");
        }
        connection.close();
    }

    @Test
    void itGoesBeforeAQuestionWhoseAnswerIsItsOwn() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select count(*) from note where what <> ?")) {
            statement.setString(1, "third");
            ResultSet answer = statement.executeQuery();
            assertThat(answer.next()).isTrue();
            assertThat(answer.getInt(1)).isEqualTo(2);
            assertThat(answer.next()).isFalse();
        }
        assertThat(notes()).containsExactly("first", "second");
    }

    @Test
    void itGoesBeforeAChangeWhoseCountIsItsOwn() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("update note set what = what || ? where what = 'second'")) {
            statement.setString(1, "!");
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
        assertThat(notes()).containsExactly("first", "second!");
    }

    @Test
    void itRunsOnceHoweverOftenTheStatementDoes() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NOTE)) {
            for (String what : List.of("third", "fourth", "fifth")) {
                statement.setString(1, what);
                assertThat(statement.executeUpdate()).isEqualTo(1);
            }
        }
        assertThat(notes()).containsExactly("first", "second", "third", "fourth", "fifth");
    }

    @Test
    void itGoesBeforeABatch() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NOTE)) {
            statement.setString(1, "third");
            statement.addBatch();
            statement.setString(1, "fourth");
            statement.addBatch();
            assertThat(statement.executeBatch()).hasSize(2);
        }
        assertThat(notes()).containsExactly("first", "second", "third", "fourth");
    }

    @Test
    void itGoesBeforeACursor() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select what from note")) {
            statement.setFetchSize(1);
            ResultSet answer = statement.executeQuery();
            assertThat(answer.next()).isTrue();
            assertThat(answer.next()).isTrue();
        }
    }

    @Test
    void theConnectionOfEveryStatementIsTheOneThatWasGiven() throws SQLException {
        try (PreparedStatement behind = connection.prepareStatement("select 1")) {
            behind.execute();
            assertThat(connection).isEqualTo(behind.getConnection());
        }
        try (PreparedStatement alone = connection.prepareStatement("select 1")) {
            assertThat(connection).isEqualTo(alone.getConnection());
        }
    }

    @Test
    void itGoesBeforeASavepointAndBeforeTheDriverItself() throws SQLException {
        connection.rollback(connection.setSavepoint());
        assertThat(notes()).containsExactly("first", "second");
        note("third");
        assertThat(connection.unwrap(PGConnection.class)).isNotNull();
        connection.setAutoCommit(true);
        assertThat(notes()).containsExactly("first", "second", "third");
    }

    @Test
    void itGoesWithTheCommit() throws SQLException {
        connection.commit();
        connection.rollback();
        assertThat(notes()).containsExactly("first", "second");
    }

    @Test
    void aRollbackForgetsIt() throws SQLException {
        connection.rollback();
        connection.commit();
        assertThat(notes()).isEmpty();
    }

    @Test
    void itsErrorIsTheErrorOfWhatItTravelsWithAndNothingStays() throws SQLException {
        note("no");
        assertThatThrownBy(connection::commit).isInstanceOfSatisfying(SQLException.class,
                e -> assertThat(e.getSQLState()).isEqualTo("23514"));
        connection.rollback();
        assertThat(notes()).isEmpty();
    }

    private void note(String what) {
        ((Beforehand) connection).beforehand(NOTE, List.of(what));
    }

    private List<String> notes() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select coalesce(array_agg(what order by id), '{}') from note")) {
            rows.next();
            return List.of((String[]) rows.getArray(1).getArray());
        }
    }
}
