package org.hejie.bench;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was asked for on the command line: {@code --name value} pairs. */
record Options(Map<String, String> values) {

    static Options parse(List<String> arguments) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (!argument.startsWith("--")) {
                throw new IllegalArgumentException("Options look like --rows 1000, not " + argument);
            }
            int equals = argument.indexOf('=');
            if (equals > 0) {
                values.put(argument.substring(2, equals), argument.substring(equals + 1));
            } else if (i + 1 < arguments.size()) {
                values.put(argument.substring(2), arguments.get(++i));
            } else {
                throw new IllegalArgumentException(argument + " needs a value");
            }
        }
        return new Options(values);
    }

    int number(String name, int usual) {
        return Integer.parseInt(values.getOrDefault(name, Integer.toString(usual)));
    }

    String text(String name, String usual) {
        return values.getOrDefault(name, usual);
    }

    /** The same options, one of them otherwise. */
    Options with(String name, String value) {
        Map<String, String> changed = new HashMap<>(values);
        changed.put(name, value);
        return new Options(changed);
    }

    /** Folder of the measured server's database and keys. */
    Path data() {
        return Path.of(text("data", "bench/data")).toAbsolutePath().normalize();
    }

    int port() {
        return number("port", 8089);
    }
}
