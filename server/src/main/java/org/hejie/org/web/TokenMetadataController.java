package org.hejie.org.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where tokens are given and how to ask for one, for programs that look it up (RFC 8414). */
@RestController
class TokenMetadataController {

    /** RFC 8414, 2. There is no way that goes through a browser, so the list of response types is empty. */
    record Metadata(String issuer, @JsonProperty("token_endpoint") String tokenEndpoint,
            @JsonProperty("grant_types_supported") List<String> grantTypes,
            @JsonProperty("response_types_supported") List<String> responseTypes,
            @JsonProperty("token_endpoint_auth_methods_supported") List<String> authMethods,
            @JsonProperty("scopes_supported") List<String> scopes) {
    }

    /** The procuratorate is a partner, but none of the lines. */
    private static final List<String> OF_NO_LINE = List.of("partner:prosecution:read", "partner:prosecution:submit");

    private final Metadata metadata;

    TokenMetadataController(@Value("${hejie.public-url}") String publicUrl) {
        String issuer = publicUrl.strip().replaceAll("/+$", "");
        this.metadata = new Metadata(issuer, issuer + TokenController.PATH, List.of("client_credentials"), List.of(),
                List.of("client_secret_basic", "client_secret_post"),
                Stream.concat(Arrays.stream(LineName.values()).flatMap(line -> line.scopes().stream()), OF_NO_LINE.stream()).sorted().toList());
    }

    /** The same for everybody. */
    @GetMapping("/.well-known/oauth-authorization-server")
    Metadata metadata() {
        return metadata;
    }
}
