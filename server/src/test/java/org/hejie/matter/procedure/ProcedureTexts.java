package org.hejie.matter.procedure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The shipped files, to be read as they are or with a fault put in. */
final class ProcedureTexts {

    private ProcedureTexts() {}

    static ProcedureText shipped(String id) {
        try (var stream = ProcedureTexts.class.getResourceAsStream("/procedures/" + id + ".yaml")) {
            return new ProcedureText(id + ".yaml", new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
