package org.hejie.shared.database;

import java.util.Collection;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Values as the texts PostgreSQL reads. */
final class PostgresText {

    private static final Pattern MARKED = Pattern.compile("[\\\\\"]");

    private PostgresText() {
    }

    static @Nullable String of(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Collection<?> values -> array(values);
            case byte[] bytes -> "\\x" + HexFormat.of().formatHex(bytes);
            default -> value.toString();
        };
    }

    static String array(Collection<?> values) {
        var text = new StringBuilder("{");
        for (Object one : values) {
            if (text.length() > 1) {
                text.append(',');
            }
            if (one == null || one instanceof Number) {
                text.append(one); // null stands for none
            } else {
                text.append('"').append(MARKED.matcher(one.toString()).replaceAll("\\\\$0")).append('"');
            }
        }
        return text.append('}').toString();
    }
}
