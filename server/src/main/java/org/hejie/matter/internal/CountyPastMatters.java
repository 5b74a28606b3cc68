package org.hejie.matter.internal;

import java.util.ArrayList;
import java.util.List;
import org.hejie.matter.PastMatters;
import org.hejie.matter.RegisterMatter;
import org.hejie.matter.Registered;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Runs each history through the engine in memory and saves the whole batch at once. */
@Service
class CountyPastMatters implements PastMatters {

    private final Registrar registrar;
    private final Moves moves;
    private final Doers doers;
    private final NewMatters newMatters;

    CountyPastMatters(Registrar registrar, Moves moves, Doers doers, NewMatters newMatters) {
        this.registrar = registrar;
        this.moves = moves;
        this.doers = doers;
        this.newMatters = newMatters;
    }

    @Override
    @Transactional
    public List<Registered> write(List<PastMatter> batch) {
        List<Matter> matters = new ArrayList<>(batch.size());
        List<RegisterMatter> registrations = new ArrayList<>(batch.size());
        for (PastMatter past : batch) {
            Matter matter = registrar.begin(past.registration(), doers.registering(past.registeredBy()),
                    past.registeredAt(), batch.size());
            for (PastAct act : past.acts()) {
                moves.apply(matter, act.act(), doers.of(act.by()), act.at(), act.at());
                matter.version++;
            }
            matters.add(matter);
            registrations.add(past.registration());
        }
        return newMatters.saveAll(matters, registrations);
    }
}
