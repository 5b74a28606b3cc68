package org.hejie.bench;

import java.io.IOException;
import java.sql.SQLException;

/** Brings the measured database to a number of matters by the server's bulk path. */
final class Stock {

    private Stock() {
    }

    /** Does nothing when there are as many already. */
    static void bringTo(Options options, int rows) throws IOException, SQLException, InterruptedException {
        long there;
        try (MeasuredServer server = MeasuredServer.start(options)) {
            there = new Database(options.data()).matters();
        }
        if (there >= rows) {
            System.out.println("Matters in " + options.data() + ": " + there);
            return;
        }
        System.out.println("Matters in " + options.data() + ": " + there + ", bringing them to " + rows);
        long started = System.nanoTime();
        MeasuredServer.command(options, "bench-load", Integer.toString(rows));
        System.out.printf("Loaded in %.0f s%n", (System.nanoTime() - started) / 1e9);
    }
}
