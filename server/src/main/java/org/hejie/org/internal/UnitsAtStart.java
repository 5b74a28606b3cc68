package org.hejie.org.internal;

import org.hejie.org.CountyUnits;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Brings the units in line with the places at every start, before jobs run and the first request comes. */
@Component
class UnitsAtStart implements SmartLifecycle {

    private final CountyUnits units;
    private volatile boolean running;

    UnitsAtStart(CountyUnits units) {
        this.units = units;
    }

    @Override
    public void start() {
        units.build();
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
