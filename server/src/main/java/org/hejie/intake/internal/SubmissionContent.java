package org.hejie.intake.internal;

import org.hejie.intake.Submission;
import org.hejie.intake.SubmissionId;
import org.hejie.shared.crypto.FieldCipher;
import org.hejie.shared.crypto.FieldPlace;
import org.hejie.shared.crypto.HmacSm3;
import org.hejie.shared.crypto.KeyRing;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Seals submissions, and tells whether two say the same however they are written. */
@Component
class SubmissionContent {

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
        return cipher.encrypt(readingPlace(id), json.writeValueAsString(submission));
    }

    Submission openReading(SubmissionId id, byte[] sealed) {
        return json.readValue(cipher.decrypt(readingPlace(id), sealed), Submission.class);
    }

    byte[] seal(SubmissionId id, String asItCame) {
        return cipher.encrypt(place(id), asItCame);
    }

    String open(SubmissionId id, byte[] sealed) {
        return cipher.decrypt(place(id), sealed);
    }

    private static FieldPlace readingPlace(SubmissionId id) {
        return new FieldPlace("intake.submission.reading", id.value());
    }

    private static FieldPlace place(SubmissionId id) {
        return new FieldPlace("intake.submission.content", id.value());
    }
}
