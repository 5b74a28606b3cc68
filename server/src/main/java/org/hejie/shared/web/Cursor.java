package org.hejie.shared.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** The key after which the next page begins, as callers carry it: opaque, made of the sort values and the id. */
public final class Cursor {

    private static final String SEPARATOR = "\u001f";

    private Cursor() {
    }

    public static String encode(Object... parts) {
        var joined = new StringBuilder();
        for (Object part : parts) {
            joined.append(joined.isEmpty() ? "" : SEPARATOR).append(part);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(joined.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** @throws Problem if it is not a cursor of that many parts */
    public static List<String> decode(String cursor, int parts) {
        try {
            String joined = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            List<String> values = List.of(joined.split(SEPARATOR, -1));
            if (values.size() == parts) {
                return values;
            }
        } catch (IllegalArgumentException e) {
            // falls through to the one answer below
        }
        throw Problem.field("cursor", "INVALID");
    }
}
