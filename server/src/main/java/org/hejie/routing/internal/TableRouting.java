package org.hejie.routing.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hejie.matter.category.Categories;
import org.hejie.matter.procedure.Procedures;
import org.hejie.routing.Routing;
import org.hejie.routing.RoutingQuestion;
import org.hejie.routing.RoutingSuggestion;
import org.hejie.rules.ApprovedText;
import org.hejie.rules.RuleKind;
import org.hejie.rules.RulesApproved;
import org.hejie.rules.RulesInForce;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Asks the version of the tables that is in force at the time of asking. */
@Component
class TableRouting implements Routing {

    private static final Logger LOG = LoggerFactory.getLogger(TableRouting.class);

    private final RulesInForce inForce;
    private final Categories categories;
    private final UnitFinder unitFinder;
    private final Clock clock;
    private volatile List<Version> versions;

    private record Version(long id, int number, Instant from, CompiledRules rules) {}

    TableRouting(RulesInForce inForce, Categories categories, Procedures procedures, UnitFinder unitFinder, Clock clock) {
        this.inForce = inForce;
        this.categories = categories;
        this.unitFinder = unitFinder;
        this.clock = clock;
        var shipped = new CompiledRules(RoutingBook.shippedText(), categories);
        new RulesChecker(shipped.tables().definitions(), categories, procedures).check();
        this.versions = List.of(new Version(0, RoutingBook.SHIPPED_NUMBER, Instant.MIN, shipped));
        reread();
    }

    /** Versions known already are kept with what they remember. One that cannot be read is passed over, and the one before stays. */
    @EventListener(RulesApproved.class)
    final synchronized void reread() {
        Map<Long, Version> known = versions.stream().collect(Collectors.toMap(Version::id, Function.identity()));
        List<Version> read = new ArrayList<>();
        read.add(known.getOrDefault(0L, versions.getFirst()));
        for (var approved : inForce.approved(RuleKind.ROUTING)) {
            var version = known.get(approved.id());
            if (version != null && version.from().equals(approved.effectiveAt())) {
                read.add(version);
            } else {
                compile(approved, read);
            }
        }
        read.sort(Comparator.comparing(Version::from).thenComparing(Version::number));
        versions = List.copyOf(read);
    }

    private void compile(ApprovedText approved, List<Version> read) {
        try {
            var rules = approved.text().equals(RoutingBook.shippedText()) ? versions.getFirst().rules()
                    : new CompiledRules(approved.text(), categories);
            read.add(new Version(approved.id(), approved.number(), approved.effectiveAt(), rules));
        } catch (InvalidRules unusable) {
            LOG.error("Version {} of the routing tables cannot be used; the one before stays in force", approved.number(), unusable);
        }
    }

    @Override
    public RoutingSuggestion suggest(RoutingQuestion question) {
        var version = current();
        var answer = version.rules().answer(question);
        return new RoutingSuggestion(
                answer.target(),
                unitFinder.find(answer.target(), question),
                answer.procedure(),
                answer.limitKey(),
                answer.riskCheck(),
                version.number(),
                answer.rules());
    }

    @Override
    public int version() {
        return current().number();
    }

    private Version current() {
        var all = versions;
        Instant now = clock.instant();
        for (int i = all.size() - 1; i > 0; i--) {
            if (!all.get(i).from().isAfter(now)) {
                return all.get(i);
            }
        }
        return all.getFirst();
    }
}
