package org.hejie.intake;

import java.time.OffsetDateTime;
import org.hejie.matter.MatterStatus;
import org.hejie.matter.ResultKind;
import org.jspecify.annotations.Nullable;

/**
 * What a line is told of a matter it sent: numbers, a status, a time; nothing of a person.
 *
 * @param outsideNo the line's own number
 * @param code      the matter's code
 * @param at        when it came to that status, in Asia/Shanghai
 * @param via       code of the matter into which it was merged, where that one has moved; null where it moved itself
 * @param result    how the handling ended; null before it has
 */
public record Answer(String outsideNo, String code, MatterStatus status, OffsetDateTime at, @Nullable ResultKind result,
        @Nullable String via) {
}
