package org.hejie.matter.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hejie.matter.Act;
import org.hejie.matter.Evaluation;
import org.hejie.matter.MatterCode;
import org.hejie.matter.MatterId;
import org.hejie.matter.MatterStatus;
import org.hejie.matter.ResultKind;
import org.hejie.matter.SafetyFact;
import org.hejie.matter.SourceLine;
import org.hejie.matter.procedure.Procedure;
import org.hejie.party.PartyId;
import org.jspecify.annotations.Nullable;

/**
 * One matter in memory, while it is registered or moved: loaded, changed by {@link Moves}, saved by
 * {@link MatterStore}, thrown away; a copy of what was saved is kept for the next move by {@link RecentMatters}.
 * What never changes is final. Not thread-safe.
 */
final class Matter {


    final MatterId id;
    final MatterCode code;
    final String county;
    final SourceLine line;
    final Content content;
    final long homeUnit;
    final @Nullable Long homeCenter;
    final Instant registeredAt;
    final Instant enteredAt;
    final boolean backEntry;
    final long enteredBy;
    final @Nullable Long enteredFor;

    Procedure procedure;
    MatterStatus status;
    @Nullable Long leadUnit;
    long firstOwner;
    @Nullable Long handler;
    @Nullable Long applicant;
    boolean redRisk;
    boolean riskCheckRequired;
    boolean neverMediate;
    @Nullable String limitKey;
    @Nullable Instant acceptedAt;
    @Nullable Instant dispatchedAt;
    @Nullable Instant signedAt;
    @Nullable Instant resultAt;
    @Nullable Instant closedAt;
    @Nullable Instant resolvedAt;
    @Nullable Instant performedAt;
    @Nullable Instant evaluatedAt;
    @Nullable Instant archivedAt;
    @Nullable Instant reopenedAt;
    @Nullable ResultKind resultKind;
    @Nullable String endReason;
    int returnCount;
    int extensionCount;
    int visitCount;
    int reopenSeq;
    @Nullable Evaluation evaluation;
    List<String> evaluationReasons = List.of();
    int evaluationCount;
    @Nullable String pendingExtension;
    @Nullable String pendingClock;
    boolean wasOverdue;
    int stepSeq;
    int eventSeq;
    byte[] headHash;
    Instant lastEventAt;
    int version;

    /** How often it was saved with its parts; also by what writes no event and leaves the version. */
    int saveSeq;
    final Set<Long> visibleTo = new LinkedHashSet<>();

    /** The columns a move may change as they stand in the database; empty for a matter that is not there yet. */
    Map<String, Object> stored = Map.of();

    final List<ClockRun> clocks = new ArrayList<>();
    final List<StepRun> steps = new ArrayList<>();

    /** Codes of the papers already in the file. */
    final Set<String> papers = new LinkedHashSet<>();

    /** Who takes part in it, as it was loaded. */
    final List<PartyId> parties = new ArrayList<>();

    /** Whether it is taken as this server kept it: its save finds out whether it still stands so. */
    boolean asKept;

    /** Whether files belong to it, whoever may see them. */
    boolean hasFiles;

    /** Whether other matters are merged into it. */
    boolean hasDuplicates;

    final List<EventRow> newEvents = new ArrayList<>();

    /** Units outside the lineage of its home that begin to take part. */
    final List<Long> newParticipants = new ArrayList<>();
    final List<PaperRow> newPapers = new ArrayList<>();
    /** Units it was given to see since it was loaded. */
    final List<Long> newKeys = new ArrayList<>();

    /** What was told of the trouble when it was registered. */
    record Content(@Nullable String outsideNo, String category, @Nullable String secondaryCategory, String title,
            String facts, @Nullable String placeText, @Nullable String areaCode, @Nullable String gridCode,
            @Nullable Double lon, @Nullable Double lat, @Nullable LocalDate occurredOn, @Nullable Integer people,
            @Nullable BigDecimal amount, @Nullable String scale, Set<SafetyFact> safety) {
    }

    /** A file added as a paper of the matter. */
    record PaperRow(Act.Attachment attachment, Instant at, @Nullable Long by, int eventSeq) {
    }

