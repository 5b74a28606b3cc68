package org.hejie.place;

/**
 * The demo county's invented map: a hand-drawn outline of Yuzhong (620123) cut into schematic towns,
 * villages and 1,720 grids, with 18 township centres and the county's. Codes and names of the areas
 * are real; the polygons are not, and show no border anybody may rely on. The same every time.
 */
public interface SchematicCounty {

    /**
     * Draws the county and keeps it, unless grids are there already. It is committed when this
     * returns, whatever transaction the caller is in.
     *
     * @return whether it was drawn now
     */
    boolean draw();
}
