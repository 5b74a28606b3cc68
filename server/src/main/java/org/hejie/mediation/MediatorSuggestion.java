package org.hejie.mediation;

import java.util.List;

/**
 * A mediator who may take a matter, or why he may not. A person decides.
 *
 * @param score   0 to 100; higher fits better
 * @param recused whether he must keep away from the matter
 * @param reasons why, the weightiest first
 */
public record MediatorSuggestion(MediatorRow mediator, int score, boolean recused, List<Reason> reasons) {

    /** Why a mediator fits or does not. */
    public enum Reason {
        /** 擅长此类. */
        SPECIALTY,
        /** 就在本地. */
        NEAR,
        /** 县中心. */
        COUNTY_CENTRE,
        /** 其他乡镇. */
        FAR,
        /** 手头较少. */
        LIGHT_LOAD,
        /** 手头较多. */
        HEAVY_LOAD,
        /** 专职. */
        FULL_TIME,
        /** 未备案. */
        NOT_FILED,
        /** 须回避. */
        RECUSED
    }

    /** Keeps a copy. */
    public MediatorSuggestion {
        reasons = List.copyOf(reasons);
    }
}
