package org.hejie.notify.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import org.hejie.notify.NoticeEvent;
import org.junit.jupiter.api.Test;

class NoticeTextsTest {

    private static final List<String> FILES = List.of("templates/notices.properties", "templates/notices_en.properties");

    @Test
    void everyEventHasATextInBothLanguagesAndNoneBesides() {
        Set<String> events = Arrays.stream(NoticeEvent.values()).map(Enum::name).collect(Collectors.toSet());

        assertThat(FILES).allSatisfy(file -> assertThat(NoticeTexts.read(file).stringPropertyNames())
                .filteredOn(name -> !name.startsWith("mail.")).containsExactlyInAnyOrderElementsOf(events));
    }

    @Test
    void noTextHoldsMoreThanTheCodeAndAVerb() {
        assertThat(FILES).allSatisfy(file -> NoticeTexts.read(file).forEach((name, text) ->
                assertThat(text.toString().replace("{subject}", "")).as("%s of %s", name, file)
                        .doesNotContain("{", "$", "%").hasSizeLessThan(60)));
    }

    @Test
    void aTextWithAnotherPlaceholderStopsTheStart() {
        Properties texts = NoticeTexts.read(FILES.getFirst());
        texts.setProperty("RETURNED", "{subject} {name}");

        assertThatThrownBy(() -> NoticeTexts.check(texts)).hasMessageContaining("RETURNED");
    }

    @Test
    void aTextWithoutTheCodeStopsTheStart() {
        Properties texts = NoticeTexts.read(FILES.getFirst());
        texts.setProperty("RETURNED", "被退回");

        assertThatThrownBy(() -> NoticeTexts.check(texts)).hasMessageContaining("RETURNED");
    }

    @Test
    void theCodeStandsInTheText() {
        assertThat(new NoticeTexts().text(NoticeEvent.RETURNED, "620123-1", "en")).isEqualTo("Hejie: 620123-1 returned, to be dispatched again.");
    }
}
