package org.hejie.shared.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that comes with the program: kept in a folder, durable ({@code fsync} and
 * {@code synchronous_commit} on), on the loopback address, with a password. One process runs it; another on
 * the same folder (a command beside a running server) joins it. What a killed server left running is stopped first.
 */
final class EmbeddedDatabase implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);

    /** Durability first; the rest is sized for one small machine. */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("shared_buffers", "384MB"),
            Map.entry("max_connections", "60"),
            Map.entry("max_wal_size", "4GB"),
            Map.entry("checkpoint_timeout", "15min"),
            Map.entry("unix_socket_permissions", "0700"),
            Map.entry("jit", "off"),
            Map.entry("random_page_cost", "1.1"),
            Map.entry("effective_cache_size", "4GB"),
            Map.entry("max_parallel_workers_per_gather", "0"),
            Map.entry("timezone", "UTC"));

    /** The longest path of a socket that Linux and macOS take, in bytes. */
    private static final int LONGEST_SOCKET = 103;

    /** A list of folders and a shell read the path: no comma, no quote, nothing else that means something to them. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}/._@+= -]+");

    private final Path directory;
    private final Path sockets;
    private final String password;
    private @Nullable EmbeddedPostgres server;
    private @Nullable RandomAccessFile lockFile;
    private int port;

    private EmbeddedDatabase(Path directory, String password) {
        this.directory = directory;
        this.sockets = directory.resolve("sockets");
        this.password = password;
    }

    /** Starts the database in the folder, or joins the one another process runs there. */
    static EmbeddedDatabase open(Path directory, Secrets secrets) {
        var database = new EmbeddedDatabase(directory.toAbsolutePath().normalize(), secrets.get("postgres"));
        try {
            Files.createDirectories(database.directory);
            database.start();
        } catch (IOException e) {
            database.closeQuietly();
            throw new UncheckedIOException("the embedded PostgreSQL in " + directory + " did not start", e);
        }
        return database;
    }

    /** By its socket in the folder where there is one, else by the loopback address. */
    String url() {
        String address = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        Path socket = socket(port);
        return Files.exists(socket) ? address + "?socketFactory=" + LocalSocketFactory.class.getName() + "&socketFactoryArg="
                + URLEncoder.encode(socket.toString(), StandardCharsets.UTF_8) : address;
    }

    private Path socket(int of) {
        return sockets.resolve(".s.PGSQL." + of);
    }

    /** Whether a socket can have such a path. */
    static boolean takesSocket(String path) {
        return path.getBytes(StandardCharsets.UTF_8).length <= LONGEST_SOCKET && PLAIN.matcher(path).matches();
    }

    /** Where PostgreSQL may make a socket, which nobody else has left anything in; empty for nowhere. */
    private String roomForSocket() throws IOException {
        if (!takesSocket(socket(65_535).toString())) {
            return "";
        }
        Files.createDirectories(sockets);
        try (Stream<Path> left = Files.list(sockets)) {
            for (Path one : left.toList()) {
                Files.delete(one);
            }
        }
        return "'" + sockets + "'";
    }

    String password() {
        return password;
    }

    private void start() throws IOException {
        Path portFile = directory.resolve("postgres.port");
        lockFile = new RandomAccessFile(directory.resolve("hejie.lock").toFile(), "rw");
        if (!lock(lockFile)) {
            lockFile.close();
            lockFile = null;
            port = Integer.parseInt(Files.readString(portFile).strip());
            LOG.info("Joined the PostgreSQL that runs on port {}", port);
            return;
        }
        Path data = directory.resolve("postgres");
        var log = ProcessBuilder.Redirect.appendTo(directory.resolve("postgres.log").toFile());
        LeftoverPostmaster.stop(data);
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data.toFile())
                .setOverrideWorkingDirectory(directory.resolve("postgres-programs").toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofMinutes(2))
                .setLocaleConfig("locale", "C.UTF-8")
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .setConnectConfig("password", password);
        SETTINGS.forEach(builder::setServerConfig);
        builder.setServerConfig("unix_socket_directories", roomForSocket());
        server = builder.start();
        port = server.getPort();
        requirePassword(server.getPostgresDatabase(), data);
        Files.writeString(portFile, Integer.toString(port));
    }

    private static boolean lock(RandomAccessFile file) throws IOException {
        try {
            FileLock lock = file.getChannel().tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** The embedded server begins by trusting every local account; this closes that door. */
    private void requirePassword(DataSource database, Path data) throws IOException {
        Path rules = data.resolve("pg_hba.conf");
        List<String> closed = List.of("# written by Hejie: a password for everyone, on this machine only",
                "local all all scram-sha-256", "host all all 127.0.0.1/32 scram-sha-256", "host all all ::1/128 scram-sha-256");
        if (Files.readAllLines(rules).equals(closed)) {
            return;
        }
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("alter role postgres password '" + password + "'");
            Files.write(rules, closed);
            statement.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            throw new IOException("the password of the embedded PostgreSQL could not be set", e);
        }
    }

    /** After a start that failed half-way: nothing is left running. */
    private void closeQuietly() {
        try {
            close();
        } catch (IOException e) {
            LOG.warn("The embedded PostgreSQL could not be stopped", e);
        }
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
        }
        if (lockFile != null) {
            lockFile.close();
        }
    }
}
