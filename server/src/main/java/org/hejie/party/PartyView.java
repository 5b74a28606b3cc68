package org.hejie.party;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A party as lists and the matter's page show it.
 *
 * @param id              of this appearance
 * @param kind            a person or a body
 * @param name            masked
 * @param documentKind    null without a document
 * @param documentNumber  masked
 * @param phone           masked
 * @param address         down to the village
 * @param sex             as given
 * @param birthYear       as given or told by the document
 * @param documentWarning why the document needs correction; null when it does not
 * @param overrideReason  why it was taken all the same
 * @param protections     special protection
 * @param revision        1, and one more with each correction
 */
public record PartyView(
        PartyId id,
        PartyKind kind,
        String name,
        @Nullable DocumentKind documentKind,
        @Nullable String documentNumber,
        @Nullable String phone,
        @Nullable String address,
        Sex sex,
        @Nullable Integer birthYear,
        DocumentCheck.@Nullable Code documentWarning,
        @Nullable String overrideReason,
        Set<Protection> protections,
        int revision) {

    /** Copies the set. */
    public PartyView {
        protections = Set.copyOf(protections);
    }
}
