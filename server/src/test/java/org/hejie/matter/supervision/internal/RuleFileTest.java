package org.hejie.matter.supervision.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.hejie.matter.supervision.CardLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of supervision are checked data. */
class RuleFileTest {

    private static final Path SHIPPED = Path.of("src/main/resources/rules/supervision.yaml");

    @Test
    void theShippedRulesAreRead() throws IOException {
        CardRules book = RuleFile.read(Files.readString(SHIPPED));

        assertThat(book.rules()).hasSize(12);
        assertThat(book.levels()).containsOnlyKeys(CardLevel.values());
    }

    @Test
    void aShareOfTheSampleIsRoundedUpAndNeverMoreThanThereAre() {
        var sample = new CardRules.Sample(10, 5);

        assertThat(sample.of(101)).isEqualTo(11);
        assertThat(sample.of(20)).isEqualTo(5);
        assertThat(sample.of(3)).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "level: NOTICE                | level: GREEN            | is no level",
            "after: 2.5wd                 | after: soon             | is no limit such as 3wd",
            "kind: SIGNED_BY_SYSTEM       | kind: BAD_MOOD          | is not known",
            "COMMITTEE], reply: 5wd       | MEDIATOR], reply: 5wd   | MEDIATOR does not supervise",
            "code: NOT_SIGNED             | code: OVERDUE           | is there twice",
            "kind: UNANSWERED, level: RED | kind: UNANSWERED, level: CIRCULAR | does not rise above the card left unanswered",
            "count: 2                     | count: 0                | a whole number from 1 is needed",
            "kind: RETURNS                | deadline: moved, kind: RETURNS | is not known here",
            "version: 1                   | version: [              | is no YAML"})
    void whatCannotBeMeantIsRefusedWithItsPlace(String right, String wrong, String message) throws IOException {
        String broken = Files.readString(SHIPPED).replaceFirst(Pattern.quote(right), wrong);

        assertThatThrownBy(() -> RuleFile.read(broken)).isInstanceOf(InvalidRules.class).hasMessageContaining(message);
    }
}
