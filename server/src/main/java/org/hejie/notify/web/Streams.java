package org.hejie.notify.web;

import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.hejie.notify.Live;
import org.hejie.org.Actor;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * The pages that listen. A stream ends after some minutes and the page opens it again, so that nobody who has been signed out
 * goes on listening. Ended first of all when the server stops, or a graceful stop would wait for them.
 */
@Component
class Streams implements SmartLifecycle {

    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final Duration BEAT = Duration.ofSeconds(20);
    private static final int MOST = 2_000;

    private final Live live;
    private final Set<Stream> open = ConcurrentHashMap.newKeySet();
    private final Consumer<String> hearing = this::tell;
    private volatile boolean running;

    Streams(Live live) {
        this.live = live;
    }

    /** A page that listens. @param own topic of the unit its reader works at */
    private record Stream(SseEmitter emitter, String own) {

        boolean wants(String topic) {
            return topic.equals(Live.MATTERS) || topic.equals(own);
        }
    }

    /** Opens a stream for the reader. Events are {@code matters} and {@code notices}; they hold nothing. */
    SseEmitter open(Actor reader) {
        var emitter = new SseEmitter(LONGEST.toMillis());
        var stream = new Stream(emitter, reader.unitId().map(Live::ofUnit).orElse(""));
        if (open.size() >= MOST || !running) {
            emitter.complete();
            return emitter;
        }
        emitter.onCompletion(() -> close(stream));
        emitter.onTimeout(emitter::complete);
        emitter.onError(gone -> close(stream));
        add(stream);
        send(stream, SseEmitter.event().reconnectTime(2_000).comment("open"));
        return emitter;
    }

    private synchronized void add(Stream stream) {
        if (open.isEmpty()) {
            live.listen(hearing);
            Thread.ofVirtual().name("live-beat").start(this::beat);
        }
        open.add(stream);
    }

    private synchronized void close(Stream stream) {
        if (open.remove(stream) && open.isEmpty()) {
            live.leave(hearing);
        }
    }

    private void tell(String topic) {
        String name = topic.equals(Live.MATTERS) ? "matters" : "notices";
        open.stream().filter(stream -> stream.wants(topic)).forEach(stream -> send(stream, SseEmitter.event().name(name).data("")));
    }

    /** Finds the pages that are gone, and keeps proxies from closing the others. */
    private void beat() {
        try {
            while (running && !open.isEmpty()) {
                Thread.sleep(BEAT);
                open.forEach(stream -> send(stream, SseEmitter.event().comment("here")));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(Stream stream, SseEmitter.SseEventBuilder event) {
        try {
            stream.emitter().send(event);
        } catch (IOException | IllegalStateException gone) {
            close(stream);
        }
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        open.forEach(stream -> stream.emitter().complete());
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
