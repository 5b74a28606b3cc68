package org.hejie.intake;

import java.time.Instant;
import java.util.List;
import org.hejie.matter.MatterStatus;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Takes an import back (撤回导入). Matters nobody has acted on are withdrawn with the reason, in the background and by the
 * person who asked; whatever has been acted on stays and is listed with why. The numbers withdrawn are free again.
 */
public interface ImportUndo {

    /**
     * Begins to take it back, or goes on where that stopped.
     *
     * @param reason why, in words; 1 to 500 characters
     * @throws Problem 404 outside the scope, 409 while it runs, before it has run, or when it has been undone
     */
    void undo(ImportId id, String reason);

    /** How far it is, and what stays. Before any undo: nothing withdrawn, nothing kept. */
    View view(ImportId id);

    /** Why a row stays. */
    enum Why {
        /** 已有人办理: its matter was acted on, linked, or joined a series. */
        ACTED_ON,
        /** 已并案: its matter is merged into another, or others into it. */
        MERGED,
        /** 已撤回: its matter was withdrawn before. */
        WITHDRAWN_BEFORE,
        /** 不在范围: whoever undoes it does not see the matter. */
        NOT_IN_SCOPE,
        /** 程序不允许: the matter's procedure does not let him withdraw it. */
        NOT_ALLOWED
    }

    /**
     * A row that stays.
     *
     * @param status where its matter stands now; null outside the scope
     */
    record Kept(int row, @Nullable Long matterId, @Nullable String code, @Nullable MatterStatus status, Why why) {
    }

    /**
     * What has become of it.
     *
     * @param withdrawn how many rows
     * @param kept      how many rows
     * @param rows      those kept, in the order of the table; the first 200
     */
    record View(ImportState state, @Nullable String reason, @Nullable Instant undoneAt, int withdrawn, int kept, List<Kept> rows) {

        public View {
            rows = List.copyOf(rows);
        }
    }
}
