package org.hejie.party.internal;

import java.util.Set;
import org.hejie.party.DocumentCheck;
import org.hejie.party.DocumentKind;
import org.hejie.party.PartyKind;
import org.hejie.party.Protection;
import org.hejie.party.Sex;
import org.jspecify.annotations.Nullable;

/** A row of {@code party.party} as stored: encrypted, indexed and masked. */
record SealedParty(
        long id,
        PartyKind kind,
        byte[] name,
        @Nullable DocumentKind documentKind,
        byte @Nullable [] documentNumber,
        byte @Nullable [] phone,
        byte @Nullable [] address,
        byte @Nullable [] notes,
        byte @Nullable [] documentIndex,
        byte @Nullable [] phoneIndex,
        String maskedName,
        @Nullable String maskedDocument,
        @Nullable String maskedPhone,
        @Nullable String maskedAddress,
        Sex sex,
        @Nullable Integer birthYear,
        DocumentCheck.@Nullable Code documentWarning,
        @Nullable String overrideReason,
        Set<Protection> protections) {}
