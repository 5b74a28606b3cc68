package org.hejie.party;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A citizen identification number (公民身份号码, GB 11643-1999) as typed: X in upper case, blanks removed.
 * It may be wrong; {@link #check} tells.
 *
 * @param value up to {@value IdentityDocument#MAX_LENGTH} characters
 */
public record IdCardNumber(String value) {

    private static final int LENGTH = 18;
    private static final int FIRST_GENERATION_LENGTH = 15;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECK_CHARACTERS = "10X98765432";
    private static final Pattern FORM = Pattern.compile("\\d{17}[\\dX]");
    private static final Pattern FIRST_GENERATION = Pattern.compile("\\d{15}");
    private static final int EARLIEST_BIRTH_YEAR = 1900;

    /** Brings the number to its one form. */
    public IdCardNumber {
        value = Typed.number(value, IdentityDocument.MAX_LENGTH);
    }

    /** Checks form, birth date and check digit, in this order. */
    public DocumentCheck check(LocalDate today) {
        if (value.length() != LENGTH) {
            return DocumentCheck.warned(FIRST_GENERATION.matcher(value).matches()
                    ? DocumentCheck.Code.FIRST_GENERATION
                    : DocumentCheck.Code.LENGTH);
        }
        if (!FORM.matcher(value).matches()) {
            return DocumentCheck.warned(DocumentCheck.Code.CHARACTERS);
        }
        if (birthDate().filter(date -> !date.isAfter(today)).isEmpty()) {
            return DocumentCheck.warned(DocumentCheck.Code.BIRTH_DATE);
        }
        return value.charAt(LENGTH - 1) == checkCharacter()
                ? DocumentCheck.PASSED
                : DocumentCheck.warned(DocumentCheck.Code.CHECK_DIGIT);
    }

    /** The birth date in the number, when it has one that exists and lies after 1899. */
    public Optional<LocalDate> birthDate() {
        String date = FORM.matcher(value).matches() ? value.substring(6, 14)
                : value.length() == FIRST_GENERATION_LENGTH && FIRST_GENERATION.matcher(value).matches()
                        ? "19" + value.substring(6, 12)
                        : "";
        if (date.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                            Integer.parseInt(date, 0, 4, 10),
                            Integer.parseInt(date, 4, 6, 10),
                            Integer.parseInt(date, 6, 8, 10)))
                    .filter(birth -> birth.getYear() >= EARLIEST_BIRTH_YEAR);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private char checkCharacter() {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (value.charAt(i) - '0');
        }
        return CHECK_CHARACTERS.charAt(sum % CHECK_CHARACTERS.length());
    }

    @Override
    public String toString() {
        return Masking.document(DocumentKind.ID_CARD, value);
    }
}
