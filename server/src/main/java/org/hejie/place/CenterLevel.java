package org.hejie.place;

/** At which level a governance centre stands (GB/T 33200-2016). */
public enum CenterLevel {

    /** 县级综治中心. */
    COUNTY,
    /** 乡镇综治中心. */
    TOWN
}
