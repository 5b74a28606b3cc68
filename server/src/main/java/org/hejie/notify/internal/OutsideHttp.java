package org.hejie.notify.internal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.util.Timeout;
import org.hejie.notify.internal.Outcome.Delivered;
import org.hejie.notify.internal.Outcome.Failed;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** Posts JSON to hosts outside; connects only to addresses that {@link OutsideNetwork} has seen; follows no redirect. */
@Component
class OutsideHttp implements DisposableBean {

    private static final int CONNECTIONS = 128;
    private static final Duration LONGEST_REST = Duration.ofHours(1);
    private static final int FIRST_ERROR = 400;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_EARLY = 425;
    private static final int TOO_MANY = 429;
    private static final int FIRST_SERVER_ERROR = 500;

    private final CloseableHttpClient http;
    private final RestClient client;

    OutsideHttp(OutsideNetwork network, NotifySettings settings) {
        Timeout timeout = Timeout.of(settings.timeout());
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(checked(network))
                .setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(timeout).setSocketTimeout(timeout).build())
                .setMaxConnPerRoute(CONNECTIONS / 2).setMaxConnTotal(CONNECTIONS)
                .build();
        http = HttpClients.custom().setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(timeout).setConnectionRequestTimeout(timeout).build())
                .disableRedirectHandling().disableAutomaticRetries().disableCookieManagement().disableAuthCaching()
                .disableContentCompression()
                .build();
        client = RestClient.builder().requestFactory(new HttpComponentsClientHttpRequestFactory(http)).build();
    }

    private static DnsResolver checked(OutsideNetwork network) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return network.resolve(host);
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }

    /** How an answer of 2xx is read. */
    interface Receipt {
        @Nullable String read(ClientHttpResponse response) throws IOException;
    }

    /** Posts the body once and says what came of it. */
    Outcome post(URI address, byte[] body, Consumer<HttpHeaders> headers, Receipt receipt) {
        return send(HttpMethod.POST, address, MediaType.APPLICATION_JSON, body, headers, receipt);
    }

    /** Sends once, with a body where there is one, and says what came of it. */
    Outcome send(HttpMethod method, URI address, MediaType type, byte[] body, Consumer<HttpHeaders> headers, Receipt receipt) {
        try {
            var request = client.method(method).uri(address).headers(headers);
            return (body.length == 0 ? request : request.contentType(type).body(body))
                    .exchange((sent, response) -> outcome(response, receipt));
        } catch (ResourceAccessException e) {
            return failed(e.getCause());
        }
    }

    private static Outcome outcome(ClientHttpResponse response, Receipt receipt) throws IOException {
        int status = response.getStatusCode().value();
        if (response.getStatusCode().is2xxSuccessful()) {
            return new Delivered(receipt.read(response));
        }
        boolean lasting = status >= FIRST_ERROR && status < FIRST_SERVER_ERROR
                && status != REQUEST_TIMEOUT && status != TOO_EARLY && status != TOO_MANY;
        return new Failed("HTTP_" + status, lasting, rest(response.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)));
    }

    /** {@code Retry-After} in seconds (RFC 9110, 10.2.3); a date or nonsense counts as nothing. */
    private static @Nullable Duration rest(@Nullable String seconds) {
        if (seconds == null || !seconds.matches("[0-9]{1,9}")) {
            return null;
        }
        Duration asked = Duration.ofSeconds(Long.parseLong(seconds));
        return asked.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : asked;
    }

    private static Failed failed(@Nullable Throwable cause) {
        return switch (cause) {
            case OutsideNetwork.PointsInside inside -> Failed.forGood("INSIDE");
            case UnknownHostException unknown -> Failed.forNow("UNKNOWN_HOST");
            case InterruptedIOException late -> Failed.forNow("TIMEOUT");
            case ConnectException refused -> Failed.forNow("NOT_CONNECTED");
            case null, default -> Failed.forNow("BROKEN_OFF");
        };
    }

    @Override
    public void destroy() throws IOException {
        http.close();
    }
}
