/**
 * Audit (审计): who signed in, looked up, revealed, read, exported and administered; the chains of hashes over
 * this and every other append-only history; their daily seals; and the check of all of it.
 *
 * <p>Lower modules record through {@link org.hejie.shared.audit.AuditLog}, which this module implements.
 * Modules above chain their own histories with {@link org.hejie.audit.HashChain} and offer them as a
 * {@link org.hejie.audit.ChainSource}. Why chains per stream: {@code docs/adr/0011-per-stream-hash-chains-and-daily-seals.md}.
 */
@ApplicationModule(displayName = "审计 Audit", allowedDependencies = {"shared", "org"})
@NullMarked
package org.hejie.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
