package org.hejie.dossier.pdf;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands on cover and back.
 *
 * @param title such as 人民调解卷宗
 * @param rows  label and value by turns of the cover, from top to bottom
 * @param note  what is said of the dossier on its back
 * @param filer who binds it
 * @param on    when, in words
 */
public record DossierCover(String title, List<Row> rows, @Nullable String note, String filer, String on) {

    /** One line of the cover. */
    public record Row(String label, String value) {
    }

    public DossierCover {
        rows = List.copyOf(rows);
    }
}
