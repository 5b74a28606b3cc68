package org.hejie.party;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A party's full identity, to be shown for {@link #SHOWN_FOR} and kept nowhere.
 *
 * @param name           as given
 * @param documentKind   null without a document
 * @param documentNumber as given
 * @param phone          as given
 * @param address        as given
 * @param notes          as given
 */
public record Revealed(
        String name,
        @Nullable DocumentKind documentKind,
        @Nullable String documentNumber,
        @Nullable String phone,
        @Nullable String address,
        @Nullable String notes) {

    /** How long a screen shows it. */
    public static final Duration SHOWN_FOR = Duration.ofSeconds(60);

    @Override
    public String toString() {
        return "Revealed[hidden]";
    }
}
