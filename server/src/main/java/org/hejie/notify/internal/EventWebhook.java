package org.hejie.notify.internal;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.hejie.notify.internal.LaneRows.Outgoing;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/**
 * Posts CloudEvents to a partner's address, signed as Standard Webhooks 1.0 wants it: {@code webhook-id} is the event's id, the same
 * with each try and each replay; {@code webhook-signature} holds a signature {@code v1,<base64>} for each secret that is good, of
 * HMAC-SHA-256 over {@code <id>.<timestamp>.<body>}.
 */
final class EventWebhook implements Channel {

    static final String SECRET_PREFIX = "whsec_";

    private static final String ALGORITHM = "HmacSHA256";
    private static final MediaType CLOUD_EVENT = new MediaType("application", "cloudevents+json", StandardCharsets.UTF_8);

    private final URI address;
    private final List<SecretKeySpec> keys;
    private final OutsideHttp http;
    private final Clock clock;

    /** @param secrets the newest first */
    EventWebhook(URI address, List<String> secrets, OutsideHttp http, Clock clock) {
        this.address = address;
        this.keys = secrets.stream().map(EventWebhook::key).toList();
        this.http = http;
        this.clock = clock;
    }

    private static SecretKeySpec key(String secret) {
        return new SecretKeySpec(Base64.getDecoder().decode(secret.substring(SECRET_PREFIX.length())), ALGORITHM);
    }

    @Override
    public Outcome send(Outgoing message) {
        byte[] body = message.content().getBytes(StandardCharsets.UTF_8);
        return http.send(HttpMethod.POST, address, CLOUD_EVENT, body, headers -> sign(headers, message), response -> null);
    }

    private void sign(HttpHeaders headers, Outgoing message) {
        String time = Long.toString(clock.instant().getEpochSecond());
        byte[] signed = (message.subject() + "." + time + "." + message.content()).getBytes(StandardCharsets.UTF_8);
        headers.set("webhook-id", message.subject());
        headers.set("webhook-timestamp", time);
        headers.set("webhook-signature", keys.stream().map(key -> "v1," + signature(key, signed)).collect(Collectors.joining(" ")));
    }

    private static String signature(SecretKeySpec key, byte[] signed) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getEncoder().encodeToString(mac.doFinal(signed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }
}
