package org.hejie.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Processor time of processes, from {@code /proc}: who used the cores during a run. Zero where there is no /proc. */
final class CpuTime {

    private static final double TICKS_PER_SECOND = 100;

    private CpuTime() {
    }

    /** Seconds used so far by the server, its PostgreSQL and this generator. */
    record Spent(double server, double postgres, double generator) {

        static Spent soFar(MeasuredServer server, Path data) throws IOException {
            return new Spent(ofProcess(server.pid()), ofPostgres(data), ofProcess(ProcessHandle.current().pid()));
        }

        Spent since(Spent before) {
            return new Spent(server - before.server, postgres - before.postgres, generator - before.generator);
        }
    }

    /** Seconds that the process has used. */
    static double ofProcess(long pid) {
        return seconds(Path.of("/proc/" + pid));
    }

    /** Seconds that all living processes of the PostgreSQL in the data folder have used. */
    static double ofPostgres(Path data) throws IOException {
        String postmaster = Files.readAllLines(data.resolve("postgres/postmaster.pid")).getFirst().strip();
        return processes(path -> path.getFileName().toString().equals(postmaster) || parent(path).equals(postmaster));
    }

    private static double processes(Predicate<Path> wanted) throws IOException {
        if (!Files.isDirectory(Path.of("/proc"))) {
            return 0;
        }
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            return all.filter(path -> path.getFileName().toString().matches("\\d+")).filter(wanted)
                    .mapToDouble(CpuTime::seconds).sum();
        }
    }

    private static String parent(Path process) {
        String[] fields = fields(process);
        return fields.length > 1 ? fields[1] : "";
    }

    private static double seconds(Path process) {
        String[] fields = fields(process);
        return fields.length > 12 ? (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND : 0;
    }

    /** Fields of {@code stat} after the command's name, which may contain blanks. */
    private static String[] fields(Path process) {
        try {
            String stat = Files.readString(process.resolve("stat"));
            return stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        } catch (IOException e) {
            return new String[0];
        }
    }
}
