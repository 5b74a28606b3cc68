package org.hejie.notify.internal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.hejie.notify.NoticeEvent;
import org.springframework.stereotype.Component;

/** The words of notices in both languages, from {@code templates/notices}. Checked at start. */
@Component
class NoticeTexts {

    /** The one placeholder there is. */
    static final String SUBJECT = "{subject}";

    private final Map<String, Properties> texts = Map.of("zh", read("templates/notices.properties"), "en", read("templates/notices_en.properties"));

    NoticeTexts() {
        texts.values().forEach(NoticeTexts::check);
    }

    /** @throws IllegalStateException naming the text that is missing or asks for anything but the code */
    static void check(Properties language) {
        for (NoticeEvent event : NoticeEvent.values()) {
            String text = language.getProperty(event.name());
            if (text == null || !text.contains(SUBJECT) || text.replace(SUBJECT, "").matches(".*[{}$%].*")) {
                throw new IllegalStateException("the text of " + event + " is missing or has another placeholder than " + SUBJECT);
            }
        }
    }

    String text(NoticeEvent event, String subject, String language) {
        return of(language).getProperty(event.name()).replace(SUBJECT, subject);
    }

    String mailSubject(String language) {
        return of(language).getProperty("mail.subject");
    }

    private Properties of(String language) {
        return Objects.requireNonNull(texts.get(language.equals("en") ? "en" : "zh"));
    }

    static Properties read(String path) {
        var found = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(NoticeTexts.class.getClassLoader().getResourceAsStream(path), path), StandardCharsets.UTF_8)) {
            found.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