    Matter(MatterId id, MatterCode code, String county, SourceLine line, Content content, Procedure procedure,
            MatterStatus status, long homeUnit, @Nullable Long homeCenter, long firstOwner, Instant registeredAt,
            Instant enteredAt, boolean backEntry, long enteredBy, @Nullable Long enteredFor, byte[] headHash) {
        this.id = id;
        this.code = code;
        this.county = county;
        this.line = line;
        this.content = content;
        this.procedure = procedure;
        this.status = status;
        this.homeUnit = homeUnit;
        this.homeCenter = homeCenter;
        this.firstOwner = firstOwner;
        this.registeredAt = registeredAt;
        this.enteredAt = enteredAt;
        this.backEntry = backEntry;
        this.enteredBy = enteredBy;
        this.enteredFor = enteredFor;
        this.headHash = headHash;
        this.lastEventAt = registeredAt;
    }

    /** Whether it is still somebody's work: not in an end status, not merely waiting for the archive, not merged. */
    boolean open() {
        return status != MatterStatus.MERGED && !procedure.isEnd(status);
    }

    Optional<StepRun> currentStep() {
        return steps.isEmpty() || steps.getLast().endedAt != null ? Optional.empty() : Optional.of(steps.getLast());
    }

    /** The running clock of that key. */
    Optional<ClockRun> running(String key) {
        return clocks.stream().filter(clock -> clock.running() && clock.key.equals(key)).findFirst();
    }

    /** The next deadline: of the clocks that tick, the one that runs out first; of several at once, by their names. */
    Optional<ClockRun> next() {
        return clocks.stream().filter(ClockRun::ticking)
                .min(Comparator.<ClockRun, Instant>comparing(clock -> clock.deadline.dueAt()).thenComparing(clock -> clock.key));
    }

    /** The same matter as it stands in the database once it is saved: nothing of it new or changed. */
    Matter asSaved() {
        var saved = new Matter(id, code, county, line, content, procedure, status, homeUnit, homeCenter, firstOwner, registeredAt,
                enteredAt, backEntry, enteredBy, enteredFor, headHash);
        handlingOf(this, saved);
        datesOf(this, saved);
        countsOf(this, saved);
        saved.stepSeq = stepSeq;
        saved.eventSeq = eventSeq;
        saved.lastEventAt = lastEventAt;
        saved.version = version;
        saved.saveSeq = saveSeq;
        saved.visibleTo.addAll(visibleTo);
        clocks.stream().sorted(Comparator.<ClockRun, Instant>comparing(clock -> clock.startedAt).thenComparing(clock -> clock.key))
                .forEach(clock -> saved.clocks.add(clock.asSaved()));
        steps.forEach(step -> saved.steps.add(step.asSaved()));
        saved.papers.addAll(papers);
        saved.parties.addAll(parties);
        return saved;
    }

    private static void handlingOf(Matter from, Matter to) {
        to.leadUnit = from.leadUnit;
        to.handler = from.handler;
        to.applicant = from.applicant;
        to.redRisk = from.redRisk;
        to.riskCheckRequired = from.riskCheckRequired;
        to.neverMediate = from.neverMediate;
        to.limitKey = from.limitKey;
        to.resultKind = from.resultKind;
        to.endReason = from.endReason;
        to.pendingExtension = from.pendingExtension;
        to.pendingClock = from.pendingClock;
    }

    private static void datesOf(Matter from, Matter to) {
        to.acceptedAt = from.acceptedAt;
        to.dispatchedAt = from.dispatchedAt;
        to.signedAt = from.signedAt;
        to.resultAt = from.resultAt;
        to.closedAt = from.closedAt;
        to.resolvedAt = from.resolvedAt;
        to.performedAt = from.performedAt;
        to.evaluatedAt = from.evaluatedAt;
        to.archivedAt = from.archivedAt;
        to.reopenedAt = from.reopenedAt;
    }

    private static void countsOf(Matter from, Matter to) {
        to.returnCount = from.returnCount;
        to.extensionCount = from.extensionCount;
        to.visitCount = from.visitCount;
        to.reopenSeq = from.reopenSeq;
        to.evaluation = from.evaluation;
        to.evaluationReasons = from.evaluationReasons;
        to.evaluationCount = from.evaluationCount;
        to.wasOverdue = from.wasOverdue;
    }

    /** Gives the matter to the units to see. */
    void show(Collection<Long> keys) {
        keys.stream().filter(visibleTo::add).forEach(newKeys::add);
    }
}
