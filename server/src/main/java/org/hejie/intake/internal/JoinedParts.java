package org.hejie.intake.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.function.IntFunction;

/**
 * A stream over numbered parts, one at a time. Unlike {@link java.io.SequenceInputStream}, which on closing asks for every part that
 * was not read yet, closing it leaves the rest alone: whoever looks at the first rows of a long file opens its first part only.
 */
final class JoinedParts extends InputStream {

    private final int parts;
    private final IntFunction<InputStream> part;
    private InputStream current = nullInputStream();
    private int next;

    /** @param part opens the part of a number, from 0 to {@code parts - 1} */
    JoinedParts(int parts, IntFunction<InputStream> part) {
        this.parts = parts;
        this.part = part;
    }

    @Override
    public int read() throws IOException {
        int read = current.read();
        while (read < 0 && nextPart()) {
            read = current.read();
        }
        return read;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        Objects.checkFromIndexSize(from, most, into.length);
        if (most == 0) {
            return 0;
        }
        int read = current.read(into, from, most);
        while (read < 0 && nextPart()) {
            read = current.read(into, from, most);
        }
        return read;
    }

    private boolean nextPart() throws IOException {
        if (next == parts) {
            return false;
        }
        current.close();
        current = part.apply(next++);
        return true;
    }

    @Override
    public void close() throws IOException {
        next = parts;
        current.close();
        current = nullInputStream();
    }
}
