package org.hejie.party;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A party about to be registered. Only what the matter needs: there is no place for ethnicity, religion or
 * political views, nor for family members who are no parties.
 *
 * @param kind           a person or a body
 * @param name           as given
 * @param document       identity document; may be absent, nobody is turned away for want of one
 * @param overrideReason why the document is taken although its check fails; up to {@value #REASON_LENGTH} characters
 * @param phone          may be absent
 * @param address        one line, up to {@value #ADDRESS_LENGTH} characters; may be absent
 * @param notes          what the counter has to know to reach the party, up to {@value #NOTES_LENGTH} characters
 * @param sex            {@link Sex#UNKNOWN} when not asked
 * @param birthYear      1900 or later; what the document tells goes before it
 * @param protections    special protection
 */
public record NewParty(
        PartyKind kind,
        PartyName name,
        @Nullable IdentityDocument document,
        @Nullable String overrideReason,
        @Nullable PhoneNumber phone,
        @Nullable String address,
        @Nullable String notes,
        Sex sex,
        @Nullable Integer birthYear,
        Set<Protection> protections) {

    /** Longest address in characters. */
    public static final int ADDRESS_LENGTH = 200;
    /** Longest note in characters. */
    public static final int NOTES_LENGTH = 500;
    /** Longest reason for taking a document whose check fails, in characters. */
    public static final int REASON_LENGTH = 200;

    private static final int EARLIEST_BIRTH_YEAR = 1900;
    private static final int LATEST_BIRTH_YEAR = 2200;

    /** Brings the texts to one line each. */
    public NewParty {
        overrideReason = overrideReason == null ? null : Typed.words(overrideReason, REASON_LENGTH);
        address = address == null ? null : Typed.words(address, ADDRESS_LENGTH);
        notes = notes == null ? null : Typed.words(notes, NOTES_LENGTH);
        protections = Set.copyOf(protections);
        if (birthYear != null && !isBirthYear(birthYear)) {
            throw new IllegalArgumentException("nobody is born in that year");
        }
    }

    /** Whether somebody living may be born in that year. */
    static boolean isBirthYear(int year) {
        return year >= EARLIEST_BIRTH_YEAR && year <= LATEST_BIRTH_YEAR;
    }

    /** A person of whom only the name is known. */
    public static NewParty person(String name) {
        return new NewParty(PartyKind.PERSON, new PartyName(name), null, null, null, null, null, Sex.UNKNOWN, null, Set.of());
    }

    /** A body of which only the name is known. */
    public static NewParty body(String name) {
        return new NewParty(PartyKind.BODY, new PartyName(name), null, null, null, null, null, Sex.UNKNOWN, null, Set.of());
    }

    /** The same with this document. */
    public NewParty with(IdentityDocument document) {
        return new NewParty(kind, name, document, overrideReason, phone, address, notes, sex, birthYear, protections);
    }

    /** The same with this phone. */
    public NewParty with(PhoneNumber phone) {
        return new NewParty(kind, name, document, overrideReason, phone, address, notes, sex, birthYear, protections);
    }

    /** The same living at this address. */
    public NewParty livingAt(String address) {
        return new NewParty(kind, name, document, overrideReason, phone, address, notes, sex, birthYear, protections);
    }

    /** The same under this protection too. */
    public NewParty under(Protection protection) {
        Set<Protection> all = EnumSet.of(protection);
        all.addAll(protections);
        return new NewParty(kind, name, document, overrideReason, phone, address, notes, sex, birthYear, all);
    }

    @Override
    public String toString() {
        return "NewParty[" + kind + ", " + name.masked(PartyKind.PERSON) + "]";
    }
}
