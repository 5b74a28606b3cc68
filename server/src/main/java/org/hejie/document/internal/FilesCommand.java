package org.hejie.document.internal;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hejie.document.internal.ContentInventory.Outcome;
import org.hejie.document.internal.ContentInventory.Report;
import org.hejie.shared.Command;
import org.hejie.shared.web.Problem;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** {@code ./hejie files copy}, {@code files verify}: content beside the database brought over and read. */
@Component
class FilesCommand implements Command {

    private static final int FAULTS_SHOWN = 50;
    private static final int TOLD_EVERY = 1_000;
    private static final String USAGE = """
            usage: files copy     bring into the folder or bucket of HEJIE_FILES_STORE what lies in the other; go on after an interruption
                   files verify   read all content that lies beside the database and recompute its hashes
            """;

    private final ContentInventory inventory;
    private final ContentStores stores;
    private final PrintStream out;

    @Autowired
    FilesCommand(ContentInventory inventory, ContentStores stores) {
        this(inventory, stores, System.out);
    }

    FilesCommand(ContentInventory inventory, ContentStores stores, PrintStream out) {
        this.inventory = inventory;
        this.stores = stores;
        this.out = out;
    }

    @Override
    public String name() {
        return "files";
    }

    @Override
    public int run(List<String> arguments) {
        return switch (arguments.size() == 1 ? arguments.getFirst() : "") {
            case "copy" -> copy();
            case "verify" -> told(inventory::verify, "All content is as it was kept.");
            default -> {
                System.err.print(USAGE);
                yield 2;
            }
        };
    }

    private int copy() {
        if (stores.chosen().isEmpty()) {
            out.println("New files lie in the database. Set HEJIE_FILES_STORE to folder or s3, as the server has it.");
            return 2;
        }
        if (stores.further().isEmpty()) {
            out.println("There is nothing to copy from: HEJIE_FILES_S3_BUCKET is not set.");
            return 2;
        }
        out.printf("Into the %s, from the %s.%n", stores.chosen().get().name(), stores.further().getFirst().name());
        return told(inventory::copy, "All content is in the " + stores.chosen().get().name() + ".");
    }

    private interface Walk {
        void tell(Report report);
    }

    private int told(Walk walk, String sound) {
        var tally = new Tally(inventory.size());
        try {
            walk.tell(tally);
        } catch (Problem unavailable) {
            tally.print();
            stores.all().stream().map(ContentStore::fault).flatMap(Optional::stream).forEach(out::println);
            out.println("STOPPED: the folder or bucket does not work. What was done is done: run it again.");
            return 1;
        }
        tally.print();
        out.println(tally.sound() ? sound
                : "NOT ALL CONTENT IS SOUND: take what is missing or damaged from a copy, into the folder or bucket under its name.");
        return tally.sound() ? 0 : 1;
    }

    private final class Tally implements Report {

        private final long known;
        private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        private long seen;

        Tally(long known) {
            this.known = known;
        }

        @Override
        public void on(Address address, Outcome outcome) {
            long count = counts.merge(outcome, 1L, Long::sum);
            if (fault(outcome) && count <= FAULTS_SHOWN) {
                out.println(outcome + " " + address.key());
            }
            if (++seen % TOLD_EVERY == 0) {
                out.printf("%,d of %,d%n", seen, known);
            }
        }

        private static boolean fault(Outcome outcome) {
            return outcome == Outcome.MISSING || outcome == Outcome.DAMAGED;
        }

        boolean sound() {
            return counts.keySet().stream().noneMatch(Tally::fault);
        }

        void print() {
            out.printf("%,d of %,d", seen, known);
            counts.forEach((outcome, count) -> out.printf(", %,d %s", count, outcome.name().toLowerCase(Locale.ROOT)));
            out.println();
        }
    }
}
