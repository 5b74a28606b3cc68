package org.hejie.mediation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What an agreement says. Source: People's Mediation Law, art. 29.
 *
 * @param facts the main facts, the dispute, each side's responsibility
 * @param terms content, manner and time of performance, as printed
 * @param total yuan: what all payments together must come to; null where nothing is paid
 * @param owed  1 to 100, in the order of the paper
 */
public record AgreementDraft(AgreementRow.Form form, String facts, String terms, @Nullable BigDecimal total, List<Owed> owed) {

    private static final int MOST = 100;
    private static final int LONGEST_FACTS = 4000;
    private static final int LONGEST_TERMS = 8000;
    private static final int LONGEST_METHOD = 500;
    private static final int LAST_YEAR = 2199;
    private static final BigDecimal LARGEST = new BigDecimal("999999999999.99");

    /** One obligation. @param amount yuan with at most two decimals; for payments alone */
    public record Owed(@Nullable Long obligor, @Nullable Long obligee, Obligation.@Nullable Kind kind, @Nullable BigDecimal amount,
            @Nullable LocalDate dueOn, @Nullable String method) {
    }

    /** @throws Problem naming every field that cannot be taken */
    public AgreementDraft {
        owed = List.copyOf(owed);
        facts = Texts.checked("facts", facts, LONGEST_FACTS);
        terms = Texts.checked("terms", terms, LONGEST_TERMS);
        var fields = new Problem.Fields();
        fields.reject(owed.isEmpty(), "obligations", "REQUIRED").reject(owed.size() > MOST, "obligations", "TOO_MANY");
        for (int i = 0; i < owed.size(); i++) {
            check(fields, "obligations[" + i + "].", owed.get(i));
        }
        fields.reject(total != null && !money(total), "total", "INVALID").done();
        BigDecimal sum = owed.stream().filter(one -> one.amount() != null).map(Owed::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(total == null ? BigDecimal.ZERO : total) != 0) {
            throw Problem.field("total", "SUM_DIFFERS");
        }
    }

    private static void check(Problem.Fields fields, String at, Owed one) {
        fields.reject(one.obligor() == null, at + "obligor", "REQUIRED")
                .reject(one.obligee() == null, at + "obligee", "REQUIRED")
                .reject(one.obligor() != null && one.obligor().equals(one.obligee()), at + "obligee", "SAME_PARTY")
                .reject(one.kind() == null, at + "kind", "REQUIRED")
                .reject(one.dueOn() == null, at + "dueOn", "REQUIRED")
                .reject(one.dueOn() != null && one.dueOn().getYear() > LAST_YEAR, at + "dueOn", "RANGE")
                .reject(one.method() == null || one.method().isBlank(), at + "method", "REQUIRED")
                .reject(one.method() != null && one.method().length() > LONGEST_METHOD, at + "method", "LENGTH")
                .reject(one.method() != null && one.method().indexOf('\0') >= 0, at + "method", "INVALID")
                .reject(one.kind() == Obligation.Kind.PAY && one.amount() == null, at + "amount", "REQUIRED")
                .reject(one.kind() != Obligation.Kind.PAY && one.amount() != null, at + "amount", "INVALID")
                .reject(one.amount() != null && !money(one.amount()), at + "amount", "INVALID");
    }

    private static boolean money(BigDecimal amount) {
        return amount.signum() > 0 && amount.scale() <= 2 && amount.compareTo(LARGEST) <= 0;
    }

    /** @throws Problem naming each date before the day of signing */
    public void dueFrom(LocalDate signing) {
        var fields = new Problem.Fields();
        IntStream.range(0, owed.size()).forEach(i -> fields.reject(before(owed.get(i), signing), "obligations[" + i + "].dueOn",
                "BEFORE_SIGNING"));
        fields.done();
    }

    private static boolean before(Owed one, LocalDate day) {
        return one.dueOn() != null && one.dueOn().isBefore(day);
    }
}
