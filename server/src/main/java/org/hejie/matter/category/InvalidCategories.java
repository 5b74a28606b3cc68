package org.hejie.matter.category;

/** The file of categories must not be used; the message names the line. */
public class InvalidCategories extends RuntimeException {

    InvalidCategories(String file, long line, String message) {
        super(file + ":" + line + ": " + message);
    }
}
