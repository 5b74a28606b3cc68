package org.hejie.matter.procedure;

/**
 * Something wrong in a procedure's file.
 *
 * @param file the file
 * @param line the line, from 1
 * @param path the place in the file's tree, such as {@code moves[3].stops[0]}
 * @param zh what is wrong, in a sentence in Chinese
 * @param message the same in English
 */
public record ProcedureFinding(String file, int line, String path, String zh, String message) {

    /** As one line, {@code dispute.yaml:41 moves[3]: …}. */
    @Override
    public String toString() {
        return file + ":" + line + " " + path + ": " + message;
    }
}
