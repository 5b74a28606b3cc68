package org.hejie.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one row of a chained table in the one form that is hashed. Each field is a tag byte, its
 * length in bytes (4 bytes, big-endian) and its content, in the order the table's chain source documents:
 *
 * <table>
 * <caption>Forms of a field</caption>
 * <tr><td>{@code T}</td><td>text, UTF-8</td></tr>
 * <tr><td>{@code N}</td><td>whole number, 8 bytes, two's complement, big-endian</td></tr>
 * <tr><td>{@code I}</td><td>instant: microseconds since 1970-01-01T00:00Z, as a number</td></tr>
 * <tr><td>{@code D}</td><td>date: days since 1970-01-01, as a number</td></tr>
 * <tr><td>{@code F}</td><td>yes or no: one byte, 1 or 0</td></tr>
 * <tr><td>{@code B}</td><td>bytes</td></tr>
 * <tr><td>{@code -}</td><td>absent (null), length 0</td></tr>
 * </table>
 *
 * <p>Store what is hashed as it was hashed: a {@code jsonb} column changes its text, {@code text} and
 * {@code json} do not; PostgreSQL keeps microseconds. Not thread-safe; reused by {@link #clear}.
 */
public final class ChainFields {

    /** PostgreSQL counts from 2000-01-01. */
    private static final long DAYS_TO_2000 = LocalDate.of(2000, 1, 1).toEpochDay();
    private static final long MICROSECONDS_TO_2000 = DAYS_TO_2000 * 86_400_000_000L;

    private byte[] buffer = new byte[256];
    private int length;

    /** Forgets all fields. */
    public ChainFields clear() {
        length = 0;
        return this;
    }

    /** Adds a text, or its absence. */
    public ChainFields text(@Nullable String value) {
        return value == null ? absent() : add('T', value.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a whole number. */
    public ChainFields number(long value) {
        return eight('N', value);
    }

    /** Adds a whole number, or its absence. */
    public ChainFields number(@Nullable Long value) {
        return value == null ? absent() : number(value.longValue());
    }

    /** Adds an instant, or its absence. Parts below the microsecond are cut off. */
    public ChainFields instant(@Nullable Instant value) {
        return value == null
                ? absent()
                : eight('I', Math.addExact(Math.multiplyExact(value.getEpochSecond(), 1_000_000L), value.getNano() / 1_000));
    }

    /** Adds a date, or its absence. */
    public ChainFields date(@Nullable LocalDate value) {
        return value == null ? absent() : eight('D', value.toEpochDay());
    }

    /** Adds a yes or no. */
    public ChainFields flag(boolean value) {
        return add('F', new byte[] {(byte) (value ? 1 : 0)});
    }

    /** Adds bytes, or their absence. */
    public ChainFields bytes(byte @Nullable [] value) {
        return value == null ? absent() : add('B', value);
    }

    /**
     * Adds a column as PostgreSQL sends it in binary form, without making it a Java value first.
     *
     * @param row           holds the column's bytes from {@code offset} on
     * @param contentLength in bytes; below zero for null
     */
    public ChainFields binary(ChainField kind, byte[] row, int offset, int contentLength) {
        if (contentLength < 0) {
            return absent();
        }
        return switch (kind) {
            case TEXT -> add('T', row, offset, contentLength);
            case BYTES -> add('B', row, offset, contentLength);
            case FLAG -> add('F', row, offset, contentLength);
            case NUMBER -> eight('N', wholeNumber(row, offset, contentLength));
            case INSTANT -> eight('I', wholeNumber(row, offset, contentLength) + MICROSECONDS_TO_2000);
            case DATE -> eight('D', wholeNumber(row, offset, contentLength) + DAYS_TO_2000);
        };
    }

    private static long wholeNumber(byte[] row, int offset, int contentLength) {
        long value = row[offset];
        for (int i = 1; i < contentLength; i++) {
            value = value << 8 | row[offset + i] & 0xff;
        }
        return value;
    }

    /** All fields so far, in the form that is hashed. */
    public byte[] toBytes() {
        return Arrays.copyOf(buffer, length);
    }

    byte[] buffer() {
        return buffer;
    }

    int length() {
        return length;
    }

    private ChainFields absent() {
        header('-', 0);
        return this;
    }

    private ChainFields add(char tag, byte[] content) {
        return add(tag, content, 0, content.length);
    }

    private ChainFields add(char tag, byte[] content, int offset, int contentLength) {
        header(tag, contentLength);
        System.arraycopy(content, offset, buffer, length, contentLength);
        length += contentLength;
        return this;
    }

    private ChainFields eight(char tag, long value) {
        header(tag, Long.BYTES);
        length = HashChain.putLong(buffer, length, value);
        return this;
    }

    private void header(char tag, int contentLength) {
        int needed = length + 1 + Integer.BYTES + contentLength;
        if (needed > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(needed, buffer.length * 2));
        }
        buffer[length++] = (byte) tag;
        for (int shift = 24; shift >= 0; shift -= 8) {
            buffer[length++] = (byte) (contentLength >>> shift);
        }
    }
}
