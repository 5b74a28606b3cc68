package org.hejie.rules;

/** The kinds of rules staff may change. */
public enum RuleKind {
    /** 分流规则: the decision tables, as DMN. */
    ROUTING,
    /** 办理程序和时限: statuses, moves, clocks, as YAML. */
    PROCEDURE,
    /** 事项类别, as a table. */
    CATEGORIES,
    /** 年度节假日, as a table of days. */
    CALENDAR,
    /** 工作时间, as a table of weekdays. */
    HOURS
}
