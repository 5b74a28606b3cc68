package org.hejie.matter.category;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The taxonomy in force, held in memory. */
public interface Categories {

    /**
     * The category of that code, retired ones included.
     *
     * @throws UnknownCategory when there is none
     */
    Category get(CategoryCode code);

    /** The category of that code, retired ones included. */
    Optional<Category> find(CategoryCode code);

    /** The category of that code as it was named then: matters keep the name of the day they were registered. */
    Optional<Category> find(CategoryCode code, Instant at);

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
