package org.hejie.joint;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A joint session with all that belongs to it.
 *
 * @param called  units called
 * @param came    of these, with somebody there
 * @param minutes question and answer, free text; frozen once signed
 * @param may     what the reader may do now
 */
public record JointSession(long id, long matterId, String matterCode, String matterTitle, String reason, Instant meetsAt,
        String place, Instant calledAt, String calledBy, UnitName calledUnit, State state, @Nullable String cancelledWhy,
        int called, int came, List<Call> calls, List<JointOpinion> opinions, List<TaskRow> tasks, String minutes,
        @Nullable Instant signedAt, @Nullable String signedBy, List<Addendum> addenda, int version, Set<Deed> may) {

    /** Where it stands. */
    public enum State {
        /** 已吹哨. */
        CALLED,
        /** 已召开. */
        HELD,
        /** 已取消. */
        CANCELLED
    }

    /** What a called unit says. */
    public enum Answer {
        /** 将到场. */
        WILL_COME,
        /** 派员代为参加. */
        SUBSTITUTE,
        /** 不能到场, with why. */
        CANNOT
    }

    /** What may be done. */
    public enum Deed {
        /** 应哨. */
        ANSWER,
        /** 登记到场, 意见, 任务, 纪要. */
        RECORD,
        /** 取消. */
        CANCEL,
        /** 签定纪要. */
        SIGN,
        /** 补充说明. */
        ADD
    }

    /** A unit with its names. */
    public record UnitName(long id, String name, @Nullable String nameEn) {
    }

    /** A called unit. @param came null while nobody has marked it */
    public record Call(UnitName unit, @Nullable Answer answer, @Nullable String answerNote, @Nullable Instant answeredAt,
            @Nullable Boolean came, @Nullable String attendee, @Nullable Instant arrivedAt) {
    }

    /** What a unit said, as recorded. @param dissents from what was decided */
    public record JointOpinion(long id, UnitName unit, String text, boolean dissents, Instant recordedAt, @Nullable String recordedBy) {
    }

    /** What was added after signing. */
    public record Addendum(long id, String text, Instant addedAt, @Nullable String addedBy) {
    }

    /** Keeps copies. */
    public JointSession {
        calls = List.copyOf(calls);
        opinions = List.copyOf(opinions);
        tasks = List.copyOf(tasks);
        addenda = List.copyOf(addenda);
        may = Set.copyOf(may);
    }
}
