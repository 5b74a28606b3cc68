package org.hejie.org.internal;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hejie.org.CountyUnits;
import org.hejie.place.PlaceImport;
import org.hejie.place.PlaceImport.Outcome;
import org.hejie.place.PlaceImport.RowError;
import org.hejie.shared.Command;
import org.springframework.stereotype.Component;

/** {@code ./hejie import FOLDER}: brings a county's areas, centres, jurisdictions and grids in, and makes their units. */
@Component
class ImportCommand implements Command {

    private static final int ERRORS_SHOWN = 50;
    private static final String USAGE = """
            usage: import FOLDER   with one or more of %s, %s, %s, %s (docs/operations.md)
            """.formatted(PlaceImport.AREAS, PlaceImport.CENTERS, PlaceImport.JURISDICTIONS, PlaceImport.GRIDS);

    private final PlaceImport places;
    private final CountyUnits units;

    ImportCommand(PlaceImport places, CountyUnits units) {
        this.places = places;
        this.units = units;
    }

    @Override
    public String name() {
        return "import";
    }

    @Override
    public int run(List<String> arguments) {
        if (arguments.size() != 1 || !Files.isDirectory(Path.of(arguments.getFirst()))) {
            System.err.print(USAGE);
            return 2;
        }
        try {
            return told(places.take(Path.of(arguments.getFirst())));
        } catch (IllegalArgumentException noFile) {
            System.err.print(USAGE);
            return 2;
        }
    }

    private int told(Outcome outcome) {
        if (!outcome.errors().isEmpty()) {
            outcome.errors().stream().limit(ERRORS_SHOWN).forEach(error -> System.err.println("  " + line(error)));
            System.err.printf("%d errors in %d rows; nothing was written.%n", outcome.errors().size(), outcome.rows());
            return 1;
        }
        int made = units.build();
        System.out.printf("%d rows: %d written, %d as before. Units made: %d.%n", outcome.rows(), outcome.written(),
                outcome.rows() - outcome.written(), made);
        return 0;
    }

    private static String line(RowError error) {
        return error.file() + " row " + error.row() + ", " + error.field() + ": " + error.code();
    }
}
