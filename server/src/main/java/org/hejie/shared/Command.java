package org.hejie.shared;

import java.util.List;

/**
 * A sub-command of the launcher, such as {@code ./hejie audit verify}. It runs in the whole application
 * without the web server, and its result is the exit code of the process.
 */
public interface Command {

    /** The first word after {@code ./hejie}. */
    String name();

    /**
     * Does the work and prints for a person.
     *
     * @param arguments what follows the name
     * @return 0 when all is well, 1 when the answer is no, 2 when the arguments are wrong
     */
    int run(List<String> arguments);
}
