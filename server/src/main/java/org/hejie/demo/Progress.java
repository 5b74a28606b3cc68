package org.hejie.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** Shows on the console how far a long loading is: percent, rows, rows a second, time left. */
final class Progress {

    private static final int BAR = 24;
    private static final long EVERY_TERMINAL = Duration.ofMillis(250).toNanos();
    private static final long EVERY_FILE = Duration.ofSeconds(10).toNanos();

    private final String title;
    private final long all;
    private final PrintStream out;
    private final boolean terminal = terminal();
    private final long started = System.nanoTime();
    private long rows;
    private long shownAt = started;

    Progress(String title, long all, PrintStream out) {
        this.title = title;
        this.all = all;
        this.out = out;
    }

    synchronized void add(int more) {
        rows += more;
        long now = System.nanoTime();
        if (now - shownAt > (terminal ? EVERY_TERMINAL : EVERY_FILE)) {
            shownAt = now;
            out.print(terminal ? "\r" + line(now) + "   " : line(now) + System.lineSeparator());
            out.flush();
        }
    }

    /** The last line, and what it took. */
    synchronized void end() {
        out.println((terminal ? "\r" : "") + line(System.nanoTime()) + "   ");
    }

    private String line(long now) {
        double seconds = (now - started) / 1e9;
        double speed = rows / Math.max(seconds, 0.001);
        int filled = all == 0 ? BAR : (int) (BAR * rows / all);
        String left = rows >= all ? String.format(Locale.ROOT, "%.0f s", seconds)
                : String.format(Locale.ROOT, "%.0f s left", (all - rows) / Math.max(speed, 0.001));
        return String.format(Locale.ROOT, "  %s [%s%s] %3d %%  %,d of %,d matters  %,.0f/s  %s", title, "#".repeat(filled),
                ".".repeat(BAR - filled), all == 0 ? 100 : 100 * rows / all, rows, all, speed, left);
    }

    private static boolean terminal() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString().matches("/dev/(pts/|tty).*");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
