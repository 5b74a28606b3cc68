package org.hejie.org;

import static org.hejie.org.Permission.*;

import java.util.Set;

/**
 * What a person does at a unit. Label in both languages: {@code role.<name>} in {@code i18n/org}.
 * Source: domain.md §4; the three administrators are apart from business and from each other
 * (GB/T 22239-2019, 8.1.4, to be verified).
 */
public enum Role {

    /** 导办、窗口. */
    WINDOW(MATTER_READ, MATTER_REGISTER, PROXY),
    /** 分流员. */
    DISPATCHER(MATTER_READ, MATTER_REGISTER, MATTER_DISPATCH, VISIT, PROXY, IMPORT, FIGURES_READ, RULES_DRAFT),
    /** 网格员. */
    GRID_WORKER(MATTER_READ, MATTER_REGISTER, MATTER_HANDLE),
    /** 专职调解员. */
    MEDIATOR(MATTER_READ, MATTER_HANDLE),
    /** 法院驻点. */
    COURT_POST(MATTER_READ, MATTER_REGISTER, MATTER_HANDLE),
    /** 检察驻点. */
    PROCURATOR_POST(MATTER_READ, MATTER_HANDLE),
    /** 公安驻点. */
    POLICE_POST(MATTER_READ, MATTER_REGISTER, MATTER_HANDLE),
    /** 司法局. */
    JUSTICE_BUREAU(MATTER_READ, MATTER_HANDLE),
    /** 信访局. */
    PETITION_BUREAU(MATTER_READ, MATTER_REGISTER, MATTER_HANDLE),
    /** 人社局. */
    LABOUR_BUREAU(MATTER_READ, MATTER_HANDLE),
    /** 部门经办人. */
    UNIT_CLERK(MATTER_READ, MATTER_HANDLE),
    /** 值班领导. */
    DUTY_LEADER(MATTER_READ, MATTER_CHECK, FIGURES_READ),
    /** 综治中心主任. */
    CENTER_DIRECTOR(MATTER_READ, MATTER_CHECK, SUPERVISE, VISIT, FIGURES_READ, RULES_DRAFT, RULES_APPROVE, EXPORT_APPROVE),
    /** 县委政法委: supervises, handles no case itself. */
    COMMITTEE(MATTER_READ, SUPERVISE, FIGURES_READ, RULES_APPROVE),
    /** 乡镇综治中心主任. */
    TOWN_DIRECTOR(MATTER_READ, MATTER_REGISTER, MATTER_DISPATCH, MATTER_HANDLE, MATTER_CHECK, VISIT, PROXY, FIGURES_READ),
    /** 乡镇经办人. */
    TOWN_CLERK(MATTER_READ, MATTER_REGISTER, MATTER_HANDLE, VISIT, PROXY),
    /** 村级经办人. */
    VILLAGE_CLERK(MATTER_READ, MATTER_REGISTER, MATTER_HANDLE, PROXY),
    /** 妇联. */
    WOMEN_FEDERATION(MATTER_READ, MATTER_HANDLE),
    /** 系统管理员: accounts, units, dictionaries; no business data. */
    SYSTEM_ADMIN(ORG_ADMIN, CALENDAR_EDIT, RULES_DRAFT),
    /** 安全管理员: posts and data scopes; no business data. */
    SECURITY_ADMIN(POST_GRANT, EXPORT_APPROVE),
    /** 审计管理员: reads the logs, changes nothing. */
    AUDIT_ADMIN(AUDIT_READ),
    /** A line's system, signed in by a token; what it may do is said by the token's scopes. */
    LINE_CLIENT;

    private final Set<Permission> permissions;

    Role(Permission... permissions) {
        this.permissions = Set.of(permissions);
    }

    /** What its holder may do. */
    public Set<Permission> permissions() {
        return permissions;
    }

    /** Whether it is one of the three administrators, who hold no key to business rows. */
    public boolean isAdministrator() {
        return switch (this) {
            case SYSTEM_ADMIN, SECURITY_ADMIN, AUDIT_ADMIN -> true;
            case WINDOW, DISPATCHER, GRID_WORKER, MEDIATOR, COURT_POST, PROCURATOR_POST, POLICE_POST, JUSTICE_BUREAU,
                    PETITION_BUREAU, LABOUR_BUREAU, UNIT_CLERK, DUTY_LEADER, CENTER_DIRECTOR, COMMITTEE, TOWN_DIRECTOR,
                    TOWN_CLERK, VILLAGE_CLERK, WOMEN_FEDERATION, LINE_CLIENT -> false;
        };
    }
}
