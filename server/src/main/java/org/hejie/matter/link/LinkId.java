package org.hejie.matter.link;

/** Number of a link between two matters. */
public record LinkId(long value) {
}
