package org.hejie.party;

/**
 * A unified social credit code (统一社会信用代码, GB 32100-2015) as typed, in upper case. It may be wrong;
 * {@link #check} tells.
 *
 * @param value up to {@value IdentityDocument#MAX_LENGTH} characters
 */
public record CreditCode(String value) {

    private static final int LENGTH = 18;
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int BASE = ALPHABET.length();

    /** Brings the code to its one form. */
    public CreditCode {
        value = Typed.number(value, IdentityDocument.MAX_LENGTH);
    }

    /** Checks form and check character: weights 3ⁱ mod 31, check = 31 − Σ mod 31. */
    public DocumentCheck check() {
        if (value.length() != LENGTH) {
            return DocumentCheck.warned(DocumentCheck.Code.LENGTH);
        }
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH; i++) {
            int digit = ALPHABET.indexOf(value.charAt(i));
            if (digit < 0) {
                return DocumentCheck.warned(DocumentCheck.Code.CHARACTERS);
            }
            sum += (i == LENGTH - 1 ? 1 : weight) * digit;
            weight = weight * 3 % BASE;
        }
        return sum % BASE == 0 ? DocumentCheck.PASSED : DocumentCheck.warned(DocumentCheck.Code.CHECK_DIGIT);
    }

    @Override
    public String toString() {
        return Masking.document(DocumentKind.CREDIT_CODE, value);
    }
}
