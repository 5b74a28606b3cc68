package org.hejie.notify;

/**
 * How delivery to a destination stands.
 *
 * @param waiting messages not yet delivered, dead letters among them
 * @param held    lanes that stand still behind a dead letter
 */
public record DestinationRow(String destination, long waiting, long held) {
}
