package org.hejie.matter.internal;

import java.util.Optional;
import java.util.function.Function;
import org.hejie.matter.RegisterMatter;
import org.hejie.matter.RegistrationAdvice;
import org.hejie.matter.RegistrationAdvice.Advice;
import org.hejie.matter.procedure.ProcedureId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** What the routing module advises, looked for once; without it a matter begins as a dispute and cites no rules. */
@Component
class GivenAdvice {

    private static final Advice USUAL = new Advice(new ProcedureId("dispute"), false);

    private final SingletonSupplier<RegistrationAdvice> advice;

    GivenAdvice(ObjectProvider<RegistrationAdvice> advice) {
        this.advice = SingletonSupplier.ofNullable(advice::getIfAvailable);
    }

    Advice of(RegisterMatter matter) {
        return ask(routing -> routing.advise(matter)).orElse(USUAL);
    }

    @Nullable Integer rulesVersion() {
        return ask(RegistrationAdvice::rulesVersion).orElse(null);
    }

    private <T> Optional<T> ask(Function<RegistrationAdvice, T> question) {
        return Optional.ofNullable(advice.get()).map(question);
    }
}
