package org.hejie.matter;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What rules ask about matters that were registered. Holds nothing about a person. */
public interface PastCases {

    /**
     * Goes through the newest matters in the current scope, newest first, a few at a time: none is kept.
     *
     * @param most how many at most
     * @param each what is done with one; it runs inside the reading transaction
     */
    void newest(int most, Consumer<PastCase> each);

    /** Those of the matters that lie in the current scope, in no order. */
    List<PastCase> among(Collection<Long> matters);

    /**
     * One matter.
     *
     * @param id its number
     * @param code 一案一码
     * @param category the main category's code
     * @param line the line it came in by
     * @param grid the grid's code; null when unknown
     * @param area the smallest area's code; null when unknown
     * @param people how many; null when unknown
     * @param amount yuan; null when unknown
     * @param safety what endangers somebody
     * @param redRisk whether at red risk
     * @param procedure by which procedure it is handled
     * @param registeredAt when
     * @param dispatchedAt when it last went to a unit; null when never
     * @param answeredAt when the result came in; null while it has not
     */
    record PastCase(
            long id,
            String code,
            String category,
            SourceLine line,
            @Nullable String grid,
            @Nullable String area,
            @Nullable Integer people,
            @Nullable BigDecimal amount,
            Set<SafetyFact> safety,
            boolean redRisk,
            String procedure,
            Instant registeredAt,
            @Nullable Instant dispatchedAt,
            @Nullable Instant answeredAt) {
    }
}
