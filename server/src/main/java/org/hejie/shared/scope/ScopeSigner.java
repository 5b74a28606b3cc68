package org.hejie.shared.scope;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs a scope so that the database can tell it from one that an attacker wrote into a query:
 * HMAC-SHA-256 (RFC 2104) with a secret that only the owner of the database can read.
 */
public final class ScopeSigner {

    private final SecretKeySpec secret;
    private final ThreadLocal<Mac> mac;

    public ScopeSigner(byte[] secret) {
        this.secret = new SecretKeySpec(secret, "HmacSHA256");
        this.mac = ThreadLocal.withInitial(this::newMac);
    }

    /** The value of the setting {@code hejie.scope}: the payload and its signature. */
    public String sign(Scope scope) {
        String payload = scope.payload();
        return payload + '|' + HexFormat.of().formatHex(mac.get().doFinal(payload.getBytes(StandardCharsets.UTF_8)));
    }

    private Mac newMac() {
        try {
            Mac fresh = Mac.getInstance("HmacSHA256");
            fresh.init(secret);
            return fresh;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
