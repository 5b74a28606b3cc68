package org.hejie.place;

import java.nio.file.Path;
import java.util.List;

/**
 * Brings a county's own places in: its centres, who manages what, and its grids. What is there already in the same words stays
 * as it is, so the same files may come again; a version with another first day ends the one before it.
 */
public interface PlaceImport {

    /** {@code code,name,name_en,from,to}: areas that the bundled list lacks, or that changed. */
    String AREAS = "areas.csv";
    /** {@code id,name,name_en,level,seat,lon,lat,floor_area_m2,from,to}. */
    String CENTERS = "centers.csv";
    /** {@code area,center,custody,basis,from,to}. */
    String JURISDICTIONS = "jurisdictions.csv";
    /** A FeatureCollection of polygons with the properties {@code code, type, from, to}; WGS 84. */
    String GRIDS = "grids.geojson";

    /**
     * Checks all files of the folder and, if there is no error, writes all of them in one transaction. Committed when this returns.
     *
     * @throws IllegalArgumentException if the folder holds none of the files
     */
    Outcome take(Path folder);

    /**
     * What came of it.
     *
     * @param rows    read
     * @param written new or changed; 0 if there are errors
     * @param errors  empty when all was written
     */
    record Outcome(int rows, int written, List<RowError> errors) {

        public Outcome {
            errors = List.copyOf(errors);
        }
    }

    /**
     * One value that cannot be taken.
     *
     * @param row   line of the CSV file, or number of the feature, from 1
     * @param field column or property; {@code geometry} for the polygon
     * @param code  REQUIRED, INVALID, UNKNOWN, REPEATED, OUTSIDE_COUNTY, NOT_A_POLYGON, BROKEN_POLYGON, OVERLAPS,
     *              OVERLAPS_VERSION, BEFORE_FROM
     */
    record RowError(String file, int row, String field, String code) {
    }
}
