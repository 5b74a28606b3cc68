package org.hejie.notify.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.hejie.notify.internal.LaneRows.Outgoing;
import org.hejie.notify.internal.Outcome.Delivered;
import org.hejie.notify.internal.Outcome.Failed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventWebhookTest {

    /** The example of the reference libraries (standardwebhooks 1.0): secret, id, time, body and signature. */
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final Instant AT = Instant.ofEpochSecond(1614265330);
    private static final String BODY = "{\"test\": 2432232314}";
    private static final String SIGNATURE = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    private final NotifySettings settings = new NotifySettings(Set.of("localhost"), Duration.ofSeconds(1), Duration.ofMinutes(1), 3,
            Duration.ofMillis(400), null, null);
    private final OutsideHttp http = new OutsideHttp(new OutsideNetwork(settings), settings);
    private final AtomicInteger followed = new AtomicInteger();
    private HttpServer receiver;
    private volatile Headers got = new Headers();

    @BeforeEach
    void listen() throws Exception {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/events", exchange -> {
            got = exchange.getRequestHeaders();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.createContext("/elsewhere", exchange -> {
            exchange.getResponseHeaders().set("Location", "/metadata");
            exchange.sendResponseHeaders(307, -1);
            exchange.close();
        });
        receiver.createContext("/metadata", exchange -> {
            followed.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        receiver.createContext("/silence", exchange -> { });
        receiver.start();
    }

    @AfterEach
    void hangUp() throws Exception {
        receiver.stop(0);
        http.destroy();
    }

    @Test
    void theSignatureIsTheOneTheLibrariesOfTheStandardExpect() {
        assertThat(send("/events", SECRET)).isInstanceOf(Delivered.class);

        assertThat(got.getFirst("webhook-id")).isEqualTo(ID);
        assertThat(got.getFirst("webhook-timestamp")).isEqualTo("1614265330");
        assertThat(got.getFirst("webhook-signature")).isEqualTo(SIGNATURE);
        assertThat(got.getFirst("Content-Type")).isEqualTo("application/cloudevents+json;charset=UTF-8");
    }

    @Test
    void twoSecretsSignOneBesideTheOther() {
        send("/events", "whsec_bmV3LXNlY3JldA==", SECRET);

        assertThat(got.getFirst("webhook-signature")).matches("v1,[A-Za-z0-9+/]{43}= v1,[A-Za-z0-9+/]{43}=").endsWith(" " + SIGNATURE);
    }

    @Test
    void noRedirectIsFollowed() {
        Outcome outcome = send("/elsewhere", SECRET);

        assertThat(((Failed) outcome).code()).isEqualTo("HTTP_307");
        assertThat(followed).hasValue(0);
    }

    @Test
    void aReceiverThatHangsIsGivenUpInTime() {
        assertThat(((Failed) send("/silence", SECRET)).code()).isEqualTo("TIMEOUT");
    }

    @Test
    void aNameThatPointsInsideIsNotCalled() {
        URI inside = URI.create("https://127.0.0.1:" + receiver.getAddress().getPort() + "/events");

        Outcome outcome = new EventWebhook(inside, List.of(SECRET), http, Clock.fixed(AT, ZoneOffset.UTC)).send(message());

        assertThat(outcome).isEqualTo(Failed.forGood("INSIDE"));
    }

    private Outcome send(String path, String... secrets) {
        URI address = URI.create("http://localhost:" + receiver.getAddress().getPort() + path);
        return new EventWebhook(address, List.of(secrets), http, Clock.fixed(AT, ZoneOffset.UTC)).send(message());
    }

    private static Outgoing message() {
        return new Outgoing(1, "events", ID, BODY, 0, null);
    }
}
