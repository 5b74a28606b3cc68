package org.hejie.party;

/**
 * What the check digits of a document say. A failed check warns and is kept with the reason why the number is
 * taken all the same: old and foreign documents exist, and nobody is sent away from the window for it.
 */
public sealed interface DocumentCheck {

    /** Right, or of a kind without check digits. */
    record Passed() implements DocumentCheck {}

    /**
     * To be looked at and corrected later.
     *
     * @param code what is wrong
     */
    record Warned(Code code) implements DocumentCheck {}

    /** What is wrong; the names are the stable codes of the API. */
    enum Code {
        /** Not 18 characters. */
        LENGTH,
        /** A 15-digit card of the first generation, not valid since 2013-01-01 (居民身份证法 art. 23). */
        FIRST_GENERATION,
        /** A character that has no place in such a number. */
        CHARACTERS,
        /** The birth date in it does not exist or lies ahead. */
        BIRTH_DATE,
        /** The last character does not fit the others. */
        CHECK_DIGIT
    }

    /** Right, or of a kind without check digits. */
    DocumentCheck PASSED = new Passed();

    /** A warning for this reason. */
    static DocumentCheck warned(Code code) {
        return new Warned(code);
    }

    /** Whether a correction is due. */
    default boolean needsCorrection() {
        return switch (this) {
            case Passed() -> false;
            case Warned(Code _) -> true;
        };
    }
}
