package org.hejie.party;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A document by which a party is known: its kind and its number as typed, in upper case without blanks.
 *
 * @param kind   what it is
 * @param number up to {@value #MAX_LENGTH} characters
 */
public record IdentityDocument(DocumentKind kind, String number) {

    /** Longest number taken, in characters. */
    public static final int MAX_LENGTH = 40;

    /** Brings the number to its one form. */
    public IdentityDocument {
        number = Typed.number(number, MAX_LENGTH);
    }

    /**
     * What its check digits say.
     *
     * @param today in Asia/Shanghai; nobody is born later
     */
    public DocumentCheck check(LocalDate today) {
        return switch (kind) {
            case ID_CARD, RESIDENCE_PERMIT_HK_MO_TW -> new IdCardNumber(number).check(today);
            case CREDIT_CODE -> new CreditCode(number).check();
            case PASSPORT, HK_MO_PERMIT, TW_PERMIT, FOREIGNER_RESIDENCE_CARD, MILITARY, HOUSEHOLD_BOOK, OTHER ->
                    DocumentCheck.PASSED;
        };
    }

    /** The birth date it tells, if its kind tells one. */
    public Optional<LocalDate> birthDate() {
        return switch (kind) {
            case ID_CARD, RESIDENCE_PERMIT_HK_MO_TW -> new IdCardNumber(number).birthDate();
            case CREDIT_CODE, PASSPORT, HK_MO_PERMIT, TW_PERMIT, FOREIGNER_RESIDENCE_CARD, MILITARY, HOUSEHOLD_BOOK,
                    OTHER -> Optional.empty();
        };
    }

    /** The number with its middle hidden. */
    public String masked() {
        return Masking.document(kind, number);
    }

    @Override
    public String toString() {
        return kind + " " + masked();
    }
}
