package org.hejie.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A demo account, from the file the server writes into its data folder. */
record Account(String role, String username, String password) {

    /**
     * The first account of that role.
     *
     * @throws IllegalStateException if the file names none
     */
    static Account of(Path data, String role) throws IOException {
        List<String> lines = Files.readAllLines(data.resolve("demo-accounts.txt"));
        return lines.stream().map(line -> line.strip().split("\\s{2,}|\\t"))
                .filter(columns -> columns.length >= 3 && columns[0].equals(role))
                .map(columns -> new Account(columns[0], columns[1], columns[2]))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No " + role + " in demo-accounts.txt"));
    }
}
