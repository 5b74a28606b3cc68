package org.hejie.matter.procedure;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedProceduresTest {

    @ParameterizedTest
    @ValueSource(strings = {"dispute", "hazard", "consultation", "petition-guidance", "superior-assignment"})
    void shippedFilePassesEveryCheck(String id) {
        var text = ProcedureTexts.shipped(id);

        assertThatCode(() -> ProcedureReader.read(text, HeldRoles.NAMES)).doesNotThrowAnyException();
    }
}
