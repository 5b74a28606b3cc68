package org.hejie.matter.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hejie.matter.BackEntryLimits;
import org.hejie.matter.RegisterMatter;
import org.hejie.matter.RegisterMatter.Participant;
import org.hejie.matter.RegisterMatter.Place;
import org.hejie.matter.SafetyFact;
import org.hejie.matter.SourceLine;
import org.hejie.matter.procedure.ProcedureId;
import org.hejie.org.UnitId;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;

/** The body of a registration. */
record RegisterRequest(@Nullable String line, @Nullable String outsideNo, @Nullable Instant reportedAt,
        @Nullable Boolean backEntry, @Nullable String backEntryReason, @Nullable Proxy proxyFor, @Nullable String title, @Nullable String facts,
        @Nullable String categoryCode, @Nullable String secondaryCategory, @Nullable PlaceRequest place,
        @Nullable LocalDate occurredOn, @Nullable Integer people, @Nullable BigDecimal amount, @Nullable String scale,
        @Nullable List<PartyRequest> parties, @Nullable String procedure, @Nullable List<Long> documentIds,
        @Nullable Set<SafetyFact> safety) {

    /** For whom it is entered (代录). */
    record Proxy(long unitId, @Nullable String reason) {
    }

    /** Where it is. */
    record PlaceRequest(@Nullable String text, @Nullable String areaCode, @Nullable String gridCode, @Nullable Double lon,
            @Nullable Double lat) {

        Place toPlace() {
            return new Place(filled(text), filled(areaCode), filled(gridCode), lon, lat);
        }
    }

    /** @param limits how late a back entry may come without a reason */
    RegisterMatter toMatter(BackEntryLimits limits) {
        if (Boolean.TRUE.equals(backEntry) && reportedAt == null) {
            throw Problem.field("reportedAt", "REQUIRED");
        }
        if (Boolean.TRUE.equals(backEntry) && filled(backEntryReason) == null && limits.needsReason(reportedAt)) {
            throw Problem.field("backEntryReason", "REQUIRED");
        }
        return new RegisterMatter(sourceLine(), filled(outsideNo), Boolean.TRUE.equals(backEntry) ? reportedAt : null,
                proxyFor == null ? null : unit(proxyFor), orEmpty(title), orEmpty(facts), orEmpty(categoryCode),
                filled(secondaryCategory), place == null ? Place.UNKNOWN : place.toPlace(), occurredOn, people, amount,
                filled(scale), participants(), procedureId(), documentIds == null ? List.of() : documentIds,
                entryReason(),
                safety == null ? Set.of() : safety);
    }

    /** Why it was entered late and why for another, whichever was said. */
    private @Nullable String entryReason() {
        String proxyReason = proxyFor == null ? null : proxyFor.reason();
        return filled(Stream.of(backEntryReason, proxyReason).map(RegisterRequest::filled).filter(Objects::nonNull)
                .collect(Collectors.joining("；")));
    }

    private List<Participant> participants() {
        List<Participant> participants = new ArrayList<>();
        List<PartyRequest> given = parties == null ? List.of() : parties;
        for (int i = 0; i < given.size(); i++) {
            participants.add(given.get(i).toParticipant("parties[" + i + "]"));
        }
        return participants;
    }

    private static UnitId unit(Proxy proxy) {
        if (proxy.unitId() <= 0) {
            throw Problem.field("proxyFor.unitId", "UNKNOWN");
        }
        return new UnitId(proxy.unitId());
    }

    private SourceLine sourceLine() {
        try {
            return SourceLine.valueOf(orEmpty(line).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.field("line", "UNKNOWN");
        }
    }

    private @Nullable ProcedureId procedureId() {
        try {
            return procedure == null || procedure.isBlank() ? null : new ProcedureId(procedure);
        } catch (IllegalArgumentException e) {
            throw Problem.field("procedure", "UNKNOWN");
        }
    }

    /** The text without blanks around it; null when nothing is left. */
    static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
