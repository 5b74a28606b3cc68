package org.hejie.rules.internal;

import java.util.List;
import org.hejie.rules.RuleBook;
import org.hejie.rules.RuleBook.Shipped;
import org.hejie.rules.RuleKind;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who knows what about which kind. Asked late: the modules that know it go by the rules themselves. */
@Component
class RuleBooks {

    private final ObjectProvider<RuleBook> books;

    RuleBooks(ObjectProvider<RuleBook> books) {
        this.books = books;
    }

    /** @throws Problem NOT_FOUND when nobody keeps that kind */
    RuleBook of(RuleKind kind) {
        return books.stream().filter(book -> book.kind() == kind).findFirst()
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    }

    List<Shipped> shipped() {
        return books.stream().flatMap(book -> book.shipped().stream()).toList();
    }
}
