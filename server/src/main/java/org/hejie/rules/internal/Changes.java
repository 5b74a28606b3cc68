package org.hejie.rules.internal;

import java.util.List;
import org.hejie.rules.ApprovedText;
import org.hejie.rules.RuleKind;
import org.hejie.rules.RulesApproved;
import org.hejie.rules.RulesInForce;
import org.hejie.shared.database.ReferenceChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells who goes by the rules that there are others: here after the commit, on other nodes when they see the mark. */
@Component
class Changes implements RulesInForce {

    private final RuleRows rows;
    private final ApplicationEventPublisher events;

    Changes(RuleRows rows, ApplicationEventPublisher events) {
        this.rows = rows;
        this.events = events;
    }

    @Override
    @Transactional(readOnly = true)
    public List<ApprovedText> approved(RuleKind kind) {
        return rows.approved(kind);
    }

    @EventListener
    void on(ReferenceChanged changed) {
        if (changed.what().equals("rules")) {
            events.publishEvent(new RulesApproved());
        }
    }

    /** Before any other listener of the commit, so that they go by the new rules. */
    void tellAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public int getOrder() {
                return HIGHEST_PRECEDENCE;
            }

            @Override
            public void afterCompletion(int status) {
                if (status == STATUS_COMMITTED) {
                    events.publishEvent(new RulesApproved());
                }
            }
        });
    }
}
