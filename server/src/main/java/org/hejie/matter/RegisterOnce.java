package org.hejie.matter;

import org.jspecify.annotations.Nullable;

/** Registers under a key of the caller's, so that a request sent twice makes one matter and gives the same slip. */
public interface RegisterOnce {

    /**
     * @param key 8 to 100 characters, the caller's own; null registers in any case
     * @throws org.hejie.shared.web.Problem ALREADY_EXISTS if the key was used with other content
     */
    Registered register(@Nullable String key, RegisterMatter matter);
}
