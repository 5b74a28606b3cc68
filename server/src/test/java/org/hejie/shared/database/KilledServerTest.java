package org.hejie.shared.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.hejie.Hejie;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real server in a process of its own, killed as {@code kill -9} does, while it writes and commits. */
class KilledServerTest {

    @TempDir
    private Path data;

    private Process server;

    @AfterEach
    void stop() throws Exception {
        server.destroyForcibly().waitFor();
        LeftoverPostmaster.stop(data.resolve("postgres"));
    }

    /** One life of a county's folder, since each start of a whole server takes its time. */
    @Test
    void aFolderOutlivesItsServerThenItsPostmasterAndIsLeftCleanByTerm() throws Exception {
        startServer();
        commit(200);
        ProcessHandle leftover = postmaster();
        server.destroyForcibly().waitFor();
        assertThat(runs(leftover)).isTrue();

        startServer();
        assertThat(runs(leftover)).isFalse();
        assertThat(committed()).isEqualTo(200);

        ProcessHandle postmaster = postmaster();
        List<ProcessHandle> all = postmaster.children().toList();
        postmaster.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        server.destroyForcibly().waitFor();
        assertThat(data.resolve("postgres/postmaster.pid")).exists();

        startServer();
        assertThat(committed()).isEqualTo(200);
        assertThat(number("select count(*) from pg_stat_activity where usename = 'hejie_app' and client_addr is null")).isPositive();
        assertThat(number("select count(*) from pg_stat_activity where usename = 'hejie_app' and client_addr is not null")).isZero();
        assertThat(data.resolve("sockets")).isDirectoryNotContaining(file -> !file.getFileName().toString().contains(port()));
        postmaster = postmaster();
        server.destroy();
        server.waitFor();
        assertThat(runs(postmaster)).isFalse();
        assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    private void startServer() throws IOException {
        server = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-cp", System.getProperty("java.class.path"), Hejie.class.getName(),
                "--server.port=0", "--hejie.data=" + data)
                .redirectErrorStream(true)
                .start();
        var output = server.inputReader();
        var said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            if (line.contains("Started Hejie")) {
                return;
            }
        }
        throw new AssertionError("the server did not start:\n" + said);
    }

    private ProcessHandle postmaster() throws IOException {
        String pid = Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst().strip();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    /** A process that ended and that nobody has yet waited for has no command any more. */
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    /** Commits one row after the other, each its own transaction. */
    private void commit(int rows) throws Exception {
        try (Connection owner = connect(); var statement = owner.createStatement()) {
            statement.execute("create table public.written (id int primary key)");
            for (int id = 0; id < rows; id++) {
                statement.execute("insert into public.written values (" + id + ")");
            }
        }
    }

    private int committed() throws Exception {
        return number("select count(*) from public.written");
    }

    private int number(String query) throws Exception {
        try (Connection owner = connect(); var rows = owner.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private String port() {
        try {
            return Files.readString(data.resolve("postgres.port")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Connection connect() throws IOException, SQLException {
        String password = Files.readString(data.resolve("secrets/postgres")).strip();
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port() + "/postgres", "postgres", password);
    }
}
