package org.hejie.referral;

import java.time.LocalDate;
import java.util.List;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * 立案推送: every lawsuit of the county's court, so that the centre sees trouble early. It is no matter and nobody is contacted
 * because of it; grid workers never see it. Source: domain.md §5.4 (full push of lawsuits).
 */
public interface Lawsuits {

    /** Most lawsuits of one call. */
    int MOST = 500;

    /**
     * Keeps lawsuits in one transaction and in their order, each assessed.
     *
     * @throws org.hejie.shared.web.Problem FORBIDDEN unless the actor speaks for the court
     */
    List<Pushed> push(PartnerSystem system, List<LawsuitDraft> lawsuits);

    /** What became of one. */
    sealed interface Pushed {

        /** Kept now, or before with the same content. */
        record Kept(long id, boolean repeated) implements Pushed {
        }

        /** The number is known with other content. The first stays. */
        record Conflict() implements Pushed {
        }

        /** To be pushed as a count. Nothing was kept. @param kind code of the rules */
        record CountOnly(String kind) implements Pushed {
        }

        /** Nothing was kept. */
        record Refused(List<FieldError> errors) implements Pushed {
        }
    }

    /** How many of a kind that comes as counts were filed on a day; said again it is put right. @param kind code of the rules */
    void count(PartnerSystem system, @Nullable LocalDate filedOn, @Nullable String kind, @Nullable Integer count);

    /**
     * Lawsuits within the scope: of the county's staff and of the court.
     *
     * @param weighty by points instead of the newest first
     */
    Page<LawsuitRow> list(boolean weighty, @Nullable String cursor, int limit);
}
