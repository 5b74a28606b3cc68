package org.hejie.party.internal;

import java.io.PrintStream;
import java.util.List;
import org.hejie.shared.Command;
import org.hejie.shared.audit.AuditActor;
import org.hejie.shared.audit.AuditEntry;
import org.hejie.shared.audit.AuditKind;
import org.hejie.shared.audit.AuditLog;
import org.hejie.shared.crypto.KeyFile;
import org.hejie.shared.crypto.KeyRenewal;
import org.hejie.shared.crypto.KeyRenewal.Renewed;
import org.hejie.shared.crypto.KeyRing;
import org.hejie.shared.crypto.SealedColumn.Renewal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** {@code ./hejie keys}, {@code keys rotate}, {@code keys renew}, {@code keys renew content}. */
@Component
class KeysCommand implements Command {

    private static final int SHOWN = 50;
    private static final String USAGE = """
            usage: keys                  which keys there are, and how much is under each
                   keys rotate           add a key; restart every server, then run keys renew
                   keys renew            write fields under older keys anew
                   keys renew content    write files and imports that lie in the database anew
            """;

    private final KeyFile file;
    private final KeyRing keys;
    private final KeyRenewal renewal;
    private final AuditLog audit;
    private final PrintStream out;

    @Autowired
    KeysCommand(KeyFile file, KeyRing keys, KeyRenewal renewal, AuditLog audit) {
        this(file, keys, renewal, audit, System.out);
    }

    KeysCommand(KeyFile file, KeyRing keys, KeyRenewal renewal, AuditLog audit, PrintStream out) {
        this.file = file;
        this.keys = keys;
        this.renewal = renewal;
        this.audit = audit;
        this.out = out;
    }

    @Override
    public String name() {
        return "keys";
    }

    @Override
    public int run(List<String> arguments) {
        return switch (String.join(" ", arguments)) {
            case "" -> show();
            case "rotate" -> rotate();
            case "renew" -> renew(Renewal.FIELD, "fields");
            case "renew content" -> renew(Renewal.CONTENT, "files and parts of imports");
            default -> {
                System.err.print(USAGE);
                yield 2;
            }
        };
    }

    private int show() {
        out.printf("%s: keys %s, %d encrypts%n", file, keys.ids(), keys.currentId());
        new KeyTable(keys, renewal.standings()).print(out);
        return 0;
    }

    private int rotate() {
        KeyRing rotated = file.rotate();
        audit.record(AuditEntry.of(AuditKind.ADMINISTRATION, "KEY_ADDED").by(AuditActor.SYSTEM).on("key", rotated.currentId()));
        out.printf("Key %d added to %s. Copy the file to its safe place, restart every server,%nthen run: keys renew%n",
                rotated.currentId(), file);
        return 0;
    }

    private int renew(Renewal sort, String what) {
        Renewed renewed = renewal.renew(sort);
        audit.record(AuditEntry.of(AuditKind.ADMINISTRATION, "FIELDS_RENEWED").by(AuditActor.SYSTEM).on("key", keys.currentId()));
        out.printf("%,d %s written anew under key %d.%n", renewed.count(), what, keys.currentId());
        new KeyTable(keys, renewal.standings()).printKept(out);
        renewed.unreadable().stream().limit(SHOWN).forEach(out::println);
        if (!renewed.unreadable().isEmpty()) {
            out.printf("%,d COULD NOT BE READ and were left as they are.%n", renewed.unreadable().size());
        }
        return renewed.unreadable().isEmpty() ? 0 : 1;
    }
}
