package org.hejie.shared.scope;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs a scope so that the database can tell it from one that an attacker wrote into a query:
 * HMAC-SHA-256 (RFC 2104) with a secret that only the owner of the database can read.
 */
public final class ScopeSigner {

    /** A county has some hundreds of staff; residents' doors come and go. */
    private static final int KEPT = 2_000;

    private final SecretKeySpec secret;
    private final Map<Scope, String> signed = new ConcurrentHashMap<>();

    public ScopeSigner(byte[] secret) {
        this.secret = new SecretKeySpec(secret, "HmacSHA256");
    }

    /** The value of the setting {@code hejie.scope}: the payload and its signature. The same scope has the same one always. */
    public String sign(Scope scope) {
        String known = signed.get(scope);
        if (known != null) {
            return known;
        }
        if (signed.size() >= KEPT) {
            signed.clear();
        }
        String payload = scope.payload();
        String fresh = payload + '|' + HexFormat.of().formatHex(newMac().doFinal(payload.getBytes(StandardCharsets.UTF_8)));
        signed.put(scope, fresh);
        return fresh;
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
