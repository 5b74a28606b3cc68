package org.hejie.matter.category;

/** The file of categories must not be used; the message names the line. */
public class InvalidCategories extends RuntimeException {

    private final long line;
    private final String fault;

    InvalidCategories(String file, long line, String fault) {
        super(file + ":" + line + ": " + fault);
        this.line = line;
        this.fault = fault;
    }

    /** The line, from 1. */
    long line() {
        return line;
    }

    /** What is wrong with it. */
    String fault() {
        return fault;
    }
}
