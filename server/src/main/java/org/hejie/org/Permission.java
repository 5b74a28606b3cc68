package org.hejie.org;

/**
 * What a post lets its holder do, in words the web client hides its pages by. The server asks for roles
 * ({@link Actor#require}); a procedure says who may take which step.
 */
public enum Permission {

    /** 查看事项: read matters within the scope. */
    MATTER_READ,
    /** 登记事项. */
    MATTER_REGISTER,
    /** 受理、分流. */
    MATTER_DISPATCH,
    /** 签收、办理、提交结果. */
    MATTER_HANDLE,
    /** 核查办结, 批准延期, 裁定. */
    MATTER_CHECK,
    /** 督办. */
    SUPERVISE,
    /** 回访. */
    VISIT,
    /** 代录: act for a unit below one's own. */
    PROXY,
    /** 批量导入. */
    IMPORT,
    /** 指标. */
    FIGURES_READ,
    /** 机构、账号、接口. */
    ORG_ADMIN,
    /** 授予岗位和数据范围. */
    POST_GRANT,
    /** 工作日历. */
    CALENDAR_EDIT,
    /** 起草规则: routing tables, procedures, limits, categories, calendars. */
    RULES_DRAFT,
    /** 批准规则, as the second person. */
    RULES_APPROVE,
    /** 审计记录. */
    AUDIT_READ,
    /** 批准导出: approve files with many rows about people. */
    EXPORT_APPROVE
}
