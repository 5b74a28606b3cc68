package org.hejie.wage;

/** What decides who pays first, as stated at the window; the rules are in {@code wage/rules.yaml}. */
public enum ClaimFact {
    /** 建设单位未按约定及时拨付工程款. */
    DEVELOPER_LATE,
    /** 转包. */
    SUBLET_WHOLE,
    /** 发包、分包给个人或不具备合法经营资格的单位. */
    LET_TO_UNQUALIFIED,
    /** 挂靠: others were allowed to contract in the builder's name. */
    LENT_NAME,
    /** 工程违反国土空间规划、工程建设等法律法规. */
    PROJECT_UNLAWFUL
}
