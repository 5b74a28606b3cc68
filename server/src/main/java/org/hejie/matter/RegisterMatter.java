package org.hejie.matter;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hejie.matter.procedure.ProcedureId;
import org.hejie.org.UnitId;
import org.hejie.party.NewParty;
import org.hejie.shared.Times;
import org.jspecify.annotations.Nullable;

/**
 * What is needed to register a matter. Fields and lengths: domain.md §2.1 (dispute data set).
 *
 * @param line       the door it came in by
 * @param outsideNo  the line's own number
 * @param reportedAt when it was really reported, for a back entry (补录); null means now
 * @param enteredFor the unit for which it is entered by proxy (代录)
 * @param title      1 to 100 characters
 * @param facts      1 to {@value #LONGEST_FACTS} characters
 * @param category   second-level code, e.g. {@code 0202}
 * @param people     how many are involved
 * @param amount     yuan
 * @param procedure  null: the one the rules suggest
 * @param documents  ids of files already stored
 * @param entryReason why it is entered so late (of a back entry), or for another unit (of a proxy entry); up to {@value #LONGEST_REASON} characters
 * @param safety     what endangers somebody; the rules ask about it
 */
public record RegisterMatter(
        SourceLine line,
        @Nullable String outsideNo,
        @Nullable Instant reportedAt,
        @Nullable UnitId enteredFor,
        String title,
        String facts,
        String category,
        @Nullable String secondaryCategory,
        Place place,
        @Nullable LocalDate occurredOn,
        @Nullable Integer people,
        @Nullable BigDecimal amount,
        @Nullable String scale,
        List<Participant> parties,
        @Nullable ProcedureId procedure,
        List<Long> documents,
        @Nullable String entryReason,
        Set<SafetyFact> safety) {

    public static final int LONGEST_TITLE = 100;
    public static final int LONGEST_REASON = 200;
    public static final int LONGEST_FACTS = 8000;

    public RegisterMatter {
        reportedAt = Times.kept(reportedAt);
        parties = List.copyOf(parties);
        documents = List.copyOf(documents);
        safety = ordered(safety);
    }

    /** A registration that tells of nothing dangerous. */
    public RegisterMatter(SourceLine line, @Nullable String outsideNo, @Nullable Instant reportedAt, @Nullable UnitId enteredFor,
            String title, String facts, String category, @Nullable String secondaryCategory, Place place,
            @Nullable LocalDate occurredOn, @Nullable Integer people, @Nullable BigDecimal amount, @Nullable String scale,
            List<Participant> parties, @Nullable ProcedureId procedure, List<Long> documents) {
        this(line, outsideNo, reportedAt, enteredFor, title, facts, category, secondaryCategory, place, occurredOn, people,
                amount, scale, parties, procedure, documents, null, Set.of());
    }

    /** The same with what endangers somebody. */
    public RegisterMatter with(Set<SafetyFact> safety) {
        return new RegisterMatter(line, outsideNo, reportedAt, enteredFor, title, facts, category, secondaryCategory, place,
                occurredOn, people, amount, scale, parties, procedure, documents, entryReason, safety);
    }

    private static Set<SafetyFact> ordered(Set<SafetyFact> safety) {
        return safety.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(safety));
    }

    /**
     * Where it is; the most exact part given decides the home unit: grid, then point, then area.
     *
     * @param text as the resident says it
     * @param area 6, 9 or 12 digits
     * @param lon  WGS 84 degrees, with {@code lat}
     */
    public record Place(@Nullable String text, @Nullable String area, @Nullable String grid,
            @Nullable Double lon, @Nullable Double lat) {

        /** Somewhere in the county. */
        public static final Place UNKNOWN = new Place(null, null, null, null, null);
    }

    /** A person or body and its part in the matter. */
    public record Participant(PartyRole role, NewParty party) {
    }

    /** The part somebody has in a matter. */
    public enum PartyRole {
        /** 申请人. */
        APPLICANT,
        /** 被申请人. */
        RESPONDENT,
        /** 反映人. */
        REPORTER,
        /** 代理人. */
        AGENT
    }
}
