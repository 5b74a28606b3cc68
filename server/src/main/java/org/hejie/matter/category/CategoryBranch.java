package org.hejie.matter.category;

import java.util.List;

/**
 * A first-level category and what lies below it.
 *
 * @param category the first level
 * @param leaves the second level, by code
 */
public record CategoryBranch(Category category, List<Category> leaves) {

    public CategoryBranch {
        leaves = List.copyOf(leaves);
    }
}
