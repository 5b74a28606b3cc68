package org.hejie.intake.internal;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hejie.document.sheet.TimeText;
import org.hejie.intake.Submission;
import org.hejie.intake.SubmittedParty;
import org.hejie.matter.RegisterMatter.PartyRole;
import org.hejie.matter.SafetyFact;
import org.hejie.matter.SourceLine;
import org.hejie.matter.category.Categories;
import org.hejie.matter.category.Category;
import org.hejie.matter.category.CategoryCode;
import org.hejie.party.PartyKind;
import org.hejie.shared.web.Problem.FieldError;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a submission of one row; what has no such form is named by field and left out. */
@Component
class RowReading {

    /** What a cell says that tells of nothing dangerous. */
    private static final Set<String> NOTHING = Set.of("", "无", "否", "-");

    private final Categories categories;

    RowReading(Categories categories) {
        this.categories = categories;
    }

    /** @param errors empty when the row can be tried */
    record Read(Submission submission, List<FieldError> errors) {
    }

    Read read(SourceLine line, Mapping mapping, List<String> cells) {
        List<FieldError> errors = new ArrayList<>();
        OffsetDateTime reportedAt = value(mapping, Field.REPORTED_AT, cells, errors, "TIME", TimeText::parse);
        String category = value(mapping, Field.CATEGORY, cells, errors, "UNKNOWN", text -> category(line, text));
        Double lon = value(mapping, Field.LON, cells, errors, "NUMBER", RowReading::decimal);
        Double lat = value(mapping, Field.LAT, cells, errors, "NUMBER", RowReading::decimal);
        BigDecimal amount = value(mapping, Field.AMOUNT, cells, errors, "NUMBER", RowReading::yuan);
        Integer people = value(mapping, Field.PEOPLE, cells, errors, "NUMBER", RowReading::whole);
        Set<SafetyFact> safety = value(mapping, Field.SAFETY, cells, errors, "UNKNOWN", RowReading::safety);
        var submission = new Submission(mapping.cell(Field.OUTSIDE_NO, cells), reportedAt, category,
                mapping.cell(Field.TITLE, cells), mapping.cell(Field.FACTS, cells), mapping.cell(Field.PLACE, cells),
                mapping.cell(Field.AREA_CODE, cells), null, lon, lat, null, amount, people, parties(mapping, cells), safety);
        return new Read(submission, errors);
    }

    private static List<SubmittedParty> parties(Mapping mapping, List<String> cells) {
        List<SubmittedParty> parties = new ArrayList<>();
        String name = mapping.cell(Field.APPLICANT_NAME, cells);
        String phone = mapping.cell(Field.APPLICANT_PHONE, cells);
        String document = mapping.cell(Field.APPLICANT_DOCUMENT, cells);
        if (name != null || phone != null || document != null) {
            parties.add(new SubmittedParty(PartyRole.APPLICANT, PartyKind.PERSON, name == null ? "未留姓名" : name, null,
                    document, phone, null));
        }
        String respondent = mapping.cell(Field.RESPONDENT_NAME, cells);
        if (respondent != null) {
            PartyKind kind = respondent.length() > 4 ? PartyKind.BODY : PartyKind.PERSON;
            parties.add(new SubmittedParty(PartyRole.RESPONDENT, kind, respondent, null, null, null, null));
        }
        return parties;
    }

    private static <T> @Nullable T value(Mapping mapping, Field field, List<String> cells, List<FieldError> errors,
            String code, Function<String, Optional<T>> reading) {
        String text = mapping.cell(field, cells);
        if (text == null) {
            return null;
        }
        Optional<T> value = reading.apply(text);
        if (value.isEmpty()) {
            errors.add(new FieldError(field.key(), code));
        }
        return value.orElse(null);
    }

    /** Our code, our name, or what the hotline calls it. A person confirms when dispatching. */
    private Optional<String> category(SourceLine line, String text) {
        Optional<Category> found = text.matches("\\d{4}") ? categories.find(new CategoryCode(text))
                : categories.all().stream().filter(one -> one.code().isLeaf() && one.zh().equals(text)).findFirst();
        if (found.isEmpty() && line == SourceLine.HOTLINE) {
            found = categories.suggestedForHotline(text);
        }
        return found.map(category -> category.code().value());
    }

    private static Optional<Double> decimal(String text) {
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Optional<BigDecimal> yuan(String text) {
        try {
            String plain = text.replaceAll("[,，¥￥元\\s]", "");
            return plain.length() > 20 ? Optional.empty() : Optional.of(new BigDecimal(plain));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** One or several words, as the rules have them. */
    private static Optional<Set<SafetyFact>> safety(String text) {
        Set<SafetyFact> facts = EnumSet.noneOf(SafetyFact.class);
        for (String word : text.split("[、，,;；/\\s]+")) {
            if (!NOTHING.contains(word)) {
                Optional<SafetyFact> fact = SafetyFact.of(word);
                if (fact.isEmpty()) {
                    return Optional.empty();
                }
                facts.add(fact.get());
            }
        }
        return Optional.of(facts);
    }

    private static Optional<Integer> whole(String text) {
        try {
            return Optional.of(Integer.valueOf(text.replaceAll("[人名\\s]|\\.0+$", "")));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
