package org.hejie.wage;

/** By which way money reached a worker. */
public enum PayMethod {
    /** 专户代发: from the project's wage account. */
    ACCOUNT,
    /** 银行转账. */
    BANK,
    /** 现金. */
    CASH,
    /** 法院执行. */
    COURT,
    /** 工资保证金. */
    DEPOSIT,
    /** 其他. */
    OTHER
}
