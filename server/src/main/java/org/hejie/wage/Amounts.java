package org.hejie.wage;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.Problem.FieldError;
import org.jspecify.annotations.Nullable;

/** Yuan of one worker. */
public final class Amounts {

    private static final BigDecimal MOST = new BigDecimal("10000000");

    private Amounts() {
    }

    /** Adds what is wrong with an amount of more than nothing, in whole fen, up to ten million. */
    static void errors(String path, @Nullable BigDecimal amount, List<FieldError> errors) {
        if (amount == null) {
            errors.add(new FieldError(path, "REQUIRED"));
        } else if (amount.signum() <= 0 || amount.compareTo(MOST) > 0) {
            errors.add(new FieldError(path, "RANGE"));
        } else if (amount.stripTrailingZeros().scale() > 2) {
            errors.add(new FieldError(path, "DECIMALS"));
        }
    }

    /** The amount with two decimals. @throws Problem naming the field */
    public static BigDecimal checked(String path, @Nullable BigDecimal amount, boolean mayBeNothing) {
        if (amount != null && mayBeNothing && amount.signum() == 0) {
            return BigDecimal.ZERO.setScale(2);
        }
        List<FieldError> errors = new ArrayList<>();
        errors(path, amount, errors);
        if (amount == null || !errors.isEmpty()) {
            throw Problem.fields(errors);
        }
        return amount.setScale(2);
    }
}
