package org.hejie.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class IdentityDocumentTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @CsvSource({
        "PASSPORT, e12345678, E12345678",
        "HK_MO_PERMIT, h1234567802, H1234567802",
        "TW_PERMIT, 0123 4567, 01234567",
        "MILITARY, 军字第2001988号, 军字第2001988号",
    })
    void documentsWithoutCheckDigitsAreTakenAsTyped(DocumentKind kind, String typed, String kept) {
        IdentityDocument document = new IdentityDocument(kind, typed);

        assertThat(document.number()).isEqualTo(kept);
        assertThat(document.check(TODAY)).isEqualTo(DocumentCheck.PASSED);
    }

    @ParameterizedTest
    @EnumSource(DocumentKind.class)
    void aMaskedNumberSentBackIsRefused(DocumentKind kind) {
        assertThatThrownBy(() -> new IdentityDocument(kind, "620123********1234"))
                .isInstanceOfSatisfying(RefusedValue.class,
                        refused -> assertThat(refused.code()).isEqualTo(RefusedValue.Code.MASKED));
    }

    @Test
    void aRefusalDoesNotRepeatTheNumber() {
        assertThatThrownBy(() -> new IdentityDocument(DocumentKind.OTHER, "A1".repeat(30)))
                .hasMessage("value refused: TOO_LONG");
    }

    @Test
    void residencePermitsAreCheckedAsIdCards() {
        assertThat(new IdentityDocument(DocumentKind.RESIDENCE_PERMIT_HK_MO_TW, "810000199408230021").check(TODAY))
                .isEqualTo(DocumentCheck.PASSED);
    }

    @Test
    void printsMasked() {
        assertThat(new IdentityDocument(DocumentKind.PASSPORT, "E12345678")).hasToString("PASSPORT E******78");
    }
}
