package org.hejie.matter.procedure;

import java.util.List;
import java.util.stream.Collectors;

/** A procedure that must not be used. Carries everything found, in the order of the file. */
public class InvalidProcedure extends RuntimeException {

    private final transient List<ProcedureFinding> findings;

    InvalidProcedure(List<ProcedureFinding> findings) {
        super(findings.stream().map(ProcedureFinding::toString).collect(Collectors.joining("\n")));
        this.findings = List.copyOf(findings);
    }

    /** What was found, never empty. */
    public List<ProcedureFinding> findings() {
        return findings;
    }
}
