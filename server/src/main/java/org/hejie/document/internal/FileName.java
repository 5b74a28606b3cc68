package org.hejie.document.internal;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.hejie.document.FileType;

/** A file's name as it may be shown and written to any disk: no folders, no invisible signs, and its true ending. */
final class FileName {

    private static final int MAX_LENGTH = 100;
    private static final Pattern FOLDERS = Pattern.compile("^.*[/\\\\]");
    /** Controls, the marks that turn reading direction, and what Windows does not allow in a name. */
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}:*?\"<>|]");
    private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z0-9]{1,5}$");
    private static final Pattern DOTS_AT_ENDS = Pattern.compile("^[.\\s]+|[.\\s]+$");

    private FileName() {
    }

    /** The clean name; {@code file} when nothing is left of it. */
    static String clean(String sent, FileType type) {
        String bare = UNSAFE.matcher(FOLDERS.matcher(Normalizer.normalize(sent, Normalizer.Form.NFC)).replaceFirst(""))
                .replaceAll("");
        String stem = DOTS_AT_ENDS.matcher(ENDING.matcher(bare).replaceFirst("")).replaceAll("");
        int length = Math.min(stem.codePointCount(0, stem.length()), MAX_LENGTH);
        String shortened = stem.substring(0, stem.offsetByCodePoints(0, length)).strip();
        return (shortened.isEmpty() ? "file" : shortened) + "." + type.extension();
    }
}
