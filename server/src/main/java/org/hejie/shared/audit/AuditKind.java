package org.hejie.shared.audit;

/** The parts of the audit record, by which it is searched. */
public enum AuditKind {
    /** Signing in and out, refusals, lock-outs, second factors. */
    SIGN_IN,
    /** Showing a person's full identity. */
    REVEAL,
    /** Searching by a document number or a phone. */
    LOOKUP,
    /** Opening the detail of a matter or a file. */
    READ,
    /** Correcting identity data; changes of a matter have their own history. */
    CHANGE,
    /** Taking rows out of the system. */
    EXPORT,
    /** Accounts, posts, rights, calendars, rules, keys. */
    ADMINISTRATION
}
