package org.hejie.matter.procedure;

import org.hejie.matter.MatterStatus;

/**
 * Where a move leads instead, and when.
 *
 * @param when the circumstance
 * @param to the status reached then
 */
public record Detour(Circumstance when, MatterStatus to) {}
