package org.hejie.rules;

import org.hejie.org.Permission;

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
    HOURS,
    /** 督办规则: levels, thresholds, samples, as YAML. */
    SUPERVISION,
    /** 疑似重复的分值, as a table. */
    TWINS,
    /** 登录安全参数, as a table. Drafted by the system administrator, approved by the security administrator. */
    SIGN_IN(Permission.ORG_ADMIN, Permission.POST_GRANT);

    private final Permission drafting;
    private final Permission approving;

    RuleKind() {
        this(Permission.RULES_DRAFT, Permission.RULES_APPROVE);
    }

    RuleKind(Permission drafting, Permission approving) {
        this.drafting = drafting;
        this.approving = approving;
    }

    /** What one needs to draft. */
    public Permission drafting() {
        return drafting;
    }

    /** What one needs to approve. */
    public Permission approving() {
        return approving;
    }
}
