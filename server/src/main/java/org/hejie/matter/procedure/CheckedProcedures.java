package org.hejie.matter.procedure;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hejie.rules.ApprovedText;
import org.hejie.rules.RuleKind;
import org.hejie.rules.RulesApproved;
import org.hejie.rules.RulesInForce;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Reads and checks every text of every source once, at start; the start fails if one is wrong. What staff approve later is read when
 * it is approved; new matters begin with the approved version whose time has come, or with the highest while none is approved.
 */
@Component
final class CheckedProcedures implements Procedures {

    private static final Logger LOG = LoggerFactory.getLogger(CheckedProcedures.class);
    private static final RulesInForce NONE = kind -> List.of();

    private final RulesInForce inForce;
    private final Clock clock;
    private volatile Known known = new Known(new TreeMap<>(), Map.of());

    /** @param approved by procedure, the earliest first */
    private record Known(TreeMap<String, TreeMap<Integer, Procedure>> versions, Map<String, List<ApprovedText>> approved) {}

    @Autowired
    CheckedProcedures(List<ProcedureSource> sources, RulesInForce inForce, Clock clock) {
        this.inForce = inForce;
        this.clock = clock;
        reread();
        sources.stream()
                .flatMap(source -> source.texts().stream())
                .map(text -> ProcedureReader.read(text, HeldRoles.NAMES))
                .forEach(this::add);
    }

    CheckedProcedures(List<ProcedureSource> sources) {
        this(sources, NONE, Clock.systemUTC());
    }

    /** A version the county approved goes before a shipped one of the same number. */
    private void add(Procedure procedure) {
        var earlier = known.versions().computeIfAbsent(procedure.id().value(), id -> new TreeMap<>())
                .putIfAbsent(procedure.version(), procedure);
        if (earlier != null && !earlier.contentHash().equals(procedure.contentHash())
                && !known.approved().containsKey(procedure.id().value())) {
            throw new IllegalStateException("version " + procedure.version() + " of procedure " + procedure.id()
                    + " has two different texts; a changed text needs a new version");
        }
    }

    /** One that cannot be read is passed over, and the one before stays. */
    @EventListener(RulesApproved.class)
    synchronized void reread() {
        var versions = new TreeMap<String, TreeMap<Integer, Procedure>>();
        known.versions().forEach((id, all) -> versions.put(id, new TreeMap<>(all)));
        Map<String, List<ApprovedText>> approved = new HashMap<>();
        for (var text : inForce.approved(RuleKind.PROCEDURE)) {
            var all = versions.computeIfAbsent(text.set().name(), id -> new TreeMap<>());
            if (all.containsKey(text.number()) || read(text, all)) {
                approved.computeIfAbsent(text.set().name(), id -> new ArrayList<>()).add(text);
            }
        }
        known = new Known(versions, approved);
    }

    private static boolean read(ApprovedText text, TreeMap<Integer, Procedure> all) {
        try {
            var file = text.set().name() + " " + text.number();
            all.put(text.number(), ProcedureReader.read(new ProcedureText(file, text.text()), HeldRoles.NAMES));
            return true;
        } catch (InvalidProcedure unusable) {
            LOG.error("Version {} of procedure {} cannot be used; the one before stays in force", text.number(), text.set().name(),
                    unusable);
            return false;
        }
    }

    @Override
    public Procedure get(ProcedureId id, int version) {
        var procedure = known.versions().getOrDefault(id.value(), new TreeMap<>()).get(version);
        if (procedure == null) {
            throw new UnknownProcedure(id, version);
        }
        return procedure;
    }

    @Override
    public Procedure current(ProcedureId id) {
        var all = known.versions().get(id.value());
        if (all == null) {
            throw new UnknownProcedure(id);
        }
        return current(all, known.approved().getOrDefault(id.value(), List.of()));
    }

    private Procedure current(TreeMap<Integer, Procedure> all, List<ApprovedText> approved) {
        Instant now = clock.instant();
        for (int i = approved.size() - 1; i >= 0; i--) {
            if (!approved.get(i).effectiveAt().isAfter(now)) {
                return all.get(approved.get(i).number());
            }
        }
        return all.lastEntry().getValue();
    }

    @Override
    public List<Procedure> current() {
        var now = known;
        return now.versions().entrySet().stream()
                .map(entry -> current(entry.getValue(), now.approved().getOrDefault(entry.getKey(), List.of()))).toList();
    }
}
