package org.hejie.shared.crypto;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The key file is missing, malformed, open to others, or not the one this database was written with. */
public final class UnusableKeyFile extends RuntimeException {

    /** Names the file and what is wrong, never a secret. */
    public UnusableKeyFile(Path path, String what, @Nullable Throwable cause) {
        super("key file " + path + " " + what, cause);
    }
}
