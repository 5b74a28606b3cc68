package org.hejie.org.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import org.hejie.org.ClientTokens;
import org.hejie.org.ClientTokens.Issued;
import org.hejie.org.ClientTokens.Refused;
import org.hejie.shared.web.RateLimiter;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageConversionException;
import org.springframework.util.MultiValueMap;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The token's door: OAuth 2.0 client credentials (RFC 6749, 4.4). Answers and errors are those of the standard. */
@RestController
class TokenController {

    static final String PATH = "/oauth2/token";

    /** A system asks a few times an hour; several may stand behind one address. */
    private static final int TRIES_A_MINUTE = 120;

    /** A token (RFC 6749, 5.1). @param scope null for a client that acts by a staff post */
    record Token(@JsonProperty("access_token") String accessToken, @JsonProperty("token_type") String type,
            @JsonProperty("expires_in") long seconds, @Nullable String scope) {

        @Override
        public String toString() {
            return "Token[hidden]";
        }
    }

    /** An error (RFC 6749, 5.2). */
    record Failure(String error, @JsonProperty("error_description") String description) {
    }

    private final ClientTokens tokens;
    private final RateLimiter tries;

    TokenController(ClientTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.tries = new RateLimiter(TRIES_A_MINUTE, Duration.ofMinutes(1), clock);
    }

    /** Gives a token. Nothing may stand in the address: addresses are written into logs. */
    @PostMapping(PATH)
    ResponseEntity<?> token(@RequestBody(required = false) @Nullable MultiValueMap<String, String> form, HttpServletRequest request) {
        if (!tries.tryAcquire(request.getRemoteAddr())) {
            return failure(TokenError.TOO_MANY_REQUESTS, Duration.ofSeconds(2));
        }
        if (form == null || request.getQueryString() != null) {
            return failure(TokenError.INVALID_REQUEST, null);
        }
        TokenRequest asked = TokenRequest.of(request.getHeader(HttpHeaders.AUTHORIZATION), form);
        return switch (tokens.issue(asked.clientId(), asked.secret(), asked.scopes())) {
            case Issued issued -> ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).cacheControl(CacheControl.noStore())
                    .body(new Token(issued.token(), "Bearer", issued.life().toSeconds(),
                            issued.scopes().isEmpty() ? null : String.join(" ", issued.scopes().stream().sorted().toList())));
            case Refused refused -> failure(switch (refused.reason()) {
                case CLIENT -> TokenError.INVALID_CLIENT;
                case SCOPE -> TokenError.INVALID_SCOPE;
                case TOO_MANY_TRIES -> TokenError.TOO_MANY_REQUESTS;
            }, refused.retryAfter());
        };
    }

    @ExceptionHandler
    ResponseEntity<?> on(TokenRequest.Malformed malformed) {
        return failure(malformed.error(), null);
    }

    @ExceptionHandler({HttpMediaTypeNotSupportedException.class, HttpMessageConversionException.class})
    ResponseEntity<?> notAForm() {
        return failure(TokenError.INVALID_REQUEST, null);
    }

    private static ResponseEntity<?> failure(TokenError error, @Nullable Duration wait) {
        var answer = ResponseEntity.status(error.status()).contentType(MediaType.APPLICATION_JSON).cacheControl(CacheControl.noStore());
        if (error == TokenError.INVALID_CLIENT) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"hejie\", charset=\"UTF-8\"");
        }
        if (wait != null) {
            answer.header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds())));
        }
        return answer.body(new Failure(error.code(), error.description()));
    }
}
