package org.hejie.matter.procedure;

/** There is no procedure of that id, or not that version of it. */
public class UnknownProcedure extends RuntimeException {

    UnknownProcedure(ProcedureId id) {
        super("no procedure " + id);
    }

    UnknownProcedure(ProcedureId id, int version) {
        super("no version " + version + " of procedure " + id);
    }
}
