package org.hejie.notify.internal;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.hejie.notify.internal.LaneRows.Outgoing;
import org.springframework.http.HttpHeaders;

/**
 * Posts messages to a system's address. {@code Idempotency-Key} is the message's number, the same with each try;
 * {@code Hejie-Signature: t=<Unix seconds>,v1=<hex>} is HMAC-SHA-256 (RFC 2104) over {@code <t>.<body>}, so that the
 * receiver knows who sent it and when.
 */
final class Webhook implements Channel {

    private static final String ALGORITHM = "HmacSHA256";

    private final URI address;
    private final SecretKeySpec secret;
    private final OutsideHttp http;
    private final Clock clock;

    Webhook(URI address, String secret, OutsideHttp http, Clock clock) {
        this.address = address;
        this.secret = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        this.http = http;
        this.clock = clock;
    }

    @Override
    public Outcome send(Outgoing message) {
        byte[] body = message.content().getBytes(StandardCharsets.UTF_8);
        return http.post(address, body, headers -> sign(headers, message.id(), body), response -> null);
    }

    private void sign(HttpHeaders headers, long id, byte[] body) {
        long time = clock.instant().getEpochSecond();
        headers.set("Idempotency-Key", Long.toString(id));
        headers.set("Hejie-Signature", "t=" + time + ",v1=" + signature(time, body));
    }

    private String signature(long time, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
