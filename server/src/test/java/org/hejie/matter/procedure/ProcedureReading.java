package org.hejie.matter.procedure;

import java.util.List;

/** The shipped procedures for tests of other modules, without a server. */
public final class ProcedureReading {

    private ProcedureReading() {}

    public static Procedures shipped() {
        return new CheckedProcedures(List.of(new ShippedProcedures()));
    }
}
