package org.hejie.referral.internal;

import org.hejie.referral.Envelope;
import org.hejie.shared.crypto.FieldCipher;
import org.hejie.shared.crypto.FieldPlace;
import org.hejie.shared.crypto.HmacSm3;
import org.hejie.shared.crypto.KeyRing;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Seals what came, and tells whether two say the same. */
@Component
class ReferralContent {

    private final FieldCipher cipher;
    private final HmacSm3 mac;
    private final HmacSm3 marks;
    private final JsonMapper json;

    ReferralContent(FieldCipher cipher, KeyRing keys, JsonMapper json) {
        this.cipher = cipher;
        this.mac = new HmacSm3(keys.derive("referral-content", 32));
        this.marks = new HmacSm3(keys.derive("lawsuit-party", 32));
        this.json = json;
    }

    /** Keyed, so that nobody can guess a short content from it. */
    byte[] hash(Envelope envelope) {
        return mac.of(json.writeValueAsBytes(envelope));
    }

    /** As {@link #hash(Envelope)}, of a text in one form. */
    byte[] hash(String text) {
        return mac.of(json.writeValueAsBytes(text));
    }

    /** By which a party is known again without its name. */
    byte[] mark(String text) {
        return marks.of(json.writeValueAsBytes(text));
    }

    byte[] seal(long id, String asItCame) {
        return cipher.encrypt(new FieldPlace("referral.referral.content", id), asItCame);
    }

    byte[] sealConflict(long id, String asItCame) {
        return cipher.encrypt(new FieldPlace("referral.conflict.content", id), asItCame);
    }
}
