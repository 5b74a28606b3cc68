package org.hejie.routing.internal;

import org.hejie.matter.RegisterMatter;
import org.hejie.matter.RegistrationAdvice;
import org.hejie.matter.category.CategoryCode;
import org.hejie.place.AreaCode;
import org.hejie.place.GridCode;
import org.hejie.routing.Routing;
import org.hejie.routing.RoutingQuestion;
import org.springframework.stereotype.Component;

/** Tells a new matter by which procedure it begins. */
@Component
class TableAdvice implements RegistrationAdvice {

    private final Routing routing;

    TableAdvice(Routing routing) {
        this.routing = routing;
    }

    @Override
    public Advice advise(RegisterMatter matter) {
        var place = matter.place();
        var suggestion = routing.suggest(new RoutingQuestion(
                new CategoryCode(matter.category()),
                matter.line(),
                place.grid() == null ? null : new GridCode(place.grid()),
                place.area() == null ? null : AreaCode.parse(place.area()),
                matter.people(),
                matter.amount(),
                matter.safety(),
                false,
                matter.procedure()));
        return new Advice(suggestion.procedure(), suggestion.riskCheck());
    }

    @Override
    public int rulesVersion() {
        return routing.version();
    }
}
