package org.hejie.rules;

/** Told inside one node when the approved versions may have changed, here or on another node; read them again. */
public record RulesApproved() {
}
