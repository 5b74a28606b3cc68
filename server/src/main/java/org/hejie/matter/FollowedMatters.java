package org.hejie.matter;

import org.jspecify.annotations.Nullable;

/** What a resident's page is open for. */
public interface FollowedMatters {

    /**
     * The matter of the token a resident's page carries.
     *
     * @throws org.hejie.shared.web.Problem UNAUTHENTICATED if it is missing, not ours, or too old
     */
    MatterId read(@Nullable String token);
}
