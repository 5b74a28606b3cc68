package org.hejie.matter;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hejie.matter.procedure.Wording;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One matter as its page shows it: facts, clocks, history, masked people, papers, and what may be done now. */
public record MatterDetail(
        long id,
        String code,
        String status,
        int version,
        String title,
        String facts,
        String line,
        List<OutsideNumber> outsideNumbers,
        Named category,
        @Nullable Named secondaryCategory,
        ProcedureName procedure,
        Where place,
        @Nullable LocalDate occurredOn,
        Instant reportedAt,
        Instant registeredAt,
        boolean backEntry,
        @Nullable Named enteredFor,
        @Nullable Integer people,
        @Nullable BigDecimal amount,
        @Nullable String risk,
        boolean riskCheckRequired,
        boolean neverMediate,
        List<SafetyFact> safety,
        @Nullable Named leadUnit,
        List<Named> coUnits,
        @Nullable String result,
        int returnCount,
        int reopenSeq,
        @Nullable String evaluation,
        @Nullable Instant closedAt,
        @Nullable Instant resolvedAt,
        @Nullable Instant performedAt,
        @Nullable Instant archivedAt,
        List<Clock> clocks,
        List<Entry> timeline,
        List<Person> parties,
        List<Paper> papers,
        List<Offer> actions) {

    /** A unit, category or area by its name in both languages. */
    public record Named(@Nullable Long id, @Nullable String code, String name, @Nullable String nameEn) {
    }

    public record OutsideNumber(String line, String number) {
    }

    public record ProcedureName(String id, int version, Wording name) {
    }

    /** @param lon WGS 84 */
    public record Where(@Nullable String text, @Nullable Named area, @Nullable String gridCode, @Nullable Double lon,
            @Nullable Double lat, @Nullable Named homeUnit) {
    }

    /**
     * @param paused whether it stands still now
     * @param trace  how the deadline was reckoned, step by step
     */
    public record Clock(String key, Wording name, String kind, Wording basis, boolean verified, String limit, Instant startedAt,
            Instant dueAt, Instant amberAt, @Nullable Instant stoppedAt, boolean paused, @Nullable LocalDate reviewOn,
            boolean provisional, JsonNode trace) {
    }

    /** @param recordedAt when it was written down; later than {@code at} for a back entry */
    public record Entry(int seq, Instant at, Instant recordedAt, String action, @Nullable String fromStatus, String status,
            String actorKind, @Nullable String actorName, @Nullable Named unit, @Nullable Named onBehalfOf,
            @Nullable String reason, @Nullable Wording reasonName, @Nullable String opinion, @Nullable Named to,
            boolean backEntry) {
    }

    /** A party, masked. */
    public record Person(long id, String role, String kind, String name, @Nullable String documentKind,
            @Nullable String documentNumber, @Nullable String documentWarning, @Nullable String phone,
            @Nullable String address) {
    }

    /** @param paper code of the paper in the procedure */
    public record Paper(long id, String name, String type, int size, String paper, Instant addedAt) {
    }

    /**
     * One action and whether it is open to the reader now.
     *
     * @param reason  why not, in both languages
     * @param primary the one to do next
     * @param reasons the coded reasons to choose from
     */
    public record Offer(String action, boolean allowed, boolean primary, @Nullable String reasonCode, @Nullable Wording reason,
            List<Choice> reasons, List<Choice> results, List<String> limits, Wording basis) {
    }

    public record Choice(String code, Wording name) {
    }
}
