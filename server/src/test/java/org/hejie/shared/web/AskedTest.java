package org.hejie.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.hejie.shared.web.Problem.FieldError;
import org.junit.jupiter.api.Test;

class AskedTest {

    @Test
    void numbersAreAtLeastOneNoneMissingNoneTwice() {
        assertThat(Asked.numbers("partyIds", List.of(7L, 5L))).containsExactly(7L, 5L);
        refused(() -> Asked.numbers("partyIds", null), new FieldError("partyIds", "REQUIRED"));
        refused(() -> Asked.numbers("partyIds", List.of()), new FieldError("partyIds", "REQUIRED"));
        refused(() -> Asked.numbers("partyIds", Arrays.asList(7L, null)), new FieldError("partyIds[1]", "REQUIRED"));
        refused(() -> Asked.numbers("partyIds", List.of(7L, 5L, 7L)), new FieldError("partyIds[2]", "TWICE"));
        refused(() -> Asked.numbers("partyIds", LongStream.range(0, 201).boxed().toList()), new FieldError("partyIds", "TOO_MANY"));
    }

    @Test
    void eachUnknownNumberIsNamed() {
        Asked.known("partyIds", List.of(7L, 5L), Set.of(5L, 7L, 9L));
        refused(() -> Asked.known("partyIds", List.of(1L, 7L, 2L), Set.of(7L)), new FieldError("partyIds[0]", "UNKNOWN"),
                new FieldError("partyIds[2]", "UNKNOWN"));
    }

    private static void refused(ThrowingCallable asked, FieldError... errors) {
        assertThatThrownBy(asked).isInstanceOfSatisfying(Problem.class, refused -> assertThat(refused.errors()).containsExactly(errors));
    }
}
