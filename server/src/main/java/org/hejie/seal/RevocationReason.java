package org.hejie.seal;

/** Why a seal is revoked. */
public enum RevocationReason {
    /** 私钥丢失或泄露. */
    KEY_LOST,
    /** 更换印章. */
    REPLACED,
    /** 单位撤销或更名. */
    UNIT_ENDED,
    /** 误发. */
    ISSUED_WRONGLY
}
