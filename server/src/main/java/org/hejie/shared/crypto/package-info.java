/**
 * National algorithms for the whole server: SM3, HMAC-SM3, SM4-GCM, the key ring, and what is built on
 * them: encrypted fields, blind indexes, and the renewal of fields under a new key.
 *
 * <p>Everything here is thread-safe and does no provider look-up per call.
 * Why these algorithms and this library: {@code docs/adr/0010-national-algorithms-with-bouncy-castle.md}.
 */
@NullMarked
package org.hejie.shared.crypto;

import org.jspecify.annotations.NullMarked;
