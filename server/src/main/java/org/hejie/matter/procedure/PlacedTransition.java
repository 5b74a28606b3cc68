package org.hejie.matter.procedure;

/**
 * A transition and where its file says so.
 *
 * @param path such as {@code moves[3]}
 * @param transition as read, without what it implies
 */
record PlacedTransition(String path, Transition transition) {

    @Override
    public String toString() {
        return transition.from() + " –" + transition.action() + "→ " + transition.to();
    }
}
