package org.hejie.intake.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RunningNumbersTest {

    private final RunningNumbers numbers = new RunningNumbers(3);

    @Test
    void whatARunLeavesOutIsAHole() {
        assertThat(numbers.holes(List.of("A001", "A004", "A003"), List.of())).containsExactly("A002");
    }

    @Test
    void aRunGoesOnFromTheDayBefore() {
        assertThat(numbers.holes(List.of("A010"), List.of("A007"))).containsExactly("A008", "A009");
    }

    @Test
    void anotherPrefixIsARunOfItsOwn() {
        assertThat(numbers.holes(List.of("20261124-001", "20261124-002"), List.of("20261123-250"))).isEmpty();
    }

    @Test
    void aDayThatBeginsAfreshIsReadFromItsFirst() {
        assertThat(numbers.holes(List.of("A001", "A003"), List.of("A998"))).containsExactly("A002");
    }

    @Test
    void whatDoesNotEndInDigitsIsNoRun() {
        assertThat(numbers.holes(List.of("X-1a", "12", "A002", "A004"), List.of())).containsExactly("A003");
    }

    @Test
    void aLeapBeyondTheWidestHoleIsAnotherNumbering() {
        assertThat(new RunningNumbers(9).holes(List.of("000000001", "000002000"), List.of())).isEmpty();
    }
}
