package org.hejie.notify.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.hejie.notify.internal.LaneRows.Outgoing;
import org.hejie.notify.internal.LaneRows.Tried;
import org.hejie.notify.internal.Outcome.Delivered;
import org.hejie.notify.internal.Outcome.Failed;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Units;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * One round for one destination: takes lanes that are due, sends the messages of each one after the other and the lanes
 * beside each other, and records what came of it. No transaction is open while a receiver is waited for.
 */
@Component
class Round {

    private static final int LANES = 32;
    private static final int MESSAGES = 20;
    /** After this a lane begins no further message in the round. */
    private static final Duration TURN = Duration.ofSeconds(10);
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private final LaneRows lanes;
    private final Channels channels;
    private final NotifySettings settings;
    private final Units units;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Round(LaneRows lanes, Channels channels, NotifySettings settings, Units units, ApplicationEventPublisher events, Clock clock) {
        this.lanes = lanes;
        this.channels = channels;
        this.settings = settings;
        this.units = units;
        this.events = events;
        this.clock = clock;
    }

    /** What a round came to. */
    enum Yield {
        /** Nothing was due. */
        NOTHING,
        /** Something was delivered, or refused by a receiver that is there. */
        SOME,
        /** Every lane failed for now. */
        IN_VAIN
    }

    Yield work(String destination) {
        if (units.all().isEmpty()) {
            return Yield.NOTHING;
        }
        return Actors.as(Actor.system("notify", List.of(units.county().id().value())), () -> inScope(destination));
    }

    private Yield inScope(String destination) {
        Duration longest = TURN.plus(settings.timeout()).plus(MARGIN);
        Map<String, List<Outgoing>> work = lanes.take(destination, clock.instant(), longest.plus(MARGIN), LANES, MESSAGES);
        if (work.isEmpty()) {
            return Yield.NOTHING;
        }
        Optional<Channel> channel = channels.of(destination);
        List<Lane> turns = work.values().stream().map(messages -> new Lane(messages, channel)).toList();
        send(turns, longest);
        List<Tried> tried = turns.stream().map(Lane::tried).flatMap(Collection::stream).toList();
        lanes.give(destination, tried, clock.instant());
        if (tried.stream().anyMatch(Tried::dead)) {
            events.publishEvent(new GivenUp(destination));
        }
        return tried.stream().allMatch(one -> one.retryAt() != null) ? Yield.IN_VAIN : Yield.SOME;
    }

    private static void send(List<Lane> turns, Duration longest) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(turns, longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The turn of one lane. What a receiver drips out beyond all limits is cut off with the round. */
    private final class Lane implements Callable<Void> {

        private final List<Outgoing> messages;
        private final Optional<Channel> channel;
        private final List<Tried> tried = new ArrayList<>();
        private volatile int begun;
        private boolean closed;

        Lane(List<Outgoing> messages, Optional<Channel> channel) {
            this.messages = messages;
            this.channel = channel;
        }

        @Override
        public Void call() {
            long start = System.nanoTime();
            for (Outgoing message : messages) {
                begun++;
                Outcome outcome = channel.map(way -> way.send(message)).orElseGet(() -> Failed.forGood("NO_ADDRESS"));
                if (!record(outcome(message, outcome)) || System.nanoTime() - start > TURN.toNanos()) {
                    break;
                }
            }
            return null;
        }

        /** Whether to go on. */
        private synchronized boolean record(Tried one) {
            if (closed) {
                return false;
            }
            tried.add(one);
            return one.failure() == null;
        }

        /** All that was tried; a message still on its way counts as late. */
        synchronized List<Tried> tried() {
            closed = true;
            if (tried.isEmpty() || tried.size() < begun && tried.getLast().failure() == null) {
                tried.add(outcome(messages.get(tried.size()), Failed.forNow("TIMEOUT")));
            }
            return tried;
        }

        private Tried outcome(Outgoing message, Outcome outcome) {
            return switch (outcome) {
                case Delivered(var receipt) -> new Tried(message, null, false, null, receipt);
                case Failed(var code, var lasting, var rest) -> {
                    int failures = message.attempts() + 1;
                    boolean dead = lasting || failures >= settings.attempts();
                    Duration wait = settings.waitAfter(failures);
                    Instant retry = clock.instant().plus(rest != null && rest.compareTo(wait) > 0 ? rest : wait);
                    yield new Tried(message, code, dead, dead ? null : retry, null);
                }
            };
        }
    }
}
