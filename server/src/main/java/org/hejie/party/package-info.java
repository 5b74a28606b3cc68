/**
 * Parties (当事人): the people and bodies that come with a matter. Names, numbers, phones and addresses are
 * encrypted; lists show masked columns; the full identity is shown for a stated reason, a limited number of
 * times a day, and each showing is recorded.
 *
 * <p>Never recorded here: ethnicity, religion, political views, opinions, "credit", health, biometrics
 * (个人信息保护法 art. 5–6, 28).
 */
@ApplicationModule(displayName = "当事人 Party", allowedDependencies = {"shared", "org"})
@NullMarked
package org.hejie.party;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
