package org.hejie.matter.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.hejie.matter.RegisterMatter;
import org.hejie.matter.category.Categories;
import org.hejie.matter.category.Category;
import org.hejie.matter.category.CategoryCode;
import org.hejie.shared.Times;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks what is registered; one answer names every field that cannot be taken. */
@Component
class RegistrationChecks {

    private static final int LONGEST_PLACE = 300;
    private static final int LONGEST_NUMBER = 100;
    private static final int MOST_PEOPLE = 1_000_000;
    private static final int MOST_PARTIES = 200;
    private static final BigDecimal LARGEST_AMOUNT = new BigDecimal("999999999999.99");
    private static final LocalDate EARLIEST = LocalDate.of(1949, 10, 1);

    private final Categories categories;

    RegistrationChecks(Categories categories) {
        this.categories = categories;
    }

    /** @return the category, which exists and is offered on the day of registration */
    Category check(RegisterMatter matter, Instant registeredAt, Instant now) {
        var wrong = new Problem.Fields();
        text(wrong, matter.title(), "title", RegisterMatter.LONGEST_TITLE, true);
        text(wrong, matter.facts(), "facts", RegisterMatter.LONGEST_FACTS, true);
        text(wrong, matter.place().text(), "place.text", LONGEST_PLACE, false);
        text(wrong, matter.outsideNo(), "outsideNo", LONGEST_NUMBER, false);
        text(wrong, matter.scale(), "scale", LONGEST_NUMBER, false);
        text(wrong, matter.entryReason(), "backEntryReason", RegisterMatter.LONGEST_REASON, false);
        wrong.reject(matter.people() != null && (matter.people() < 1 || matter.people() > MOST_PEOPLE), "people", "RANGE");
        wrong.reject(matter.amount() != null && (matter.amount().signum() < 0 || matter.amount().compareTo(LARGEST_AMOUNT) > 0
                || matter.amount().stripTrailingZeros().scale() > 2), "amount", "RANGE");
        wrong.reject(registeredAt.isAfter(now), "reportedAt", "FUTURE");
        wrong.reject(registeredAt.isBefore(EARLIEST.atStartOfDay(Times.ZONE).toInstant()), "reportedAt", "RANGE");
        wrong.reject(matter.occurredOn() != null && matter.occurredOn().isAfter(Times.dateOf(registeredAt)), "occurredOn", "FUTURE");
        wrong.reject(matter.occurredOn() != null && matter.occurredOn().isBefore(EARLIEST), "occurredOn", "RANGE");
        wrong.reject(matter.parties().size() > MOST_PARTIES, "parties", "TOO_MANY");
        Category category = category(matter.category());
        wrong.reject(category == null || !category.code().isLeaf(), "categoryCode", "UNKNOWN");
        wrong.reject(category != null && !category.isValidOn(Times.dateOf(now)), "categoryCode", "RETIRED");
        wrong.reject(matter.secondaryCategory() != null && category(matter.secondaryCategory()) == null,
                "secondaryCategory", "UNKNOWN");
        wrong.done();
        if (category == null) {
            throw new IllegalStateException("checked above");
        }
        return category;
    }

    private @Nullable Category category(String code) {
        try {
            return categories.find(new CategoryCode(code)).orElse(null);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static void text(Problem.Fields wrong, @Nullable String text, String field, int longest, boolean required) {
        wrong.reject(required && (text == null || text.isBlank()), field, "REQUIRED");
        wrong.rejectLonger(text, field, longest);
        wrong.reject(text != null && text.indexOf('\0') >= 0, field, "INVALID");
    }
}
