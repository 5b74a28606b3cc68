/**
 * Telling others (通知): an outbox written in the transaction of what it tells of, and its delivery afterwards, in
 * order for each matter, again and again until the receiver has it or a person is asked
 * ({@code docs/adr/0060-an-outbox-with-lanes.md}).
 */
@ApplicationModule(displayName = "通知 Notify", allowedDependencies = {"shared", "org"})
@NullMarked
package org.hejie.notify;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
