package org.hejie.intake;

/** Where an import stands. */
public enum ImportState {
    /** 待对应列. */
    UPLOADED,
    /** 待开始. */
    MAPPED,
    /** 正在登记. */
    RUNNING,
    /** 已中断: whoever worked on it is gone; it goes on by itself or when asked to. */
    INTERRUPTED,
    /** 已完成. */
    FINISHED,
    /** 没有完成: stopped by an error that going on would meet again. */
    FAILED
}
