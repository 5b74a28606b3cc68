package org.hejie.matter.category;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The taxonomy, held in memory. */
public interface Categories {

    /**
     * The category of that code, retired ones included.
     *
     * @throws UnknownCategory when there is none
     */
    Category get(CategoryCode code);

    /** The category of that code, retired ones included. */
    Optional<Category> find(CategoryCode code);

    /** Every category, retired ones included, by code. */
    List<Category> all();

    /** What is offered on that day, by code. */
    List<CategoryBranch> tree(LocalDate day);

    /**
     * The second-level categories offered on that day whose code begins with the text, or whose name
     * or first-level name in either language contains it; case is ignored. By code; all of them for
     * a blank text.
     */
    List<Category> search(String text, LocalDate day);

    /**
     * The category suggested for a first-level label of line 12345. A suggestion for imports only: a
     * person confirms it.
     */
    Optional<Category> suggestedForHotline(String label);
}
