package org.hejie.shared.scope;

/** Binds the {@link Scope} in which work runs; transactions begun inside carry it to the database. */
public final class Scopes {

    private static final ScopedValue<Scope> CURRENT = ScopedValue.newInstance();

    private Scopes() {
    }

    /** The scope bound here, or {@link Scope#NONE}. */
    public static Scope current() {
        return CURRENT.orElse(Scope.NONE);
    }

    /** Runs the work in the scope and returns its result. */
    public static <T, X extends Throwable> T as(Scope scope, ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(CURRENT, scope).call(work);
    }

    /** Runs the work in the scope. */
    public static void run(Scope scope, Runnable work) {
        ScopedValue.where(CURRENT, scope).run(work);
    }
}
