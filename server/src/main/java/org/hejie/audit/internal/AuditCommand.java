package org.hejie.audit.internal;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hejie.audit.AuditVerification;
import org.hejie.audit.Seal;
import org.hejie.audit.Seals;
import org.hejie.audit.Verdict;
import org.hejie.shared.Command;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code ./hejie audit verify [NUMBER=HASH …]}, {@code audit seal}, {@code audit seals}. */
@Component
class AuditCommand implements Command {

    private static final int SEALS_SHOWN = 10;
    private static final Pattern NOTED = Pattern.compile("(\\d{1,9})=([0-9a-fA-F]{64})");
    private static final String USAGE = """
            usage: audit verify [NUMBER=HASH …]   recompute the whole history; compare seals noted elsewhere
                   audit seal                     seal what is committed now and print the seal
                   audit seals                    print the newest seals, to be noted outside the database
            """;

    private final AuditVerification verification;
    private final Seals seals;

    AuditCommand(AuditVerification verification, Seals seals) {
        this.verification = verification;
        this.seals = seals;
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public int run(List<String> arguments) {
        String verb = arguments.isEmpty() ? "" : arguments.getFirst();
        return switch (verb) {
            case "verify" -> verify(arguments.subList(1, arguments.size()));
            case "seal" -> {
                print(seals.seal());
                yield 0;
            }
            case "seals" -> {
                seals.newest(SEALS_SHOWN).forEach(AuditCommand::print);
                yield 0;
            }
            default -> {
                System.err.print(USAGE);
                yield 2;
            }
        };
    }

    private int verify(List<String> words) {
        Map<Long, String> noted = noted(words);
        if (noted == null) {
            System.err.print(USAGE);
            return 2;
        }
        Verdict verdict = verification.verify(noted);
        verdict.tables().forEach(table ->
                System.out.printf("%-28s %,12d rows in %,d chains%n", table.name(), table.rows(), table.chains()));
        System.out.printf("%-28s %,12d seals%n", "audit.seal", verdict.seals());
        System.out.printf("%.1f s%n", verdict.took().toMillis() / 1000.0);
        System.out.println(verdict.sound() ? "The history is sound." : "FIRST FAULT: " + verdict.fault());
        return verdict.sound() ? 0 : 1;
    }

    private static @Nullable Map<Long, String> noted(List<String> words) {
        Map<Long, String> noted = new TreeMap<>();
        for (String word : words) {
            Matcher seal = NOTED.matcher(word);
            if (!seal.matches()) {
                return null;
            }
            noted.put(Long.valueOf(seal.group(1)), seal.group(2));
        }
        return noted;
    }

    private static void print(Seal seal) {
        System.out.printf("%d=%s  %s  %,d chains%n", seal.number(), seal.hash(), seal.sealedOn(), seal.heads());
    }
}
