package org.hejie.matter.procedure;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hejie.matter.MatterAction;
import org.hejie.matter.MatterStatus;
import org.hejie.matter.ResultKind;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads one text into a checked procedure, or says everything that is wrong with it. */
final class ProcedureReader {

    private final ProcedureText text;
    private final Findings findings;
    private final RuleReader rules;
    private final MoveReader moveReader;

    private ProcedureReader(ProcedureText text, Set<String> heldRoles) {
        this.text = text;
        this.findings = new Findings(text.file());
        this.rules = new RuleReader(findings);
        this.moveReader = new MoveReader(rules, heldRoles, findings);
    }

    /**
     * Reads and checks.
     *
     * @param heldRoles the roles a post may hold, with {@code RESIDENT} and {@code SYSTEM}
     * @throws InvalidProcedure when anything is wrong
     */
    static Procedure read(ProcedureText text, Set<String> heldRoles) {
        return new ProcedureReader(text, heldRoles).read();
    }

    private Procedure read() {
        var root = YamlMap.of("", compose(), findings);
        var id = id(root);
        var version = rules.count(root, "version");
        var name = rules.words(root.map("name"));
        rules.read(root);
        moveReader.readGroups(root);
        var statuses = Constants.some(root, "statuses", MatterStatus.class);
        var entry = entry(root.map("entry"));
        var ends = Constants.some(root, "ends", MatterStatus.class);
        var results = List.copyOf(Constants.some(root, "results", ResultKind.class));
        var archivePapers = rules.papers.useAll(root, "archive");
        var placed = root.maps("moves", moveReader::read).stream().flatMap(List::stream).toList();
        root.refuseOthers();
        rules.noteUnused();
        moveReader.noteUnused();
        findings.refuseIfAny();

        var moves = new ImpliedMoves(placed, findings).joined();
        var procedure = new Procedure(id, version, name, statuses, entry, ends, results,
                byStatus(moves), rules.clocks.all(), rules.windows.all(), rules.papers.all(), archivePapers,
                rules.reasons.all(), List.copyOf(rules.visits), text.yaml(), hash(text.yaml()));
        new ProcedureChecker(procedure, moves, findings).check();
        findings.refuseIfAny();
        return procedure;
    }

    private Node compose() {
        try {
            var node = new Yaml(new LoaderOptions()).compose(new StringReader(text.yaml()));
            if (node != null) {
                return node;
            }
            findings.add(1, "", "文件是空的", "the file is empty");
        } catch (MarkedYAMLException malformed) {
            var mark = malformed.getProblemMark();
            findings.add(mark == null ? 1 : mark.getLine() + 1, "", "不是合格的 YAML：" + malformed.getProblem(), "not YAML: " + malformed.getProblem());
        }
        findings.refuseIfAny();
        throw new IllegalStateException("unreachable: a finding was noted");
    }

    private ProcedureId id(YamlMap root) {
        try {
            return new ProcedureId(root.text("id"));
        } catch (IllegalArgumentException malformed) {
            findings.add("id", "id 须为小写字母和短横线", String.valueOf(malformed.getMessage()));
            return new ProcedureId("unnamed");
        }
    }

    private Entry entry(YamlMap map) {
        var entry = new Entry(
                Constants.one(map, "status", MatterStatus.class).orElse(MatterStatus.REGISTERED),
                moveReader.roles(map),
                rules.clocks.useAll(map, "starts"),
                rules.basis(map));
        map.refuseOthers();
        return entry;
    }

    private static Map<MatterStatus, Map<MatterAction, Transition>> byStatus(List<PlacedTransition> moves) {
        var byStatus = new EnumMap<MatterStatus, Map<MatterAction, Transition>>(MatterStatus.class);
        moves.stream().map(PlacedTransition::transition).forEach(move -> byStatus
                .computeIfAbsent(move.from(), from -> new EnumMap<>(MatterAction.class))
                .put(move.action(), move));
        byStatus.replaceAll((from, byAction) -> Collections.unmodifiableMap(byAction));
        return Collections.unmodifiableMap(byStatus);
    }

    private static String hash(String yaml) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(yaml.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
