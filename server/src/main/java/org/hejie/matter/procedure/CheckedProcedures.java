package org.hejie.matter.procedure;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Reads and checks every text of every source once, at start; the start fails if one is wrong. */
@Component
final class CheckedProcedures implements Procedures {

    private final Map<String, TreeMap<Integer, Procedure>> versions = new TreeMap<>();

    CheckedProcedures(List<ProcedureSource> sources) {
        sources.stream()
                .flatMap(source -> source.texts().stream())
                .map(text -> ProcedureReader.read(text, HeldRoles.NAMES))
                .forEach(this::add);
    }

    private void add(Procedure procedure) {
        var known = versions.computeIfAbsent(procedure.id().value(), id -> new TreeMap<>())
                .putIfAbsent(procedure.version(), procedure);
        if (known != null && !known.contentHash().equals(procedure.contentHash())) {
            throw new IllegalStateException("version " + procedure.version() + " of procedure " + procedure.id()
                    + " has two different texts; a changed text needs a new version");
        }
    }

    @Override
    public Procedure get(ProcedureId id, int version) {
        var procedure = versions.getOrDefault(id.value(), new TreeMap<>()).get(version);
        if (procedure == null) {
            throw new UnknownProcedure(id, version);
        }
        return procedure;
    }

    @Override
    public Procedure current(ProcedureId id) {
        var known = versions.get(id.value());
        if (known == null) {
            throw new UnknownProcedure(id);
        }
        return known.lastEntry().getValue();
    }

    @Override
    public List<Procedure> current() {
        return versions.values().stream().map(known -> known.lastEntry().getValue()).toList();
    }
}
