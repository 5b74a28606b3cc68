package org.hejie.party.internal;

import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hejie.shared.crypto.KeyRenewal.Standing;
import org.hejie.shared.crypto.KeyRing;

/** How much is under which key, as an operator reads it. */
record KeyTable(KeyRing keys, List<Standing> standings) {

    /** Every column that holds something, and what each older key is still needed for. */
    void print(PrintStream out) {
        Set<Integer> ids = new TreeSet<>(keys.ids());
        standings.forEach(standing -> ids.addAll(standing.byKey().keySet()));
        out.printf("%-32s%s%n", "Sealed under key", ids.stream().map("%12d"::formatted).collect(Collectors.joining()));
        standings.stream().filter(KeyTable::holdsSomething).forEach(standing -> out.printf("%-32s%s%s%n", standing.column(),
                ids.stream().map(id -> "%,12d".formatted(standing.under(id))).collect(Collectors.joining()), note(standing)));
        keys.ids().stream().filter(id -> id != keys.currentId()).forEach(id -> out.println(need(id)));
    }

    /** What a renewal leaves under older keys. */
    void printKept(PrintStream out) {
        standings.forEach(standing -> {
            long old = keys.ids().stream().filter(id -> id != keys.currentId()).mapToLong(standing::under).sum();
            if (old > 0) {
                out.printf("%,d of %s stay under older keys%s%n", old, standing.column(), why(standing));
            }
            if (standing.beside() > 0) {
                out.printf("%,d of %s lie beside the database and stay under the key of their time.%n", standing.beside(), standing.column());
            }
        });
    }

    private static boolean holdsSomething(Standing standing) {
        return standing.beside() > 0 || !standing.byKey().isEmpty();
    }

    private static String note(Standing standing) {
        String beside = standing.beside() == 0 ? "" : "  and %,d beside the database, each under the key of its time".formatted(standing.beside());
        return beside + switch (standing.column().renewal()) {
            case FIELD -> "";
            case CONTENT -> "  (keys renew content)";
            case NEVER -> "  (append-only)";
        };
    }

    private static String why(Standing standing) {
        return switch (standing.column().renewal()) {
            case FIELD -> ": run keys renew.";
            case CONTENT -> ": run keys renew content.";
            case NEVER -> ": the table is append-only.";
        };
    }

    private String need(int keyId) {
        long under = standings.stream().mapToLong(standing -> standing.under(keyId)).sum();
        long beside = standings.stream().mapToLong(Standing::beside).sum();
        boolean oldest = keys.ids().iterator().next() == keyId;
        String needed = under > 0 ? "is needed for %,d in the database".formatted(under)
                : beside > 0 ? "may be needed for what lies beside the database"
                : "is needed for nothing in the database any more, only for older copies of it";
        return "Key " + keyId + " " + needed + (oldest ? "; it makes the blind index and stays." : ".");
    }
}
