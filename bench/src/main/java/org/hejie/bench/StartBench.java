package org.hejie.bench;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Time from the command to the first 200 of {@code /readyz}, and the memory the idle server holds. */
final class StartBench {

    private final Options options;
    private final Report report = new Report("start");

    StartBench(Options options) {
        this.options = options;
    }

    void run() throws IOException, InterruptedException {
        report.line("  one start to make what is missing: database, small county");
        MeasuredServer.start(options).close();
        boolean cold = forgetFiles();
        long resident;
        try (MeasuredServer server = MeasuredServer.start(options)) {
            double seconds = seconds(server);
            report.line("  %-44s %6.1f s", cold ? "ready, nothing in the file cache" : "ready, first (the file cache could not be emptied)",
                    seconds);
            report.figure(cold ? "cold_ready_s" : "first_ready_s", seconds);
        }
        double sum = 0;
        double worst = 0;
        int times = options.number("times", 3);
        long most = 0;
        for (int i = 0; i < times; i++) {
            try (MeasuredServer server = MeasuredServer.start(options)) {
                double seconds = seconds(server);
                sum += seconds;
                worst = Math.max(worst, seconds);
                Thread.sleep(10_000);
                resident = server.residentMegabytes();
                most = Math.max(most, resident);
                report.line("  %-44s %6.1f s   idle after 10 s: %d MB", "ready, warm", seconds, resident);
            }
        }
        report.figure("ready_s_mean", Report.rounded(sum / times));
        report.figure("ready_s_worst", worst);
        report.figure("idle_rss_mb", most);
        report.print();
    }

    private static double seconds(MeasuredServer server) {
        return Report.rounded(server.untilReady().toMillis() / 1000.0);
    }

    /** Asks the kernel to drop what it keeps of files; only root may. */
    private static boolean forgetFiles() throws IOException {
        try {
            Files.writeString(Path.of("/proc/sys/vm/drop_caches"), "3");
            return true;
        } catch (FileSystemException e) {
            return false;
        }
    }
}
