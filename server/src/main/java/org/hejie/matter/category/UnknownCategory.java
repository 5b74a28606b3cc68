package org.hejie.matter.category;

/** There is no category of that code and never was. */
public class UnknownCategory extends RuntimeException {

    UnknownCategory(CategoryCode code) {
        super("no category " + code);
    }
}
