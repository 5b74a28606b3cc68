package org.hejie.shared.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Sends an answer in JSON whole, with its length: Spring flushes what a handler returns before the container knows that it is all, so
 * that each went in two pieces, the second of which only said that there is no more. A JSON answer longer than the container's
 * buffer still leaves as it fills; streams and downloads are flushed as they ask.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class WholeAnswerFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new WholeAnswer(request, response));
    }

    private static final class WholeAnswer extends HttpServletResponseWrapper {

        private final HttpServletRequest request;

        WholeAnswer(HttpServletRequest request, HttpServletResponse response) {
            super(response);
            this.request = request;
        }

        @Override
        public void flushBuffer() throws IOException {
            if (!json(getContentType()) || request.isAsyncStarted()) {
                super.flushBuffer();
            }
        }

        private static boolean json(@Nullable String type) {
            return type != null && (type.startsWith("application/json") || type.startsWith("application/problem+json"));
        }
    }
}
