package org.hejie.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;

/** Answers from a filter, before the request reached a handler, as {@link ProblemAdvice} answers behind it. */
@ConditionalOnWebApplication
@Component
public class ProblemWriter {

    private final HandlerExceptionResolver resolver;
    private final LocaleResolver locales;

    ProblemWriter(@Qualifier("handlerExceptionResolver") HandlerExceptionResolver resolver, LocaleResolver localeResolver) {
        this.resolver = resolver;
        this.locales = localeResolver;
    }

    /** Writes the problem document for whatever went wrong, in the request's language. */
    public void write(HttpServletRequest request, HttpServletResponse response, Exception wrong) {
        request.setAttribute(DispatcherServlet.LOCALE_RESOLVER_ATTRIBUTE, locales);
        resolver.resolveException(request, response, null, wrong);
    }
}
