package org.hejie.org.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** Opens {@code /metrics} and {@code /health} to this machine, and to who knows {@code hejie.metrics.token}. */
@ConditionalOnWebApplication
@Component
class MetricsDoor implements AuthorizationManager<RequestAuthorizationContext> {

    private final String token;

    MetricsDoor(@Value("${hejie.metrics.token:}") String token) {
        this.token = token;
    }

    @Override
    public AuthorizationResult authorize(Supplier<? extends @Nullable Authentication> authentication,
            RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        return new AuthorizationDecision(isThisMachine(request) || knowsTheToken(request));
    }

    private static boolean isThisMachine(HttpServletRequest request) {
        try {
            return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress(); // an address: no look-up
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private boolean knowsTheToken(HttpServletRequest request) {
        String given = request.getHeader(HttpHeaders.AUTHORIZATION);
        return !token.isEmpty() && given != null && MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), (ActorFilter.BEARER + token).getBytes(StandardCharsets.UTF_8));
    }
}
