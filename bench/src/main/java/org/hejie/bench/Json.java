package org.hejie.bench;

import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The little JSON a load generator needs: read a named value, write flat objects. */
final class Json {

    private Json() {
    }

    /** The first number of that name. */
    static long number(String json, String name) {
        return Long.parseLong(first(json, "\"" + name + "\"\\s*:\\s*(-?\\d+)"));
    }

    /** The first text of that name; without escapes in it. */
    static String text(String json, String name) {
        return first(json, "\"" + name + "\"\\s*:\\s*\"([^\"]*)\"");
    }

    private static String first(String json, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(json);
        if (!matcher.find()) {
            throw new IllegalStateException("No " + pattern + " in " + json);
        }
        return matcher.group(1);
    }

    /** One line; numbers and booleans bare, all else quoted. */
    static String line(Map<String, ?> values) {
        var line = new StringJoiner(", ", "{", "}");
        values.forEach((name, value) -> line.add(quoted(name) + ": "
                + (value instanceof Number || value instanceof Boolean ? value.toString() : quoted(String.valueOf(value)))));
        return line.toString();
    }

    static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
