package org.hejie.intake.web;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import org.hejie.matter.FollowedMatters;
import org.hejie.matter.MatterId;
import org.hejie.shared.crypto.HmacSm3;
import org.hejie.shared.crypto.KeyRing;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a resident's page carries while it is open: one matter, for two hours, signed. Kept nowhere. */
@Component
class FollowTokens implements FollowedMatters {

    private static final Duration SPAN = Duration.ofHours(2);
    private static final int BODY = 16;
    private static final int TAG = 16;

    private final HmacSm3 mac;
    private final Clock clock;

    FollowTokens(KeyRing keys, Clock clock) {
        this.mac = new HmacSm3(keys.derive("follow-token", 32));
        this.clock = clock;
    }

    String of(MatterId matter) {
        byte[] body = ByteBuffer.allocate(BODY).putLong(matter.value()).putLong(clock.instant().plus(SPAN).getEpochSecond()).array();
        byte[] token = ByteBuffer.allocate(BODY + TAG).put(body).put(mac.of(body), 0, TAG).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** @throws Problem 401 when it is missing, not ours, or two hours old */
    @Override
    public MatterId read(@Nullable String token) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(token == null ? "" : token);
            if (bytes.length == BODY + TAG) {
                byte[] body = Arrays.copyOf(bytes, BODY);
                boolean ours = MessageDigest.isEqual(Arrays.copyOf(mac.of(body), TAG), Arrays.copyOfRange(bytes, BODY, BODY + TAG));
                if (ours && ByteBuffer.wrap(body).getLong(Long.BYTES) > clock.instant().getEpochSecond()) {
                    return new MatterId(ByteBuffer.wrap(body).getLong());
                }
            }
        } catch (IllegalArgumentException e) {
            // not base64: the same answer
        }
        throw Problem.of(ProblemType.UNAUTHENTICATED, "FOLLOW_AGAIN");
    }
}
