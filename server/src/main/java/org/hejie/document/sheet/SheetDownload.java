package org.hejie.document.sheet;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hejie.shared.export.ExportedCell;
import org.hejie.shared.web.Page;
import org.jspecify.annotations.Nullable;

/**
 * A table that answers a request as a file to save. Numbers of identity documents do not leave in it.
 *
 * @param name     of the file, without its ending
 * @param title    of the sheet of a workbook
 * @param headings of the columns, in the order of the cells
 */
public record SheetDownload(boolean xlsx, String name, String title, List<String> headings) {

    private static final String CSV = "text/csv;charset=UTF-8";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** Keeps a copy. */
    public SheetDownload {
        headings = List.copyOf(headings);
    }

    /** Writes the rows as they come. @param cells of a row; nothing is an empty cell */
    public <R> void send(HttpServletResponse response, Stream<R> rows, Function<R, Stream<?>> cells) throws IOException {
        response.setContentType(xlsx ? XLSX : CSV);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + (xlsx ? ".xlsx" : ".csv") + "\"");
        response.setHeader("X-Content-Type-Options", "nosniff");
        try (SheetFile file = SheetFile.to(response.getOutputStream(), xlsx, title)) {
            file.row(headings);
            for (Iterator<R> all = rows.iterator(); all.hasNext();) {
                file.row(cells.apply(all.next()).map(cell -> ExportedCell.withoutIdNumbers(Objects.toString(cell, ""))).toList());
            }
        }
    }

    /** The rows of a list, page after page. @param pages the page at a cursor; null asks for the first */
    public static <R> Stream<R> rows(Function<@Nullable String, Page<R>> pages) {
        return Stream.<@Nullable Page<R>>iterate(pages.apply(null), Objects::nonNull,
                        page -> page == null || page.nextCursor() == null ? null : pages.apply(page.nextCursor()))
                .flatMap(page -> page == null ? Stream.of() : page.items().stream());
    }
}
