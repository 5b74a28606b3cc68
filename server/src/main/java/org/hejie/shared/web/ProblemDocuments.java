package org.hejie.shared.web;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.slf4j.MDC;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Writes a {@link Problem} as a document of RFC 9457, in Chinese or English. */
@Component
public class ProblemDocuments {

    private static final String NO_TEXT = "";

    private final MessageSource texts;

    ProblemDocuments() {
        var bundle = new ResourceBundleMessageSource();
        bundle.setBasename("i18n/problems");
        bundle.setDefaultEncoding("UTF-8");
        bundle.setFallbackToSystemLocale(false);
        this.texts = bundle;
    }

    /** The document as an answer, with {@code Retry-After} where there is a wait. */
    public ResponseEntity<ProblemDetail> answer(Problem problem, Locale locale) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.retryAfter() != null) {
            headers.set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, problem.retryAfter().toSeconds())));
        }
        if (Problem.TOKEN_SCOPE.equals(problem.reasonCode())) {
            headers.set(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"hejie\", error=\"insufficient_scope\""); // RFC 6750, 3.1
        }
        return new ResponseEntity<>(document(problem, locale), headers, problem.type().status());
    }

    public ProblemDetail document(Problem problem, Locale locale) {
        String code = problem.type().name();
        ProblemDetail document = ProblemDetail.forStatus(problem.type().status());
        document.setType(URI.create("urn:hejie:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-')));
        document.setTitle(text(code + ".title", code, locale));
        document.setDetail(detail(problem, locale));
        document.setProperty("code", code);
        if (problem.reasonCode() != null) {
            document.setProperty("reasonCode", problem.reasonCode());
        }
        document.setProperty("traceId", MDC.get(RequestIdFilter.TRACE_ID));
        document.setProperty("errors", problem.errors().isEmpty() ? List.of() : problem.errors());
        return document;
    }

    private String detail(Problem problem, Locale locale) {
        String general = text(problem.type().name() + ".detail", NO_TEXT, locale);
        return problem.reasonCode() == null ? general : reason(problem.type(), problem.reasonCode(), locale);
    }

    /**
     * The words for a finer reason. A code may carry a part after a dot that the words do not know, as
     * {@code PAPER_MISSING.agreement}; without words of its own the general detail is given.
     */
    public String reason(ProblemType type, String reasonCode, Locale locale) {
        String known = reasonCode.contains(".") ? reasonCode.substring(0, reasonCode.indexOf('.')) : reasonCode;
        return text(type.name() + "." + known, text(type.name() + ".detail", NO_TEXT, locale), locale);
    }

    /** A word of the house by its key, such as {@code result.SETTLED}; the key itself when it has none. */
    public String word(String key, Locale locale) {
        return text(key, key, locale);
    }

    private String text(String key, String otherwise, Locale locale) {
        Locale language = Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? Locale.ENGLISH : Locale.ROOT;
        return texts.getMessage(key, null, otherwise, language);
    }
}
