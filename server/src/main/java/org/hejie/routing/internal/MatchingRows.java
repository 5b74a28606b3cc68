package org.hejie.routing.internal;

import java.util.Set;
import java.util.stream.Collectors;
import org.hejie.matter.PastCases.PastCase;
import org.hejie.matter.category.CategoryCode;
import org.hejie.matter.category.RoutingRows;
import org.hejie.routing.MatchedRule;
import org.hejie.routing.Routing;
import org.springframework.stereotype.Component;

/** Tells the trial of categories which rows match a matter. */
@Component
class MatchingRows implements RoutingRows {

    private final Routing routing;

    MatchingRows(Routing routing) {
        this.routing = routing;
    }

    @Override
    public Set<String> matching(PastCase matter, CategoryCode category) {
        return routing.suggest(RoutingTrial.question(matter, category)).rules().stream().map(MatchedRule::id).collect(Collectors.toSet());
    }
}
