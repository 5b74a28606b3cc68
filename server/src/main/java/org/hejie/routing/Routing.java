package org.hejie.routing;

/** Suggests how a matter goes on. Nothing is decided or changed here. */
public interface Routing {

    /**
     * The suggestion for a matter, with every rule that matches.
     *
     * @throws org.hejie.matter.category.UnknownCategory when there is no such category
     */
    RoutingSuggestion suggest(RoutingQuestion question);

    /** The version of the rules in force now. */
    int version();
}
