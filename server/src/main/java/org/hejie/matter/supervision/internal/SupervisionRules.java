package org.hejie.matter.supervision.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hejie.rules.RuleKind;
import org.hejie.rules.RulesApproved;
import org.hejie.rules.RulesInForce;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The approved versions of the rules of supervision; each question is answered by the one whose time has come. */
@Component
class SupervisionRules {

    private static final Logger LOG = LoggerFactory.getLogger(SupervisionRules.class);

    private final RulesInForce inForce;
    private final Clock clock;
    private volatile List<Version> versions = List.of();

    private record Version(Instant from, CardRules rules) {}

    SupervisionRules(RulesInForce inForce, Clock clock) {
        this.inForce = inForce;
        this.clock = clock;
        reread();
    }

    /** One that cannot be read is passed over, and the one before stays. */
    @EventListener(RulesApproved.class)
    final synchronized void reread() {
        List<Version> read = new ArrayList<>(List.of(new Version(Instant.MIN, RuleFile.read(SupervisionBook.shippedText()))));
        for (var text : inForce.approved(RuleKind.SUPERVISION)) {
            try {
                read.add(new Version(text.effectiveAt(), RuleFile.read(text.text())));
            } catch (InvalidRules unusable) {
                LOG.error("Version {} of the supervision rules cannot be used; the one before stays in force", text.number(), unusable);
            }
        }
        versions = List.copyOf(read);
    }

    /** What holds now. */
    CardRules now() {
        var now = clock.instant();
        return versions.stream().filter(version -> !version.from().isAfter(now)).reduce((before, after) -> after).orElseThrow().rules();
    }
}
