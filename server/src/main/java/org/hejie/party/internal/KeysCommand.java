package org.hejie.party.internal;

import java.util.List;
import org.hejie.shared.Command;
import org.hejie.shared.audit.AuditActor;
import org.hejie.shared.audit.AuditEntry;
import org.hejie.shared.audit.AuditKind;
import org.hejie.shared.audit.AuditLog;
import org.hejie.shared.crypto.KeyFile;
import org.hejie.shared.crypto.KeyRing;
import org.springframework.stereotype.Component;

/** {@code ./hejie keys}, {@code keys rotate}, {@code keys renew}. */
@Component
class KeysCommand implements Command {

    private static final String USAGE = """
            usage: keys           which keys there are
                   keys rotate    add a key; restart every server, then run keys renew
                   keys renew     write what is encrypted under older keys anew
            """;

    private final KeyFile file;
    private final KeyRing keys;
    private final KeyRenewal renewal;
    private final AuditLog audit;

    KeysCommand(KeyFile file, KeyRing keys, KeyRenewal renewal, AuditLog audit) {
        this.file = file;
        this.keys = keys;
        this.renewal = renewal;
        this.audit = audit;
    }

    @Override
    public String name() {
        return "keys";
    }

    @Override
    public int run(List<String> arguments) {
        return switch (String.join(" ", arguments)) {
            case "" -> {
                System.out.printf("%s: keys %s, %d encrypts%n", file, keys.ids(), keys.currentId());
                yield 0;
            }
            case "rotate" -> {
                KeyRing rotated = file.rotate();
                audit.record(AuditEntry.of(AuditKind.ADMINISTRATION, "KEY_ADDED").by(AuditActor.SYSTEM)
                        .on("key", rotated.currentId()));
                System.out.printf("Key %d added to %s. Copy the file to its safe place, restart every server,%n"
                        + "then run: keys renew%n", rotated.currentId(), file);
                yield 0;
            }
            case "renew" -> {
                long fields = renewal.renew();
                audit.record(AuditEntry.of(AuditKind.ADMINISTRATION, "FIELDS_RENEWED").by(AuditActor.SYSTEM)
                        .on("key", keys.currentId()));
                System.out.printf("%,d fields written anew under key %d.%n", fields, keys.currentId());
                yield 0;
            }
            default -> {
                System.err.print(USAGE);
                yield 2;
            }
        };
    }
}
