package org.hejie.document.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.hejie.document.ContentVault.DamagedContent;
import org.hejie.document.NewFile;
import org.hejie.shared.web.Problem;

/**
 * A place outside the database where sealed bytes lie, each under its address: a folder or a bucket. What is there is never changed and never
 * deleted. Every method throws {@link Problem} 503 {@code FILES_UNAVAILABLE} when the place does not work.
 */
interface ContentStore extends AutoCloseable {

    /** More than any sealed file or part of a dossier has, in bytes; what is larger is none of them and is not read. */
    int LARGEST = NewFile.MAX_BYTES + 4 * 1024;

    /** As an operator calls it. */
    String name();

    /**
     * Puts bytes under their address unless they are there. After it they stand whole, also after a power cut.
     *
     * @throws DamagedContent if something else lies there
     */
    void put(Address address, byte[] sealed);

    /**
     * The bytes at the address, if there are any.
     *
     * @throws DamagedContent if they are not those that belong there
     */
    Optional<byte[]> get(Address address);

    /** Whether something lies at the address; what, only {@link #get} tells. */
    boolean holds(Address address);

    /** Shows the {@link Address#key keys} of what was put before that time, some hundred at once. */
    void settled(Instant before, Consumer<List<String>> keys);

    /**
     * Puts what no row names out of the way or on a list, so that a person may look at it. Nothing is deleted: after an older copy of the
     * database was put back, what it does not know may still be wanted.
     *
     * @return how many were not there before
     */
    int setAside(List<String> keys, LocalDate today);

    /** What keeps it from working, with the setting to look at and without any secret; empty when it works. */
    Optional<String> fault();

    @Override
    default void close() {
        // most hold nothing open
    }
}
