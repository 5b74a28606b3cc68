package org.hejie.notify;

import java.net.URI;
import java.time.Instant;

/**
 * Where messages of a destination go.
 *
 * @param name    lower-case letters, digits and hyphens, up to 40
 * @param address {@code https}, outside the network the server stands in
 * @param setAt   since when
 */
public record Endpoint(String name, URI address, Instant setAt) {
}
