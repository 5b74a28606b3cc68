package org.hejie.matter.procedure;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hejie.org.Role;

/** The roles a post may hold, and the two actors that hold no post. */
final class HeldRoles {

    /** The party itself, through the door of its one matter. */
    private static final String RESIDENT = "RESIDENT";

    /** The server: timers, and the lines' own systems when they register. */
    private static final String SYSTEM = "SYSTEM";

    static final Set<String> NAMES = Stream.concat(
                    Arrays.stream(Role.values()).map(Role::name), Stream.of(RESIDENT, SYSTEM))
            .collect(Collectors.toUnmodifiableSet());

    private HeldRoles() {}
}
