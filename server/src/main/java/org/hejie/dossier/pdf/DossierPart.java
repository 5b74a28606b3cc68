package org.hejie.dossier.pdf;

import java.time.LocalDate;
import java.util.function.Supplier;
import org.hejie.document.FileType;

/**
 * One paper to be bound.
 *
 * @param heading the paper's kind, a bookmark and a row of the contents
 * @param name    the file's own name; empty when the system prints it
 * @param type    of the content
 * @param on      when it came
 * @param sm3     of the content, in hexadecimal digits
 * @param content read when it is its turn, so that one file at a time is in memory
 */
public record DossierPart(String heading, String name, FileType type, LocalDate on, String sm3, Supplier<byte[]> content) {

    @Override
    public String toString() {
        return "DossierPart[" + heading + "]";
    }
}
