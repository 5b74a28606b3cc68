package org.hejie.joint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.hejie.joint.JointSession.Addendum;
import org.hejie.joint.JointSession.UnitName;
import org.jspecify.annotations.Nullable;

/**
 * A morning meeting (晨会).
 *
 * @param items what lay before it when it began
 * @param tasks what was decided
 * @param may   what the reader may do: RECORD, SIGN, ADD
 */
public record MeetingView(long id, UnitName unit, LocalDate heldOn, Instant startedAt, @Nullable String startedBy, List<AgendaItem> items,
        List<TaskRow> tasks, String minutes, @Nullable Instant signedAt, @Nullable String signedBy, List<Addendum> addenda,
        int version, Set<JointSession.Deed> may) {

    /** Why a matter lies before the meeting. */
    public enum Agenda {
        /** 新增红色风险, since the meeting before. */
        RED,
        /** 超期. */
        OVERDUE,
        /** 二次退回. */
        SECOND_RETURN,
        /** 今日会商. */
        SESSION
    }

    /**
     * A matter before the meeting, as it stood when the meeting began.
     *
     * @param sessionId today's joint session; null for the other lists
     * @param meetsAt   when that is
     */
    public record AgendaItem(Agenda list, long matterId, String code, String title, String status, @Nullable Instant dueAt,
            @Nullable UnitName lead, @Nullable Long sessionId, @Nullable Instant meetsAt, @Nullable String place) {
    }

    /** A meeting as lists show it. */
    public record MeetingRow(long id, UnitName unit, LocalDate heldOn, int items, int tasks, boolean signed) {
    }

    /** Keeps copies. */
    public MeetingView {
        items = List.copyOf(items);
        tasks = List.copyOf(tasks);
        addenda = List.copyOf(addenda);
        may = Set.copyOf(may);
    }
}
