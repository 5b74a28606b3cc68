package org.hejie.notify.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.hejie.shared.database.AfterCommit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Delivers what is due: a thread of its own for each destination, so that one that hangs holds up no other, which ends
 * when nothing falls due soon. Woken by the writer's commit and, should that be lost, by {@link DeliveryJob}.
 */
@Component
class Delivery implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(20);
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);

    private final Round round;
    private final LaneRows lanes;
    private final NotifySettings settings;
    private final Clock clock;
    private final boolean working;
    private final Map<String, Worker> workers = new ConcurrentHashMap<>();
    private volatile boolean stopped;

    Delivery(Round round, LaneRows lanes, NotifySettings settings, Clock clock,
            @Value("${hejie.jobs.enabled}") boolean working) {
        this.round = round;
        this.lanes = lanes;
        this.settings = settings;
        this.clock = clock;
        this.working = working;
    }

    /** Something may be due at the destination once the caller's transaction is committed. Returns at once. */
    void wake(String destination) {
        AfterCommit.run(() -> wakeNow(destination));
    }

    private void wakeNow(String destination) {
        if (working && !stopped) {
            workers.compute(destination, (name, running) -> {
                Worker worker = running == null ? new Worker(name) : running;
                worker.calls.release();
                if (running == null) {
                    Thread.ofVirtual().name("delivery-" + name).start(worker);
                }
                return worker;
            });
        }
    }

    /** Wakes every destination that has something due. */
    void wakeAll() {
        lanes.dueDestinations(clock.instant()).forEach(this::wake);
    }

    @Override
    public void destroy() {
        stopped = true;
        workers.values().forEach(worker -> worker.calls.release());
    }

    /** Works through one destination. */
    private final class Worker implements Runnable {

        private final String destination;
        private final Semaphore calls = new Semaphore(0);
        private int vainRounds;

        Worker(String destination) {
            this.destination = destination;
        }

        @Override
        public void run() {
            try {
                boolean more = true;
                while (more && !stopped) {
                    calls.drainPermits();
                    more = switch (round.work(destination)) {
                        case NOTHING -> await();
                        case SOME -> {
                            vainRounds = 0;
                            yield true;
                        }
                        case IN_VAIN -> rest();
                    };
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                LOG.warn("Delivery to {} broke off: {}", destination, e.getClass().getName());
            } finally {
                workers.remove(destination, this);
            }
        }

        /** Waits for what falls due soon. False when nothing does and nobody calls: the worker has gone. */
        private boolean await() throws InterruptedException {
            Duration wait = lanes.nextDue(destination).map(due -> Duration.between(clock.instant(), due)).orElse(SOON);
            if (wait.compareTo(SOON) < 0) {
                calls.tryAcquire(Math.max(wait.toMillis(), SHORTEST_WAIT.toMillis()), TimeUnit.MILLISECONDS);
                return true;
            }
            return workers.compute(destination, (name, worker) -> calls.availablePermits() > 0 ? this : null) != null;
        }

        /** The receiver takes nothing at all: it is left alone for a while, longer each time. */
        private boolean rest() throws InterruptedException {
            Duration rest = settings.waitAfter(++vainRounds);
            Thread.sleep(rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest);
            return true;
        }
    }
}
