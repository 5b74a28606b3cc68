package org.hejie.intake.internal;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hejie.shared.web.Problem.FieldError;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** Says what is wrong with a row, in Chinese or English. */
@Component
class ImportWords {

    private final MessageSource texts;

    ImportWords() {
        var bundle = new ResourceBundleMessageSource();
        bundle.setBasename("i18n/imports");
        bundle.setDefaultEncoding("UTF-8");
        bundle.setFallbackToSystemLocale(false);
        texts = bundle;
    }

    String heading(Locale locale) {
        return text("errors", "errors", locale);
    }

    String of(List<FieldError> errors, Locale locale) {
        return errors.stream()
                .map(error -> text("field." + error.path(), error.path(), locale) + ": " + text(error.code(), error.code(), locale))
                .collect(Collectors.joining("; "));
    }

    private String text(String key, String otherwise, Locale locale) {
        Locale language = Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? Locale.ENGLISH : Locale.ROOT;
        return String.valueOf(texts.getMessage(key, null, otherwise, language));
    }
}
