package org.hejie.shared.scope;

import java.util.Arrays;
import java.util.List;

/**
 * What one transaction may see: the keys its actor holds. A key is a unit's id, a staff member's id, or
 * minus a matter's id (the resident's door to that one matter). Rows carry the keys that may see them;
 * PostgreSQL compares the two (row-level security).
 *
 * @param actor whose work it is: a staff id, a resident's door, or 0 for a job of the system
 * @param job   name of the job, or empty for a person
 * @param keys  the keys held; without any nothing is seen
 */
public record Scope(long actor, String job, List<Long> keys) {

    /** Sees nothing. */
    public static final Scope NONE = new Scope(0, "", List.of());

    public Scope {
        keys = List.copyOf(keys);
        if (!job.matches("[a-z0-9-]*")) {
            throw new IllegalArgumentException("job name: lower-case letters, digits and hyphens only");
        }
    }

    /** The scope of a person or an API client. */
    public static Scope of(long actor, long... keys) {
        return new Scope(actor, "", Arrays.stream(keys).boxed().toList());
    }

    /** The scope of a named job of the system. */
    public static Scope job(String name, long... keys) {
        return new Scope(0, name, Arrays.stream(keys).boxed().toList());
    }

    /** The text that is signed and checked: {@code actor|job|{k1,k2}}. */
    String payload() {
        var text = new StringBuilder(32 + keys.size() * 8).append(actor).append('|').append(job).append("|{");
        for (int i = 0; i < keys.size(); i++) {
            text.append(i == 0 ? "" : ",").append(keys.get(i).longValue());
        }
        return text.append('}').toString();
    }
}
