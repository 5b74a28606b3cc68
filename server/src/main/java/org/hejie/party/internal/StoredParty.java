package org.hejie.party.internal;

import java.util.Set;
import org.hejie.party.DocumentKind;
import org.hejie.party.IdentityDocument;
import org.hejie.party.NewParty;
import org.hejie.party.PartyKind;
import org.hejie.party.PartyName;
import org.hejie.party.PhoneNumber;
import org.hejie.party.Protection;
import org.hejie.party.Revealed;
import org.hejie.party.Sex;
import org.jspecify.annotations.Nullable;

/** A row of {@code party.party} as read, still encrypted. */
record StoredParty(
        long id,
        PartyKind kind,
        byte[] name,
        @Nullable DocumentKind documentKind,
        byte @Nullable [] documentNumber,
        byte @Nullable [] phone,
        byte @Nullable [] address,
        byte @Nullable [] notes,
        Sex sex,
        @Nullable Integer birthYear,
        @Nullable String overrideReason,
        Set<Protection> protections,
        int revision) {

    Revealed reveal(PartySealer sealer) {
        String opened = sealer.open(PartySealer.NAME, id, name);
        return new Revealed(opened == null ? "" : opened, documentKind,
                sealer.open(PartySealer.DOCUMENT_NUMBER, id, documentNumber),
                sealer.open(PartySealer.PHONE, id, phone),
                sealer.open(PartySealer.ADDRESS, id, address),
                sealer.open(PartySealer.NOTES, id, notes));
    }

    NewParty unsealed(PartySealer sealer) {
        Revealed whole = reveal(sealer);
        return new NewParty(kind, new PartyName(whole.name()),
                documentKind == null || whole.documentNumber() == null ? null
                        : new IdentityDocument(documentKind, whole.documentNumber()),
                overrideReason, whole.phone() == null ? null : new PhoneNumber(whole.phone()),
                whole.address(), whole.notes(), sex, birthYear, protections);
    }
}
