package org.hejie.referral.internal;

import java.util.List;
import java.util.Optional;
import org.hejie.referral.Envelope;
import org.hejie.shared.crypto.FieldCipher;
import org.hejie.shared.crypto.HmacSm3;
import org.hejie.shared.crypto.KeyRing;
import org.hejie.shared.crypto.SealedColumn;
import org.hejie.shared.crypto.SealedColumns;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Seals what came, and tells whether two say the same. */
@Component
class ReferralContent implements SealedColumns {

    private static final SealedColumn CONTENT = SealedColumn.of("referral.referral", "id", "content");
    private static final SealedColumn CONFLICT = SealedColumn.of("referral.conflict", "id", "content");

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
        return cipher.encrypt(CONTENT.place(id), asItCame);
    }

    String open(long id, byte[] sealed) {
        return cipher.decrypt(CONTENT.place(id), sealed);
    }

    byte[] sealConflict(long id, String asItCame) {
        return cipher.encrypt(CONFLICT.place(id), asItCame);
    }

    String openConflict(long id, byte[] sealed) {
        return cipher.decrypt(CONFLICT.place(id), sealed);
    }

    /** What came, read again. Empty where it was written down by another hand, such as that of an import. */
    Optional<Envelope> read(String asItCame) {
        try {
            return Optional.ofNullable(json.readValue(asItCame, Envelope.class)).filter(envelope -> envelope.kind() != null);
        } catch (JacksonException unread) {
            return Optional.empty();
        }
    }

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(CONTENT, CONFLICT);
    }
}
