package org.hejie.mediation;

import java.time.LocalDate;
import java.util.List;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;

/** What is entered of a mediator. Meaning of the parts: {@link MediatorRow}. */
public record NewMediator(long staffId, long committeeId, MediatorRow.Kind kind, List<String> specialties,
        List<String> languages, @Nullable String filingNo, @Nullable LocalDate filedOn, LocalDate validFrom,
        @Nullable LocalDate validTo) {

    private static final int MOST = 20;
    private static final int LONGEST = 30;

    /** @throws Problem naming what cannot be taken */
    public NewMediator {
        specialties = List.copyOf(specialties);
        languages = List.copyOf(languages);
        new Problem.Fields()
                .reject(specialties.size() > MOST, "specialties", "TOO_MANY")
                .reject(specialties.stream().anyMatch(code -> !code.matches("\\d{2}")), "specialties", "INVALID")
                .reject(languages.size() > MOST, "languages", "TOO_MANY")
                .reject(languages.stream().anyMatch(text -> text.isBlank() || text.length() > LONGEST), "languages", "LENGTH")
                .reject((filingNo == null) != (filedOn == null), filingNo == null ? "filingNo" : "filedOn", "REQUIRED")
                .reject(validTo != null && !validTo.isAfter(validFrom), "validTo", "BEFORE_FROM")
                .done();
    }
}
