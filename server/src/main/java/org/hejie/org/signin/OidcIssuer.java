package org.hejie.org.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Talks to the issuer and checks its tokens (OpenID Connect Core 1.0, 3.1.3.7). Addresses and keys are discovered, and read
 * again after an hour or when a key is not known.
 */
@Component
@EnableConfigurationProperties(OidcSettings.class)
class OidcIssuer {

    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration SKEW = Duration.ofSeconds(60);
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512,
            JWSAlgorithm.PS256, JWSAlgorithm.ES256, JWSAlgorithm.ES384);

    private record Known(URI authorization, URI token, URI keys, JWKSet set, Instant at) {
    }

    private final OidcSettings settings;
    private final JsonMapper json;
    private final Clock clock;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).followRedirects(HttpClient.Redirect.NEVER).build();
    private volatile @Nullable Known known;

    OidcIssuer(OidcSettings settings, JsonMapper json, Clock clock) {
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    OidcSettings settings() {
        return settings;
    }

    URI authorization() {
        return known(false).authorization();
    }

    /** The claims of the token that the code is exchanged for, checked. */
    JWTClaimsSet claims(String code, String verifier, String nonce) {
        String token = exchange(code, verifier);
        JWTClaimsSet claims;
        try {
            claims = verified(token, known(false).set());
        } catch (BadJOSEException | JOSEException unknownKey) {
            try {
                claims = verified(token, known(true).set());
            } catch (BadJOSEException | JOSEException wrong) {
                throw refused("SIGNATURE");
            }
        }
        check(claims, nonce);
        return claims;
    }

    private JWTClaimsSet verified(String token, JWKSet keys) throws BadJOSEException, JOSEException {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, new ImmutableJWKSet<>(keys)));
        processor.setJWTClaimsSetVerifier((claims, context) -> { }); // checked one by one below, each with its own answer
        try {
            return processor.process(token, null);
        } catch (ParseException e) {
            throw refused("SIGNATURE");
        }
    }

    private void check(JWTClaimsSet claims, String nonce) {
        Instant now = clock.instant();
        if (!settings.issuer().equals(claims.getIssuer())) {
            throw refused("ISSUER");
        }
        if (!claims.getAudience().contains(settings.clientId())
                || claims.getAudience().size() > 1 && !settings.clientId().equals(claims.getClaim("azp"))) {
            throw refused("AUDIENCE");
        }
        if (claims.getExpirationTime() == null || now.isAfter(claims.getExpirationTime().toInstant().plus(SKEW))
                || claims.getIssueTime() == null || now.isBefore(claims.getIssueTime().toInstant().minus(SKEW))) {
            throw refused("EXPIRED");
        }
        if (!nonce.equals(claims.getClaim("nonce"))) {
            throw refused("NONCE");
        }
        if (claims.getSubject() == null || claims.getSubject().isBlank()) {
            throw refused("NOT_LINKED");
        }
    }

    private String exchange(String code, String verifier) {
        Map<String, String> form = Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", settings.redirect(),
                "client_id", settings.clientId(), "code_verifier", verifier);
        HttpRequest.Builder request = HttpRequest.newBuilder(known(false).token()).timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded").header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(form.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encoded(field.getValue())).collect(Collectors.joining("&"))));
        if (!settings.clientSecret().isEmpty()) {
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(
                    (encoded(settings.clientId()) + ":" + encoded(settings.clientSecret())).getBytes(StandardCharsets.UTF_8)));
        }
        JsonNode token = read(request.build(), "REFUSED").get("id_token");
        if (token == null || !token.isString()) {
            throw refused("REFUSED");
        }
        return token.asString();
    }

    private Known known(boolean again) {
        Known there = known;
        if (there == null || again || there.at().plus(FRESH).isBefore(clock.instant())) {
            there = discover();
            known = there;
        }
        return there;
    }

    private Known discover() {
        JsonNode found = read(HttpRequest.newBuilder(URI.create(settings.issuer().replaceFirst("/$", "") + "/.well-known/openid-configuration"))
                .timeout(PATIENCE).build(), "ISSUER_UNREACHABLE");
        if (!settings.issuer().equals(found.path("issuer").asString(""))) {
            throw refused("ISSUER");
        }
        try {
            URI keys = URI.create(found.path("jwks_uri").asString(""));
            JWKSet set = JWKSet.parse(read(HttpRequest.newBuilder(keys).timeout(PATIENCE).build(), "ISSUER_UNREACHABLE").toString());
            return new Known(URI.create(found.path("authorization_endpoint").asString("")),
                    URI.create(found.path("token_endpoint").asString("")), keys, set, clock.instant());
        } catch (ParseException | IllegalArgumentException e) {
            throw refused("ISSUER_UNREACHABLE");
        }
    }

    private JsonNode read(HttpRequest request, String otherwise) {
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw refused(otherwise);
            }
            return json.readTree(answer.body());
        } catch (IOException | JacksonException e) {
            throw refused("ISSUER_UNREACHABLE");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused("ISSUER_UNREACHABLE");
        }
    }

    static Problem refused(String why) {
        return Problem.of(ProblemType.COUNTY_SIGN_IN, why);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
