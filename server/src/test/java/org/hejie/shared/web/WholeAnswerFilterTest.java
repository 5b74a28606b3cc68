package org.hejie.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What may wait for its end, and what must not. */
class WholeAnswerFilterTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json;charset=UTF-8", "application/problem+json"})
    void jsonWaitsForItsEnd(String type) throws Exception {
        flushed(type);

        assertThat(response.isCommitted()).isFalse();
        assertThat(response.getContentAsString()).isEqualTo("{}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/event-stream", "application/pdf", "text/csv"})
    void streamsAndDownloadsLeaveAsTheyAreWritten(String type) throws Exception {
        flushed(type);

        assertThat(response.isCommitted()).isTrue();
    }

    @Test
    void jsonThatIsWrittenBitByBitLeavesAsItIsWritten() throws Exception {
        request.setAsyncSupported(true);
        request.startAsync();

        flushed("application/json");

        assertThat(response.isCommitted()).isTrue();
    }

    private void flushed(String type) throws ServletException, IOException {
        new WholeAnswerFilter().doFilter(request, response, (asked, answer) -> {
            answer.setContentType(type);
            answer.getWriter().write("{}");
            answer.flushBuffer();
        });
    }
}
