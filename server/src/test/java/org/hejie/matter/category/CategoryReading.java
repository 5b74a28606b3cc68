package org.hejie.matter.category;

/** The shipped taxonomy for tests of other modules, without a server. */
public final class CategoryReading {

    private CategoryReading() {}

    public static Categories shipped() {
        return CategoryTable.shipped();
    }
}
