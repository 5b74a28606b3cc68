package org.hejie.audit.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.hejie.audit.ChainField;
import org.hejie.audit.ChainFields;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyInputStream;

/**
 * The rows of a select in PostgreSQL's binary copy format, read one by one into the same buffer: several times as
 * fast as a result set, since nothing becomes a Java value that is only to be hashed.
 * Format: PostgreSQL's documentation, COPY, "Binary Format".
 */
final class CopiedRows implements AutoCloseable {

    private static final int SIGNATURE_AND_FLAGS = 15;

    private final InputStream in;
    private final byte[] chunk = new byte[1 << 16];
    private int read;
    private int end;

    private byte[] row = new byte[1 << 10];
    private int[] offsets = new int[16];
    private int[] lengths = new int[16];

    CopiedRows(Connection connection, String select) throws SQLException {
        in = new PGCopyInputStream(connection.unwrap(PGConnection.class), "copy (" + select + ") to stdout (format binary)");
        try {
            skip(SIGNATURE_AND_FLAGS);
            skip(integer(4));
        } catch (IOException e) {
            throw new HistoryReader.Unreadable(e);
        }
    }

    /** Reads the next row; false after the last. */
    boolean next() {
        try {
            int columns = (short) integer(2);
            if (columns < 0) {
                return false;
            }
            if (columns > offsets.length) {
                offsets = new int[columns];
                lengths = new int[columns];
            }
            int offset = 0;
            for (int i = 0; i < columns; i++) {
                offsets[i] = offset;
                lengths[i] = integer(4);
                offset = take(Math.max(lengths[i], 0), offset);
            }
            return true;
        } catch (IOException e) {
            throw new HistoryReader.Unreadable(e);
        }
    }

    /** A whole number of 2, 4 or 8 bytes. */
    long number(int column) {
        long value = row[offsets[column]];
        for (int i = 1; i < lengths[column]; i++) {
            value = value << 8 | row[offsets[column] + i] & 0xff;
        }
        return value;
    }

    /** A {@code bytea}. */
    byte[] bytes(int column) {
        return Arrays.copyOfRange(row, offsets[column], offsets[column] + lengths[column]);
    }

    /** Adds columns to what is hashed. */
    void addTo(ChainFields fields, List<ChainField> kinds, int firstColumn) {
        for (int i = 0; i < kinds.size(); i++) {
            fields.binary(kinds.get(i), row, offsets[firstColumn + i], lengths[firstColumn + i]);
        }
    }

    private int take(int length, int offset) throws IOException {
        if (offset + length > row.length) {
            row = Arrays.copyOf(row, Math.max(offset + length, row.length * 2));
        }
        int taken = 0;
        while (taken < length) {
            fill();
            int part = Math.min(length - taken, end - read);
            System.arraycopy(chunk, read, row, offset + taken, part);
            read += part;
            taken += part;
        }
        return offset + length;
    }

    private int integer(int bytes) throws IOException {
        int value = 0;
        for (int i = 0; i < bytes; i++) {
            fill();
            value = value << 8 | chunk[read++] & 0xff;
        }
        return value;
    }

    private void skip(int bytes) throws IOException {
        for (int i = 0; i < bytes; i++) {
            fill();
            read++;
        }
    }

    private void fill() throws IOException {
        if (read == end) {
            read = 0;
            end = in.read(chunk);
            if (end <= 0) {
                end = 0;
                throw new EOFException("the copy ended in the middle of a row");
            }
        }
    }

    /** Reads to the end first: a copy that is cut off would leave its connection in the middle of a transaction. */
    @Override
    public void close() throws SQLException {
        try {
            while (in.read(chunk) > 0) {
                end = 0;
            }
            in.close();
        } catch (IOException e) {
            throw new HistoryReader.Unreadable(e);
        }
    }
}
