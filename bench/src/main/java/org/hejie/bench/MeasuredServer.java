package org.hejie.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The server under measurement: the jar that {@code ./hejie demo} runs, with the same options, in a process of
 * its own, on a data folder that is kept between runs. The small demo county gives it units and accounts.
 */
final class MeasuredServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Options options;
    private final Process process;
    private final Duration untilReady;
    private final Thread guard = new Thread(this::stop);

    private MeasuredServer(Options options, Process process, Duration untilReady) {
        this.options = options;
        this.process = process;
        this.untilReady = untilReady;
        Runtime.getRuntime().addShutdownHook(guard);
    }

    /** Starts the server and waits until it is ready. */
    static MeasuredServer start(Options options) throws IOException {
        if (ready(options.port())) {
            throw new IOException("Another server answers on port " + options.port() + "; stop it or take --port");
        }
        long started = System.nanoTime();
        List<String> command = command(options);
        command.addAll(List.of("--server.port=" + options.port(), "--spring.main.banner-mode=off",
                "--logging.file.name=" + options.data().resolve("server.log"), "--logging.threshold.console=off"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log(options)).start();
        while (!ready(options.port())) {
            if (!process.isAlive() || System.nanoTime() - started > PATIENCE.toNanos()) {
                process.destroy();
                throw new IOException("The server did not start; see " + options.data().resolve("server.log"));
            }
            LockSupport.parkNanos(20_000_000);
        }
        return new MeasuredServer(options, process, Duration.ofNanos(System.nanoTime() - started));
    }

    /** Runs a command of the server on the same folder, its output shown. */
    static void command(Options options, String... words) throws IOException, InterruptedException {
        List<String> command = command(options);
        command.addAll(command.indexOf("-jar") + 2, List.of(words));
        int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (exit != 0) {
            throw new IOException(String.join(" ", words) + " ended with " + exit);
        }
    }

    private static List<String> command(Options options) throws IOException {
        Files.createDirectories(options.data());
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(words(System.getProperty("hejie.server.options", "")));
        command.add("-Xmx" + options.text("heap", "640m"));
        command.addAll(words(options.text("java-options", "")));
        command.addAll(List.of("-jar", System.getProperty("hejie.server.jar", "server/target/app/hejie-server.jar"),
                "--spring.profiles.active=demo", "--hejie.demo.size=small", "--hejie.data=" + options.data()));
        command.addAll(words(options.text("server-arguments", "")));
        return command;
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }

    private static File log(Options options) {
        return options.data().resolve("server.out").toFile();
    }

    private static boolean ready(int port) {
        try (var connection = new HttpConnection(port)) {
            return connection.get("/readyz", "").status() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    Duration untilReady() {
        return untilReady;
    }

    boolean alive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    HttpConnection connect() {
        return new HttpConnection(options.port());
    }

    /** Ends the server as a power cut would: no signal it could heed. Its PostgreSQL lives on. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Memory the server process holds, PostgreSQL not counted. */
    long residentMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst().orElse(0);
    }

    private void stop() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
        Runtime.getRuntime().removeShutdownHook(guard);
    }
}
