package org.hejie.calendar;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of how a deadline was reckoned, in order. Written as JSON with the step's name under
 * {@code step}; holds no person's data.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "step", include = JsonTypeInfo.As.EXISTING_PROPERTY)
@JsonPropertyOrder("step")
@JsonSubTypes({
    @JsonSubTypes.Type(value = TraceStep.Began.class, name = "began"),
    @JsonSubTypes.Type(value = TraceStep.Extended.class, name = "extended"),
    @JsonSubTypes.Type(value = TraceStep.Paused.class, name = "paused"),
    @JsonSubTypes.Type(value = TraceStep.Applied.class, name = "applied"),
    @JsonSubTypes.Type(value = TraceStep.Skipped.class, name = "skipped"),
    @JsonSubTypes.Type(value = TraceStep.Moved.class, name = "moved"),
    @JsonSubTypes.Type(value = TraceStep.Unannounced.class, name = "unannounced"),
})
public sealed interface TraceStep {

    /** The step's name in JSON. A property of its own, so that a bare list of steps carries it too. */
    @JsonProperty("step")
    default String step() {
        return switch (this) {
            case Began _ -> "began";
            case Extended _ -> "extended";
            case Paused _ -> "paused";
            case Applied _ -> "applied";
            case Skipped _ -> "skipped";
            case Moved _ -> "moved";
            case Unannounced _ -> "unannounced";
        };
    }

    /** The clock started with this limit, under these hours. */
    record Began(Instant at, Limit limit, ScheduleId schedule) implements TraceStep {}

    /** The limit was extended. */
    record Extended(Limit by) implements TraceStep {}

    /** The clock stood still. */
    record Paused(Instant from, Instant until, String reason) implements TraceStep {}

    /** A rule was applied to this limit or part of it; {@code basis} is the rule's, for readers of the JSON. */
    record Applied(Rule rule, String basis, Limit to) implements TraceStep {}

    /** Days off that did not count, both included; the holiday's name, null for a weekend. */
    record Skipped(LocalDate from, LocalDate to, @Nullable String name) implements TraceStep {}

    /** The last day was off (the holiday's name, null for a weekend) and gave way to a later one. */
    record Moved(LocalDate from, LocalDate to, @Nullable String name) implements TraceStep {}

    /** Holidays of these years are not announced: days off there are assumed to be the weekends. */
    record Unannounced(List<Integer> years) implements TraceStep {}
}
