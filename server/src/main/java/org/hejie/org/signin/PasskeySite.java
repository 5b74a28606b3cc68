package org.hejie.org.signin;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The place passkeys are bound to. A browser takes them over https, or at {@code localhost}, and only where the host is a name:
 * an address in numbers is no relying party id (WebAuthn Level 2, 5.1.2).
 */
@Component
class PasskeySite {

    private static final Logger LOG = LoggerFactory.getLogger(PasskeySite.class);
    private static final String LOCAL = "localhost";

    /**
     * @param origin as the browser signs it: scheme, host, and port unless it is the scheme's own
     * @param rpId   the host
     */
    record Site(String origin, String rpId) {
    }

    private final @Nullable Site site;

    PasskeySite(PasskeySettings settings) {
        this.site = of(settings.publicUrl());
        if (site == null) {
            LOG.info("Passkeys are off: hejie.public-url is not https with a name, nor http://localhost");
        }
    }

    /** Null where passkeys cannot be used. */
    @Nullable Site site() {
        return site;
    }

    static @Nullable Site of(String publicUrl) {
        URI url;
        try {
            url = URI.create(publicUrl.strip().toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return null;
        }
        String host = url.getHost();
        if (host == null || host.contains(":") || host.matches("[0-9.]+") || !isTrusted(url.getScheme(), host)) {
            return null;
        }
        boolean usual = url.getPort() < 0 || url.getPort() == ("https".equals(url.getScheme()) ? 443 : 80);
        return new Site(url.getScheme() + "://" + host + (usual ? "" : ":" + url.getPort()), host);
    }

    private static boolean isTrusted(@Nullable String scheme, String host) {
        return "https".equals(scheme) || "http".equals(scheme) && host.equals(LOCAL);
    }
}
