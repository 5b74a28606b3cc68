package org.hejie.matter.category;

import java.util.Set;
import org.hejie.matter.PastCases.PastCase;

/** Which rows of the routing tables in force match a matter; told by the module that routes, which lies above this one. */
public interface RoutingRows {

    /**
     * The numbers of the rows that would match.
     *
     * @param matter a past matter
     * @param category the category it is asked with in place of its own; known in force
     */
    Set<String> matching(PastCase matter, CategoryCode category);
}
