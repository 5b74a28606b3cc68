package org.hejie.rules.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.hejie.org.SignInLimits.SignInLimit;
import org.hejie.org.SignInLimits;
import org.hejie.rules.NewestInForce;
import org.hejie.rules.RuleBook;
import org.hejie.rules.RuleDifference;
import org.hejie.rules.RuleFinding;
import org.hejie.rules.RuleKind;
import org.hejie.rules.RuleSet;
import org.hejie.rules.RulesInForce;
import org.hejie.rules.RulesTookEffect;
import org.hejie.rules.SettingRow;
import org.hejie.rules.SettingTable.Known;
import org.hejie.rules.SettingTable;
import org.hejie.rules.Trial;
import org.hejie.rules.TrialRow;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * The limits of signing in as a rule set. It lies with the rules because {@code org}, whose limits they are, lies below them. Past
 * matters say nothing about them, so they are not tried.
 */
@Component
class SignInBook implements RuleBook {

    private static final RuleSet SET = new RuleSet(RuleKind.SIGN_IN, "sign-in");
    /** What no county may go below or beyond: ours, so that a slip of the hand neither locks everybody out nor opens the door. */
    private static final Map<String, Known> KNOWN = Map.of(
            "lock_out_failures", new Known("failures", 3, 10),
            "lock_out_span", new Known("minutes", 5, 1440),
            "session_idle", new Known("minutes", 5, 120),
            "session_absolute", new Known("hours", 1, 24),
            "password_length", new Known("characters", 8, 64),
            "setup_token_span", new Known("hours", 1, 168),
            "password_reset_span", new Known("hours", 1, 168),
            "grant_request_span", new Known("days", 1, 30),
            "passkey_challenge_span", new Known("minutes", 1, 10),
            "access_token_span", new Known("minutes", 1, 60));

    private final SignInLimits limits;
    private final RulesInForce inForce;
    private final Clock clock;

    SignInBook(SignInLimits limits, RulesInForce inForce, Clock clock) {
        this.limits = limits;
        this.inForce = inForce;
        this.clock = clock;
    }

    @Override
    public RuleKind kind() {
        return RuleKind.SIGN_IN;
    }

    @Override
    public List<Shipped> shipped() {
        var rows = limits.all().stream()
                .map(limit -> new SettingRow(limit.name(), limit.amount(), limit.measure(), limit.basis(), limit.verified())).toList();
        return List.of(new Shipped(SET, 1, "登录安全参数", "Limits of signing in", SettingTable.write(rows)));
    }

    @Override
    public List<RuleFinding> check(RuleSet set, String text) {
        var found = new ArrayList<>(SettingTable.check(text, KNOWN));
        if (found.stream().noneMatch(RuleFinding::isError)) {
            var rows = SettingTable.read(text);
            if (rows.get("session_idle").amount() > rows.get("session_absolute").amount() * 60) {
                found.addFirst(RuleFinding.error("IDLE_BEYOND_SESSION", "session_idle", "空闲时限长于会话总时限",
                        "The idle limit is longer than the whole session"));
            }
        }
        return found;
    }

    @Override
    public List<RuleDifference> differences(RuleSet set, String before, String after) {
        return SettingTable.differences(before, after);
    }

    @Override
    public boolean triable() {
        return false;
    }

    @Override
    public Trial trial(RuleSet set, String before, String draft, int matters, Consumer<TrialRow> rows) {
        return new Trial(0, null, 0, List.of(), List.of());
    }

    @ApplicationModuleListener
    void on(RulesTookEffect told) {
        if (told.kind() == RuleKind.SIGN_IN) {
            takeEffect();
        }
    }

    /** Puts the version in force in. Safe to run twice. */
    void takeEffect() {
        NewestInForce.of(inForce, SET, clock.instant()).ifPresent(version ->
                limits.put(SettingTable.read(version.text()).values().stream()
                        .map(row -> new SignInLimit(row.name(), row.amount(), row.measure(), row.basis(), row.verified())).toList()));
    }
}
