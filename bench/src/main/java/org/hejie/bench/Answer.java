package org.hejie.bench;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What the server answered.
 *
 * @param status  HTTP status
 * @param headers names in lower case; of a repeated header (Set-Cookie) the values joined by line breaks
 * @param body    as it came
 */
record Answer(int status, Map<String, String> headers, byte[] body) {

    /** The ETag as it stands, to be sent back in If-Match. */
    String etag() {
        String etag = headers.get("etag");
        if (etag == null) {
            throw new IllegalStateException("No ETag in the answer " + status);
        }
        return etag;
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** This answer, when it has the status. */
    Answer expect(int wanted, String call) {
        if (status != wanted) {
            throw new UnexpectedAnswer(call + " answered " + status + ": " + text());
        }
        return this;
    }

    /** A call that failed: counted as an error of the run. */
    static final class UnexpectedAnswer extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UnexpectedAnswer(String message) {
            super(message);
        }
    }
}
