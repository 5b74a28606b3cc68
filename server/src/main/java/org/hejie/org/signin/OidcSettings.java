package org.hejie.org.signin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The county's issuer.
 *
 * @param issuer       its address, as it stands in its tokens; empty for none
 * @param clientId     by which it knows us
 * @param clientSecret proves it; empty for a public client, which PKCE protects alone
 * @param redirect     the address it sends the browser back to, {@code https://…/api/v1/oidc/callback}
 */
@ConfigurationProperties("hejie.oidc")
record OidcSettings(@DefaultValue("") String issuer, @DefaultValue("") String clientId, @DefaultValue("") String clientSecret,
        @DefaultValue("") String redirect) {

    @Override
    public String toString() {
        return "OidcSettings[" + issuer + "]";
    }
}
