package org.hejie.matter;

import java.time.LocalDate;
import java.util.List;
import org.hejie.calendar.Limit;
import org.hejie.matter.procedure.ProcedureId;
import org.hejie.org.UnitId;
import org.jspecify.annotations.Nullable;

/** What somebody does to a matter. Which acts are open to whom, and when, is said by its procedure. */
public sealed interface Act {

    /** The action of the procedure this is. */
    MatterAction action();

    /** The opinion in words, if one was given. */
    default @Nullable String opinion() {
        return null;
    }

    /** The code of the reason chosen, if one was. */
    default @Nullable String reason() {
        return null;
    }

    /** Files that belong to the act, each as the paper of that code. */
    default List<Attachment> attachments() {
        return List.of();
    }

    /** @param paper code of a paper of the procedure, or {@code other} */
    record Attachment(long documentId, String paper) {
    }

    record Accept(@Nullable String opinion) implements Act {
        @Override
        public MatterAction action() {
            return MatterAction.ACCEPT;
        }
    }

    record Decline(String reason, String opinion) implements Act {
        @Override
        public MatterAction action() {
            return MatterAction.DECLINE;
        }
    }

    record Guide(String reason, String opinion) implements Act {
        @Override
        public MatterAction action() {
            return MatterAction.GUIDE;
        }
    }

    /** @param procedure another procedure than the one it has, while nothing has been done under that one */
    record Dispatch(UnitId lead, List<UnitId> coHandlers, @Nullable ProcedureId procedure, @Nullable String limitKey,
            @Nullable String opinion) implements Act {
        @Override
        public MatterAction action() {
            return MatterAction.DISPATCH;
        }
    }

    record Sign(@Nullable String opinion) implements Act {
        @Override
        public MatterAction action() {
            return MatterAction.SIGN;
        }
    }

    record AutoSign() implements Act {
        @Override
        public MatterAction action() {
            return MatterAction.AUTO_SIGN;
        }
    }

    record Return(String reason, String opinion, List<Attachment> attachments) implements Act {
        @Override
        public MatterAction action() {
            return MatterAction.RETURN;
        }
    }

    record Adjudicate(UnitId lead, List<UnitId> coHandlers, String opinion) implements Act {
        @Override
        public MatterAction action() {
            return MatterAction.ADJUDICATE;
        }
    }

    record Transfer(UnitId lead, List<UnitId> coHandlers, String opinion) implements Act {
        @Override
        public MatterAction action() {
            return MatterAction.TRANSFER;
        }
    }

    /** @param clock key of the clock to extend; null: the procedure's first */
    record RequestExtension(Limit limit, @Nullable String clock, String opinion) implements Act {
        @Override
        public MatterAction action() {
            return MatterAction.REQUEST_EXTENSION;
        }
    }

    record DecideExtension(boolean granted, @Nullable String opinion) implements Act {
        @Override
        public MatterAction action() {
            return MatterAction.DECIDE_EXTENSION;
        }
    }

    record Suspend(String reason, LocalDate reviewOn, String opinion, List<Attachment> attachments) implements Act {
        @Override
        public MatterAction action() {
            return MatterAction.SUSPEND;
        }
    }

    record Resume(@Nullable String opinion) implements Act {
        @Override
        public MatterAction action() {
            return MatterAction.RESUME;
        }
    }

    /** One level up: grid, village, town centre, county centre. */
    record Escalate(String reason, @Nullable String opinion) implements Act {
        @Override
        public MatterAction action() {
            return MatterAction.ESCALATE;
        }
    }

    /** @param resolved whether the trouble itself is over (化解), apart from the matter's being answered */
    record SubmitResult(ResultKind kind, boolean resolved, @Nullable LocalDate performedOn, String opinion,
            List<Attachment> attachments) implements Act {
        @Override
        public MatterAction action() {
            return MatterAction.SUBMIT_RESULT;
        }
    }

    record Check(boolean passed, @Nullable String opinion) implements Act {
        @Override
        public MatterAction action() {
            return passed ? MatterAction.CHECK_PASS : MatterAction.CHECK_FAIL;
        }
    }

    /** A follow-up visit made; who, how and what was found is kept by the follow-up module. */
    record Visit(boolean relapse, @Nullable String opinion) implements Act {
        @Override
        public MatterAction action() {
            return MatterAction.VISIT;
        }
    }

    record Evaluate(Evaluation level, List<String> reasons, @Nullable String opinion) implements Act {
        @Override
        public MatterAction action() {
            return MatterAction.EVALUATE;
        }
    }

    record Reopen(String reason, @Nullable String opinion) implements Act {
        @Override
        public MatterAction action() {
            return MatterAction.REOPEN;
        }
    }

    record Archive() implements Act {
        @Override
        public MatterAction action() {
            return MatterAction.ARCHIVE;
        }
    }

    record Withdraw(String opinion) implements Act {
        @Override
        public MatterAction action() {
            return MatterAction.WITHDRAW;
        }
    }

    record TransferOut(String destination, String opinion) implements Act {
        @Override
        public MatterAction action() {
            return MatterAction.TRANSFER_OUT;
        }
    }

    record Note(String opinion) implements Act {
        @Override
        public MatterAction action() {
            return MatterAction.NOTE;
        }
    }

    record AddMaterial(List<Attachment> attachments, @Nullable String opinion) implements Act {
        @Override
        public MatterAction action() {
            return MatterAction.ADD_MATERIAL;
        }
    }

    record RecordPerformance(LocalDate performedOn, List<Attachment> attachments, @Nullable String opinion) implements Act {
        @Override
        public MatterAction action() {
            return MatterAction.RECORD_PERFORMANCE;
        }
    }
}
