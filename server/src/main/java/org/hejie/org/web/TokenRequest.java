package org.hejie.org.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What a client asks for at the token's door (RFC 6749, 4.4.2), with what it proves itself by: in the header {@code Authorization}
 * (Basic, 2.3.1) or in the form.
 *
 * @param scopes empty when it names none
 */
record TokenRequest(String clientId, String secret, Set<String> scopes) {

    private static final String BASIC = "Basic ";
    private static final String GRANT = "client_credentials";

    @Override
    public String toString() {
        return "TokenRequest[hidden]";
    }

    /** The request breaks the rules of RFC 6749. */
    static final class Malformed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final TokenError error;

        Malformed(TokenError error) {
            super(error.code(), null, false, false);
            this.error = error;
        }

        TokenError error() {
            return error;
        }
    }

    /**
     * Reads the request.
     *
     * @param authorization the header; null without one
     * @throws Malformed INVALID_REQUEST, UNSUPPORTED_GRANT_TYPE, INVALID_CLIENT, INVALID_SCOPE
     */
    static TokenRequest of(@Nullable String authorization, MultiValueMap<String, String> form) {
        if (form.values().stream().anyMatch(values -> values.size() > 1)) {
            throw new Malformed(TokenError.INVALID_REQUEST);
        }
        if (!GRANT.equals(form.getFirst("grant_type"))) {
            throw new Malformed(form.containsKey("grant_type") ? TokenError.UNSUPPORTED_GRANT_TYPE : TokenError.INVALID_REQUEST);
        }
        Set<String> scopes = scopes(form.getFirst("scope"));
        String secret = form.getFirst("client_secret");
        if (authorization != null && authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            if (secret != null) {
                throw new Malformed(TokenError.INVALID_REQUEST); // two ways at once
            }
            List<String> pair = basic(authorization.substring(BASIC.length()));
            return new TokenRequest(pair.getFirst(), pair.getLast(), scopes);
        }
        String id = form.getFirst("client_id");
        if (id == null || secret == null) {
            throw new Malformed(TokenError.INVALID_CLIENT);
        }
        return new TokenRequest(id, secret, scopes);
    }

    private static List<String> basic(String encoded) {
        try {
            String[] pair = new String(Base64.getDecoder().decode(encoded.strip()), StandardCharsets.UTF_8).split(":", 2);
            if (pair.length == 2) {
                return Arrays.stream(pair).map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8)).toList();
            }
        } catch (IllegalArgumentException e) {
            // neither Base64 nor percent-encoding: the same as a pair that is not there
        }
        throw new Malformed(TokenError.INVALID_CLIENT);
    }

    private static Set<String> scopes(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return Set.of();
        }
        if (!text.matches("[!#-\\[\\]-~]+( [!#-\\[\\]-~]+)*")) { // RFC 6749, 3.3
            throw new Malformed(TokenError.INVALID_SCOPE);
        }
        return Arrays.stream(text.split(" ")).collect(Collectors.toSet());
    }
}
