package org.hejie.matter.procedure;

import java.util.List;

/** The procedures this server knows, each checked before it is offered. */
public interface Procedures {

    /**
     * One version of a procedure.
     *
     * @throws UnknownProcedure when there is no such version
     */
    Procedure get(ProcedureId id, int version);

    /**
     * The version new matters begin with: the highest.
     *
     * @throws UnknownProcedure when there is no such procedure
     */
    Procedure current(ProcedureId id);

    /** The current version of every procedure, by id. */
    List<Procedure> current();
}
