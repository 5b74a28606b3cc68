package org.hejie.matter.procedure;

/**
 * What must hold for a move besides status, role, window, reason and papers. Source: the guards of
 * domain.md §5.2.
 */
public enum Condition {

    /** The one who checks has not handled the matter. */
    CHECKER_NOT_HANDLER,
    /** The one who approves has not asked. */
    APPROVER_NOT_APPLICANT,
    /** The matter has been returned at most once; a third return is refused. */
    FEWER_THAN_TWO_RETURNS,
    /** The actor's post lies in the lead unit of the open step, or below it. */
    OF_LEAD_UNIT,
    /** The actor's post lies in the lead unit or a co-handling unit of the open step. */
    OF_HANDLING_UNIT,
    /** One who is neither dispatcher nor town director may dispatch to his own unit only. */
    OWN_UNIT_UNLESS_DISPATCHER,
    /** An opinion in words is given. */
    OPINION_GIVEN,
    /** The clock to be extended has not run out. */
    BEFORE_DUE,
    /** From the second time on only the centre's director decides. */
    SECOND_TIME_BY_DIRECTOR,
    /** The signing clock has run out. */
    SIGNING_LIMIT_RUN_OUT,
    /** A date is set on which the reason for waiting is looked at again. */
    REVIEW_DATE_SET,
    /** After the window has closed, only with the reason that a new fact came up. */
    LATE_ONLY_WITH_NEW_FACT,
    /** Given once and amended at most once. */
    AMENDED_AT_MOST_ONCE,
    /** At least one follow-up visit has been made. */
    VISITED,
    /** Every paper the file needs for this result is there. */
    PAPERS_COMPLETE
}
