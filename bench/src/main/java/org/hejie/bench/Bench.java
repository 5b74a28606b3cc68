package org.hejie.bench;

import java.util.List;

/** {@code ./hejie bench NAME [OPTIONS]}. Prints a table and, last, one line of JSON. */
public final class Bench {

    private Bench() {
    }

    /**
     * Runs one measurement.
     *
     * @param arguments its name and options
     * @throws Exception if the server does not start or answers what it must not
     */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 0) {
            usage();
        }
        Options options = Options.parse(List.of(arguments).subList(1, arguments.length));
        switch (arguments[0]) {
            case "lifecycle" -> new LifecycleBench(options).run();
            case "list" -> new ListBench(options).run();
            case "twins" -> new TwinsBench(options).run();
            case "import" -> new ImportBench(options).run();
            case "mediation" -> new MediationBench(options).run();
            case "referral" -> new ReferralBench(options).run();
            case "rules" -> new RulesBench(options).run();
            case "answers" -> new AnswersBench(options).run();
            case "dossier" -> new DossierBench(options).run();
            case "start" -> new StartBench(options).run();
            case "burst" -> new BurstBench(options).run();
            case "kill" -> new KillRun(options).run();
            case "database-restart" -> new RestartRun(options).run();
            case "disk-full" -> new DiskFullRun(options).run();
            case "two-nodes" -> new TwoNodesRun(options).run();
            default -> usage();
        }
    }

    private static void usage() {
        System.err.println("""
                ./hejie bench lifecycle [--rows 100000] [--clients 32] [--seconds 60] [--warmup 20]
                ./hejie bench list      [--rows 1000000] [--clients 4] [--seconds 10] [--warmup 60]
                ./hejie bench twins     [--rows 1000000] [--clients 1] [--seconds 10]
                ./hejie bench import    [--rows 100000]
                ./hejie bench mediation [--clients 16] [--seconds 30] [--warmup 10]
                ./hejie bench referral  [--rows 10000] [--clients 2] [--warmup 2000]
                ./hejie bench rules     [--rows 100000] [--times 3]
                ./hejie bench answers   [--changes 10000]
                ./hejie bench dossier   --heap 300m [--pages 200] [--times 3]
                ./hejie bench start     [--times 3]
                ./hejie bench burst     [--rows 1000000] [--seconds 600] [--phase 60] [--low 1] [--high 35] [--clients 64]
                Faults, on a folder of their own (docs/reliability.md):
                ./hejie bench kill             --data bench/faults [--times 100] [--clients 8] [--seed 1]
                ./hejie bench database-restart --data bench/faults [--times 10] [--clients 8]
                ./hejie bench two-nodes        --data bench/faults [--seconds 30] [--clients 8] [--timers 50]
                ./hejie bench disk-full        --data DIR, which must lie on a small file system of its own
                All: [--data bench/data] [--port 8089] [--heap 640m] [--java-options "..."]
                The data folder is kept; a run with more rows adds to it. list and twins without --rows take what is there.""");
        System.exit(2);
    }
}
