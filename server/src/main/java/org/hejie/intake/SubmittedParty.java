package org.hejie.intake;

import org.hejie.matter.RegisterMatter.PartyRole;
import org.hejie.party.DocumentKind;
import org.hejie.party.PartyKind;
import org.jspecify.annotations.Nullable;

/**
 * A person or body as a line names it.
 *
 * @param role absent: 反映人
 * @param kind absent: a person
 */
public record SubmittedParty(
        @Nullable PartyRole role,
        @Nullable PartyKind kind,
        @Nullable String name,
        @Nullable DocumentKind documentKind,
        @Nullable String documentNumber,
        @Nullable String phone,
        @Nullable String address) {

    @Override
    public String toString() {
        return "SubmittedParty[hidden]";
    }
}
