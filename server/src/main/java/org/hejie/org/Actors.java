package org.hejie.org;

import org.hejie.shared.scope.Scopes;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;

/** Binds the {@link Actor} for whom work runs; the {@link Scopes scope} is bound with it. */
public final class Actors {

    private static final ScopedValue<Actor> CURRENT = ScopedValue.newInstance();

    private Actors() {
    }

    /**
     * The actor of this request or job.
     *
     * @throws Problem UNAUTHENTICATED if there is none
     */
    public static Actor current() {
        if (!CURRENT.isBound()) {
            throw Problem.of(ProblemType.UNAUTHENTICATED);
        }
        return CURRENT.get();
    }

    /** Whether there is an actor here. */
    public static boolean present() {
        return CURRENT.isBound();
    }

    /** Runs the work for the actor, in the actor's scope, and returns its result. */
    public static <T, X extends Throwable> T as(Actor actor, ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(CURRENT, actor).call(() -> Scopes.as(actor.scope(), work));
    }

    /** Runs the work for the actor, in the actor's scope. */
    public static void run(Actor actor, Runnable work) {
        ScopedValue.where(CURRENT, actor).run(() -> Scopes.run(actor.scope(), work));
    }
}
