package org.hejie.document.internal;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The stores that are set up.
 *
 * @param chosen  takes new content; empty when the database does
 * @param further where content may lie from an earlier setting
 */
record ContentStores(Optional<ContentStore> chosen, List<ContentStore> further) implements AutoCloseable {

    private static final String ORPHANS_OF_THE_BUCKET = "orphaned/bucket.txt";

    /**
     * Those of the settings.
     *
     * @param environment values of variables by their names
     * @throws UnusableStore naming the setting that is missing or wrong
     */
    static ContentStores of(FilesProperties settings, UnaryOperator<String> environment) {
        ContentStore folder = new FolderStore(settings.folder());
        List<ContentStore> bucket = settings.s3().named() ? List.of(bucket(settings, environment)) : List.of();
        return switch (settings.store()) {
            case DATABASE -> new ContentStores(Optional.empty(), Stream.concat(Stream.of(folder), bucket.stream()).toList());
            case FOLDER -> new ContentStores(Optional.of(folder), bucket);
            case S3 -> new ContentStores(Optional.of(bucket.stream().findFirst().orElseThrow(() -> new UnusableStore(
                    "Files are to lie in a bucket (HEJIE_FILES_STORE=s3), and none is named.", "Set HEJIE_FILES_S3_BUCKET."))), List.of(folder));
        };
    }

    private static ContentStore bucket(FilesProperties settings, UnaryOperator<String> environment) {
        return new BucketStore(settings.s3(), BucketAccount.of(environment), settings.folder().resolve(ORPHANS_OF_THE_BUCKET));
    }

    /** In the order in which content is looked for. */
    List<ContentStore> all() {
        return Stream.concat(chosen.stream(), further.stream()).toList();
    }

    @Override
    public void close() {
        all().forEach(ContentStore::close);
    }
}
