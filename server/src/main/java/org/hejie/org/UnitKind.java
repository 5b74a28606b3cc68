package org.hejie.org;

/** What a unit is. County, centres, villages and grids follow the module {@code place}; the others are the county's own. */
public enum UnitKind {

    /** 县: the whole county, root of every lineage. */
    COUNTY,
    /** 县级综治中心. */
    COUNTY_CENTER,
    /** 乡镇综治中心. */
    TOWN_CENTER,
    /** 村, 社区. */
    VILLAGE,
    /** 网格. */
    GRID,
    /** 部门: a department of the county's government or a people's organisation. */
    DEPARTMENT,
    /** 入驻单位: an organ that sends people to the centre, such as court or police. */
    STATIONED_AGENCY,
    /** 政法委: the committee that supervises. */
    COMMITTEE;

    /** Whether such units are made from the areas, centres and grids of {@code place} and cannot be made by hand. */
    public boolean followsPlace() {
        return switch (this) {
            case COUNTY, COUNTY_CENTER, TOWN_CENTER, VILLAGE, GRID -> true;
            case DEPARTMENT, STATIONED_AGENCY, COMMITTEE -> false;
        };
    }
}
