package org.hejie.intake.internal;

import java.util.List;
import org.hejie.intake.Submission;
import org.hejie.intake.SubmissionId;
import org.hejie.shared.crypto.FieldCipher;
import org.hejie.shared.crypto.HmacSm3;
import org.hejie.shared.crypto.KeyRing;
import org.hejie.shared.crypto.SealedColumn;
import org.hejie.shared.crypto.SealedColumns;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Seals submissions, and tells whether two say the same however they are written. */
@Component
class SubmissionContent implements SealedColumns {

    private static final SealedColumn CONTENT = SealedColumn.of("intake.submission", "id", "content");
    private static final SealedColumn READING = SealedColumn.of("intake.submission", "id", "reading");

    private final FieldCipher cipher;
    private final HmacSm3 mac;
    private final JsonMapper json;

    SubmissionContent(FieldCipher cipher, KeyRing keys, JsonMapper json) {
        this.cipher = cipher;
        this.mac = new HmacSm3(keys.derive("submission-content", 32));
        this.json = json;
    }

    /** Keyed, so that nobody can guess a short content from it. */
    byte[] hash(Submission submission) {
        return mac.of(json.writeValueAsBytes(submission));
    }

    /** What was read of it, kept for a person who settles a conflict. */
    byte[] sealReading(SubmissionId id, Submission submission) {
        return cipher.encrypt(READING.place(id.value()), json.writeValueAsString(submission));
    }

    Submission openReading(SubmissionId id, byte[] sealed) {
        return json.readValue(cipher.decrypt(READING.place(id.value()), sealed), Submission.class);
    }

    byte[] seal(SubmissionId id, String asItCame) {
        return cipher.encrypt(CONTENT.place(id.value()), asItCame);
    }

    String open(SubmissionId id, byte[] sealed) {
        return cipher.decrypt(CONTENT.place(id.value()), sealed);
    }

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(CONTENT, READING);
    }
}
