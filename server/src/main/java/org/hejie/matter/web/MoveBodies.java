package org.hejie.matter.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hejie.matter.procedure.ProcedureId;
import org.hejie.org.UnitId;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;

/** What comes with a move, and how it is read: what is missing or unknown is named by its field. */
final class MoveBodies {

    private MoveBodies() {
    }

    record Opinion(@Nullable String opinion) {
    }

    record Reasoned(@Nullable String reasonCode, @Nullable String opinion, @Nullable List<Long> documentIds) {
    }

    record Handing(@Nullable Long leadUnitId, @Nullable List<Long> coUnitIds, @Nullable String procedure,
            @Nullable String limit, @Nullable String opinion) {
    }

    record ExtensionRequest(@Nullable String limit, @Nullable String clock, @Nullable String reason) {
    }

    record ExtensionDecision(@Nullable Boolean granted, @Nullable String opinion) {
    }

    record Suspension(@Nullable String reasonCode, @Nullable LocalDate reviewOn, @Nullable String opinion,
            @Nullable List<Long> documentIds) {
    }

    record ResultRequest(@Nullable String resultKind, @Nullable String opinion, @Nullable Boolean resolved,
            @Nullable LocalDate performedOn, @Nullable List<Long> documentIds) {
    }

    record CheckRequest(@Nullable Boolean passed, @Nullable String opinion) {
    }

    record EvaluationRequest(@Nullable String level, @Nullable List<String> reasons, @Nullable String text) {
    }

    record OutsideTransfer(@Nullable String destination, @Nullable String opinion) {
    }

    record Withdrawal(@Nullable String reason) {
    }

    record NoteRequest(@Nullable String text) {
    }

    record Materials(@Nullable List<Long> documentIds, @Nullable String opinion) {
    }

    record Performance(@Nullable LocalDate performedOn, @Nullable List<Long> documentIds, @Nullable String opinion) {
    }

    static UnitId lead(Handing body) {
        long id = required(body.leadUnitId(), "leadUnitId");
        if (id <= 0) {
            throw Problem.field("leadUnitId", "UNKNOWN");
        }
        return new UnitId(id);
    }

    static List<UnitId> helpers(Handing body) {
        if (body.coUnitIds() == null) {
            return List.of();
        }
        if (body.coUnitIds().stream().anyMatch(id -> id <= 0)) {
            throw Problem.field("coUnitIds", "UNKNOWN");
        }
        return body.coUnitIds().stream().distinct().map(UnitId::new).toList();
    }

    static @Nullable ProcedureId procedure(@Nullable String id) {
        try {
            return id == null || id.isBlank() ? null : new ProcedureId(id);
        } catch (IllegalArgumentException e) {
            throw Problem.field("procedure", "UNKNOWN");
        }
    }

    static String reason(@Nullable String code) {
        return text(code, "reasonCode");
    }

    static String text(@Nullable String text, String field) {
        return Optional.ofNullable(text).filter(given -> !given.isBlank()).orElseThrow(() -> Problem.field(field, "REQUIRED"));
    }

    static <T> T required(@Nullable T value, String field) {
        return Optional.ofNullable(value).orElseThrow(() -> Problem.field(field, "REQUIRED"));
    }

    static @Nullable String words(@Nullable Opinion body) {
        return body == null ? null : body.opinion();
    }

    static <E extends Enum<E>> E choice(Class<E> type, @Nullable String name, String field) {
        try {
            return Enum.valueOf(type, text(name, field).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.field(field, "UNKNOWN");
        }
    }
}
