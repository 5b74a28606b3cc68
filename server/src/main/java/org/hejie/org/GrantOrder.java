package org.hejie.org;

import java.time.LocalDate;
import java.util.List;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What one administrator asks for and another approves, because it lets somebody read cases (授权申请). Holds numbers,
 * roles and days; no secret and nobody's name.
 */
public sealed interface GrantOrder {

    /** Whom it gives something; null when nobody in particular. Neither who asks nor who approves. */
    @Nullable StaffId beneficiary();

    /** A post for a member of staff (授予岗位). */
    record GivePost(StaffId staff, NewPost post) implements GrantOrder {

        @Override
        public StaffId beneficiary() {
            return staff;
        }
    }

    /**
     * A post goes from one person to the next (岗位交接): the one's ends, the other's begins. Nobody's account is
     * overwritten, and what either did stays under his own name.
     *
     * @param post  the post handed over
     * @param staff who follows
     * @param on    first day of the successor; null for today
     */
    record HandOverPost(PostId post, StaffId staff, @Nullable LocalDate on) implements GrantOrder {

        @Override
        public StaffId beneficiary() {
            return staff;
        }
    }

    /** Somebody stands in for the holder of a post (代班), arranged by administrators. */
    record CoverLeave(PostId post, NewLeaveCover cover) implements GrantOrder {

        @Override
        public StaffId beneficiary() {
            return cover.cover();
        }
    }

    /** A system that may connect; its token is handed to who asked, once. */
    record ConnectSystem(NewApiClient client) implements GrantOrder {

        @Override
        public @Nullable StaffId beneficiary() {
            return null;
        }
    }

    /** A new token for a system; the one before works a day longer. */
    record RotateToken(long client) implements GrantOrder {

        @Override
        public @Nullable StaffId beneficiary() {
            return null;
        }
    }

    /** A new password for an account that opens cases: who asked hands over a link, who approved a code. */
    record ResetPassword(StaffId staff) implements GrantOrder {

        @Override
        public StaffId beneficiary() {
            return staff;
        }
    }

    /**
     * The county's sign-in opens an account (统一身份认证).
     *
     * @param subject who it is there; up to 255 characters
     */
    record LinkIdentity(StaffId staff, String issuer, String subject) implements GrantOrder {

        private static final int LENGTH = 255;

        /** @throws Problem INVALID_FIELDS naming the fields at fault */
        public LinkIdentity {
            issuer = issuer.strip();
            subject = subject.strip();
            new Problem.Fields()
                    .reject(issuer.isEmpty() || issuer.length() > LENGTH, "issuer", "LENGTH")
                    .reject(subject.isEmpty() || subject.length() > LENGTH, "subject", "LENGTH")
                    .done();
        }

        @Override
        public StaffId beneficiary() {
            return staff;
        }
    }

    /**
     * Units end, and others follow them (机构合并、拆分、撤销): what the old ones did stays theirs, and whoever works at a
     * successor sees it.
     *
     * @param units      that end
     * @param successors one (merged into it) or several (split); each at work on the day
     * @param on         first day without the old units; null for today
     */
    record SucceedUnits(List<UnitId> units, List<UnitId> successors, @Nullable LocalDate on) implements GrantOrder {

        private static final int MOST = 20;

        /** @throws Problem INVALID_FIELDS naming the fields at fault */
        public SucceedUnits {
            units = List.copyOf(units);
            successors = List.copyOf(successors);
            new Problem.Fields()
                    .reject(units.isEmpty() || units.size() > MOST || units.stream().distinct().count() < units.size(), "units", "RANGE")
                    .reject(successors.isEmpty() || successors.size() > MOST, "successors", "RANGE")
                    .reject(units.size() > 1 && successors.size() > 1, "successors", "MERGE_OR_SPLIT")
                    .reject(successors.stream().anyMatch(units::contains), "successors", "SUCCEEDS_ITSELF")
                    .done();
        }

        @Override
        public @Nullable StaffId beneficiary() {
            return null;
        }
    }
}
