package org.hejie.matter.procedure;

import java.util.List;

/**
 * Where texts of procedures come from. The files that ship with the server are one source; the
 * versions stored with the matters that began with them are another.
 */
public interface ProcedureSource {

    /** Every text of this source, in any order. */
    List<ProcedureText> texts();
}
