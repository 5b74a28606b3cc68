package org.hejie.document;

import java.util.Collection;
import java.util.List;
import org.hejie.shared.web.Problem;

/**
 * The door to files. Whoever calls sees the files within the scope of the transaction; others do not exist
 * for him.
 */
public interface Documents {

    /**
     * Checks, cleans and keeps a file.
     *
     * @param visibleTo scope keys that may see it
     * @throws Problem 413 {@code TOO_LARGE} beyond {@link NewFile#MAX_BYTES}, 415 {@code UNSUPPORTED_TYPE} with the
     *         reason when its content is of no allowed type, broken, or unpacks to too much
     */
    FileId store(NewFile file, long[] visibleTo);

    /**
     * Gives files to the matter, which nobody else may have.
     *
     * @param keys scope keys that may see them from now on
     * @throws Problem 400 on {@code documentIds} when one is not there, out of scope, or belongs to another matter
     */
    void attach(Collection<FileId> files, long ownerId, long[] keys);

    /** Lets further keys see all files of the matter. */
    void share(long ownerId, long[] keys);

    /** Sets who may see the files of the matter, as after it was given back to fewer. */
    void show(long ownerId, long[] visibleTo);

    /** The matter's files, oldest first. */
    List<StoredFile> of(long ownerId);

    /**
     * The file without its content.
     *
     * @throws Problem 404 when it is not there or out of scope
     */
    StoredFile view(FileId file);

    /**
     * The file with its content.
     *
     * @throws Problem 404 when it is not there or out of scope
     */
    FileContent content(FileId file);
}
