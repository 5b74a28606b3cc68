package org.hejie.matter.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hejie.matter.PastMatters;
import org.hejie.matter.RegisterMatter;
import org.hejie.matter.Registered;
import org.hejie.shared.Times;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Runs each history through the engine in memory and saves the whole batch at once. */
@Service
class CountyPastMatters implements PastMatters {

    private final Registrar registrar;
    private final CodeNumbers numbers;
    private final String county;
    private final Moves moves;
    private final Doers doers;
    private final NewMatters newMatters;

    CountyPastMatters(Registrar registrar, CodeNumbers numbers, Moves moves, Doers doers, NewMatters newMatters,
            @Value("${hejie.county}") String county) {
        this.numbers = numbers;
        this.county = county;
        this.registrar = registrar;
        this.moves = moves;
        this.doers = doers;
        this.newMatters = newMatters;
    }

    @Override
    @Transactional
    public List<Written> write(List<PastMatter> batch) {
        List<Matter> matters = new ArrayList<>(batch.size());
        List<RegisterMatter> registrations = new ArrayList<>(batch.size());
        CodeNumbers.Reserved codes = numbers.reserve(county, wanted(batch));
        for (PastMatter past : batch) {
            Matter matter = registrar.begin(past.registration(), doers.registering(past.registeredBy()),
                    past.registeredAt(), codes);
            for (PastAct act : past.acts()) {
                moves.apply(matter, act.act(), doers.of(act.by()), act.at(), act.at());
                matter.version++;
            }
            matters.add(matter);
            registrations.add(past.registration());
        }
        List<Registered> registered = newMatters.saveAll(matters, registrations);
        return IntStream.range(0, matters.size()).mapToObj(i -> written(registered.get(i), matters.get(i))).toList();
    }

    private static Written written(Registered registered, Matter matter) {
        List<Moved> moves = new ArrayList<>();
        for (EventRow event : matter.newEvents) {
            if (event.action() != null) {
                moves.add(new Moved(event.action(), event.at()));
            }
        }
        return new Written(registered, matter.procedure.id(), matter.procedure.version(), moves);
    }

    private static Map<CodeNumbers.Day, Integer> wanted(List<PastMatter> batch) {
        Map<CodeNumbers.Day, Integer> wanted = new LinkedHashMap<>();
        for (PastMatter past : batch) {
            RegisterMatter given = past.registration();
            Instant at = given.reportedAt() == null ? past.registeredAt() : given.reportedAt();
            wanted.merge(new CodeNumbers.Day(Times.dateOf(at), given.line()), 1, Integer::sum);
        }
        return wanted;
    }
}
