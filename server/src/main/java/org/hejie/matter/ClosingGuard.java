package org.hejie.matter;

import java.util.Optional;

/**
 * A say of an upper module in whether a matter may be closed, such as an unsigned agreement. Each bean of this
 * kind is asked before a check passes.
 */
public interface ClosingGuard {

    /** The code of what stands against closing, or nothing. */
    Optional<String> objection(MatterId matter);
}
