package org.hejie.shared.audit;

/** The record of what was done and looked at (等保 2.0, GB/T 22239-2019, 8.1.4.3: every user and every key action). */
public interface AuditLog {

    /**
     * Records an entry in the current transaction, or in one of its own when there is none: what is recorded is
     * committed exactly when the action is. Time and remote address are added here.
     * To record a refusal that rolls its transaction back, use {@link #recordApart}.
     */
    void record(AuditEntry entry);

    /** Records an entry in a transaction of its own, kept even if the current one is rolled back. */
    void recordApart(AuditEntry entry);
}
