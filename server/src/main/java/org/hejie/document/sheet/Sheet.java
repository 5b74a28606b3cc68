package org.hejie.document.sheet;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table read row by row. */
public interface Sheet extends AutoCloseable {

    /** The headings of its first row. */
    List<String> columns();

    /** The next row that is not empty; null behind the last. */
    @Nullable Row next() throws IOException;

    @Override
    void close() throws IOException;

    /**
     * @param number counted from 1 below the headings, empty rows left out
     * @param cells  at most as many as there are columns; fewer when the last are empty
     */
    record Row(int number, List<String> cells) {
    }
}
