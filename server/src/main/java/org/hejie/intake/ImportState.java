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
    FAILED,
    /** 正在撤回: its rows are being withdrawn. */
    UNDOING,
    /** 撤回中断: whoever withdrew them is gone; asked again, it goes on. */
    UNDO_STOPPED,
    /** 已撤回: what could be withdrawn is. */
    UNDONE
}
