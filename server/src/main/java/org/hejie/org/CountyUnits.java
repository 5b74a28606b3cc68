package org.hejie.org;

/** Makes the county's units: from its areas, centres and grids, and the departments that come with this build. */
public interface CountyUnits {

    /**
     * Adds the units that are missing and ends those whose grid, centre or village is no longer. A unit that is
     * there keeps its number. Committed when this returns, whatever transaction the caller is in.
     *
     * @return how many were added
     */
    int build();
}
