/**
 * 规则: what staff may change by themselves (routing tables, procedures, categories, calendars), as versions. A draft is checked,
 * tried on past matters, approved by a second person and takes effect at a time told beforehand; matters keep what they began
 * with. What a text means is known by the module that uses it, which offers a {@link org.hejie.rules.RuleBook}.
 */
@ApplicationModule(displayName = "规则 Rules", allowedDependencies = {"shared", "org"})
@NullMarked
package org.hejie.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
