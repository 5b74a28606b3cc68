package org.hejie.org.internal;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.hejie.org.UnitKind;

/**
 * A department, agency or committee of the file {@code org/units-<county>.csv}.
 *
 * @param lines source lines it stands for
 */
record UnitFile(String code, UnitKind kind, String name, String nameEn, String schedule, List<Integer> lines) {

    /** The units of a county's file; none if the build has no file for it. */
    static List<UnitFile> of(String county) {
        InputStream file = UnitFile.class.getResourceAsStream("/org/units-" + county + ".csv");
        if (file == null) {
            return List.of();
        }
        try (var reader = CsvReader.builder().commentStrategy(CommentStrategy.SKIP).ofNamedCsvRecord(Objects.requireNonNull(file))) {
            return reader.stream().map(UnitFile::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the file of units cannot be read", e);
        }
    }

    private static UnitFile read(NamedCsvRecord row) {
        String lines = row.getField("lines");
        return new UnitFile(row.getField("code"), UnitKind.valueOf(row.getField("kind")), row.getField("name"),
                row.getField("nameEn"), row.getField("schedule"),
                lines.isEmpty() ? List.of() : Arrays.stream(lines.split(" ")).map(Integer::valueOf).toList());
    }
}
