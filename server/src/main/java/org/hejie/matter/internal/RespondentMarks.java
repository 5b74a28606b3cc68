package org.hejie.matter.internal;

import java.nio.ByteBuffer;
import java.text.Normalizer;
import java.util.Collection;
import java.util.stream.LongStream;
import org.hejie.shared.crypto.BlindIndex;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Marks by which matters against the same respondent are found where only the name is known. A long name is a body's and
 * meets its like in the whole county; a short one is a person's and meets its like in the same area alone. The name is not
 * kept: the mark is taken from an index under a key.
 */
@Component
class RespondentMarks {

    private static final int LONGEST_PERSON = 4;
    private static final int SHORTEST = 2;

    private final BlindIndex index;

    RespondentMarks(BlindIndex index) {
        this.index = index;
    }

    /** @param area of the matter; a person is not looked for without one */
    long[] of(Collection<String> names, @Nullable String area) {
        return names.stream().map(RespondentMarks::bare).filter(name -> name.length() >= SHORTEST).flatMapToLong(name ->
                name.length() > LONGEST_PERSON ? LongStream.of(mark(name))
                        : area == null ? LongStream.empty() : LongStream.of(mark(name + " " + area))).distinct().toArray();
    }

    private long mark(String text) {
        return ByteBuffer.wrap(index.of("respondent", text)).getLong();
    }

    private static String bare(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Punct}·]", "");
    }
}
