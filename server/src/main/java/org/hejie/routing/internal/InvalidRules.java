package org.hejie.routing.internal;

import java.util.List;

/** The routing rules must not be used; says everything that is wrong with them. */
class InvalidRules extends RuntimeException {

    InvalidRules(List<String> findings) {
        super(String.join("\n", findings));
    }
}
