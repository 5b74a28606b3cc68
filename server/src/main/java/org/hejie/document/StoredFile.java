package org.hejie.document;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stored file without its content.
 *
 * @param id         its id
 * @param ownerId    the matter it belongs to, null until attached
 * @param name       cleaned, with the ending of its true type
 * @param type       told by its content
 * @param purpose    what it is for
 * @param size       bytes as kept
 * @param sm3        SM3 of the bytes as kept, in hexadecimal digits
 * @param width      of a picture, in pixels
 * @param height     of a picture, in pixels
 * @param uploadedAt when it came
 */
public record StoredFile(FileId id, @Nullable Long ownerId, String name, FileType type, String purpose, int size,
        String sm3, @Nullable Integer width, @Nullable Integer height, Instant uploadedAt) {
}
