/**
 * 电子印章: SM2 seals over files, verifiable without a server; whose seals there are, by whom they were issued, and what is revoked.
 * GB/T 32918 (SM2), GB/T 32905 (SM3), GB/T 35275 (signed data). Why and how far: {@code docs/adr/0082-sm2-seals.md}.
 */
@ApplicationModule(displayName = "电子印章 Seal", allowedDependencies = {"shared", "org"})
@NullMarked
package org.hejie.seal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
