package org.hejie.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hejie.matter.SourceLine;
import org.jspecify.annotations.Nullable;

/**
 * A line's day as it stands now, and what was signed of it.
 *
 * @param day       Asia/Shanghai
 * @param figures   as they are now
 * @param statement what the line says it sent; null while it has not said
 * @param signed    what persons signed, the newest first
 */
public record LineDay(SourceLine line, LocalDate day, State state, LineFigures figures, @Nullable Statement statement,
        List<Sheet> signed) {

    public LineDay {
        signed = List.copyOf(signed);
    }

    /** Where the day stands. */
    public enum State {
        /** 未签. */
        OPEN,
        /** 已签: what was signed is what is there. */
        SIGNED,
        /** 签后有变: something came after the signature; the next signature makes a new revision. */
        CHANGED
    }

    /** How the line's word came. */
    public enum Source {
        /** 手工录入. */
        TYPED,
        /** 文件. */
        FILE,
        /** 系统对接. */
        API
    }

    /**
     * What a line says it sent.
     *
     * @param listed how many numbers it named; null where it gave the count alone
     * @param byName who put it down
     */
    public record Statement(int count, @Nullable Integer listed, Source source, @Nullable String byName, Instant at) {
    }

    /**
     * A revision that somebody signed. It does not change any more.
     *
     * @param byName name of the one who signed
     * @param note   his words; there when something was missing
     */
    public record Sheet(int revision, LineFigures figures, @Nullable String note, @Nullable String byName, Instant signedAt) {
    }
}
