package org.hejie.notify.internal;

/** A message to the destination has just become a dead letter. */
record GivenUp(String destination) {
}
