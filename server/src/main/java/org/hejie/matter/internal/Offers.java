package org.hejie.matter.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hejie.matter.MatterAction;
import org.hejie.matter.MatterDetail.Choice;
import org.hejie.matter.MatterDetail.Offer;
import org.hejie.matter.MatterStatus;
import org.hejie.matter.procedure.Paper;
import org.hejie.matter.procedure.Procedure;
import org.hejie.matter.procedure.Transition;
import org.hejie.matter.procedure.Wording;
import org.hejie.shared.web.ProblemDocuments;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What may be done to a matter now, what may not and why. Asked of the same guards that later decide. */
@Component
class Offers {

    /** Shown as not yet possible to those whose turn will come. */
    private static final Set<MatterAction> MAIN_WAY = EnumSet.of(MatterAction.DISPATCH, MatterAction.SIGN,
            MatterAction.SUBMIT_RESULT, MatterAction.CHECK_PASS, MatterAction.ARCHIVE);

    private static final Set<MatterAction> NOBODYS_BUTTON = EnumSet.of(MatterAction.AUTO_SIGN);

    private final Moves moves;
    private final ProblemDocuments words;

    Offers(Moves moves, ProblemDocuments words) {
        this.moves = moves;
        this.words = words;
    }

    List<Offer> of(Matter matter, Doer doer, Instant now) {
        Map<MatterAction, Transition> here = matter.procedure.from(matter.status);
        List<Offer> offers = new ArrayList<>();
        for (Transition move : here.values()) {
            if (!NOBODYS_BUTTON.contains(move.action())) {
                offers.add(offer(matter, move, moves.closed(matter, move, doer, now)));
            }
        }
        for (MatterAction action : MAIN_WAY) {
            if (!here.containsKey(action)) {
                later(matter.procedure, action, doer).ifPresent(move -> offers.add(offer(matter, move, "NOT_NOW")));
            }
        }
        MatterAction next = next(matter.status, offers);
        return offers.stream().map(offer -> offer.action().equals(next == null ? "" : next.name()) ? primary(offer) : offer)
                .sorted(Comparator.comparing((Offer offer) -> !offer.primary()).thenComparing(offer -> !offer.allowed()))
                .toList();
    }

    private static Optional<Transition> later(Procedure procedure, MatterAction action, Doer doer) {
        return procedure.moves().values().stream().map(from -> from.get(action))
                .filter(move -> move != null && move.open(doer.roles())).findFirst();
    }

    private Offer offer(Matter matter, Transition move, @Nullable String closed) {
        Procedure procedure = matter.procedure;
        return new Offer(move.action().name(), closed == null, false, closed, closed == null ? null : why(procedure, closed),
                move.reasons().stream().sorted().map(code -> new Choice(code, procedure.reasons().get(code).name())).toList(),
                move.action() == MatterAction.SUBMIT_RESULT ? results(matter) : List.of(),
                move.action() == MatterAction.DISPATCH ? List.copyOf(procedure.limitKeys()) : List.of(),
                move.basis().text());
    }

    private Wording why(Procedure procedure, String closed) {
        ProblemType type = closed.equals("ROLE") ? ProblemType.FORBIDDEN : ProblemType.RULE_REFUSED;
        String zh = words.reason(type, closed, Locale.CHINESE);
        String en = words.reason(type, closed, Locale.ENGLISH);
        if (closed.startsWith("PAPER_MISSING.")) {
            Paper paper = procedure.papers().get(closed.substring(closed.indexOf('.') + 1));
            return new Wording(zh + paper.name().zh(), en + " " + paper.name().en());
        }
        return new Wording(zh, en);
    }

    private List<Choice> results(Matter matter) {
        return matter.procedure.results().stream()
                .filter(result -> !matter.neverMediate || !result.agreed())
                .map(result -> new Choice(result.name(), new Wording(words.word("result." + result.name(), Locale.CHINESE),
                        words.word("result." + result.name(), Locale.ENGLISH))))
                .toList();
    }

    private static Offer primary(Offer offer) {
        return new Offer(offer.action(), offer.allowed(), true, offer.reasonCode(), offer.reason(), offer.reasons(),
                offer.results(), offer.limits(), offer.basis());
    }

    private static @Nullable MatterAction next(MatterStatus status, List<Offer> offers) {
        List<MatterAction> wanted = switch (status) {
            case REGISTERED, ACCEPTED, TRIAGED, REOPENED -> List.of(MatterAction.DISPATCH, MatterAction.ACCEPT);
            case ASSIGNED -> List.of(MatterAction.SIGN);
            case IN_PROGRESS -> List.of(MatterAction.SUBMIT_RESULT);
            case SUSPENDED -> List.of(MatterAction.RESUME);
            case EXT_PENDING -> List.of(MatterAction.DECIDE_EXTENSION);
            case ADJUDICATION -> List.of(MatterAction.ADJUDICATE);
            case RESULT_SUBMITTED -> List.of(MatterAction.CHECK_PASS);
            case CLOSED -> List.of(MatterAction.VISIT);
            case REVISIT -> List.of(MatterAction.ARCHIVE, MatterAction.EVALUATE);
            case EVALUATED -> List.of(MatterAction.ARCHIVE, MatterAction.VISIT);
            case ARCHIVED, REJECTED, GUIDED, WITHDRAWN, TRANSFERRED_OUT -> List.of(MatterAction.REOPEN);
            case MERGED -> List.of();
        };
        return wanted.stream().filter(action -> offers.stream()
                .anyMatch(offer -> offer.allowed() && offer.action().equals(action.name()))).findFirst().orElse(null);
    }
}
