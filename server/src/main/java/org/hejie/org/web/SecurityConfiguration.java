package org.hejie.org.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.hejie.org.ApiClients;
import org.hejie.org.Sessions;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.hejie.shared.web.ProblemWriter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter;

/**
 * Who may come in where. Two chains: systems with a bearer token, which need no protection against forged
 * requests (CSRF), and browsers, which do. Everything under {@code /api} needs an actor but a few doors; all
 * else is the web client's files. Who may do what is asked by the handlers.
 */
@ConditionalOnWebApplication
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** Scripts of our own only; style attributes are allowed because charts write them. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; img-src 'self' data: blob:; "
            + "style-src 'self'; style-src-attr 'unsafe-inline'; object-src 'none'; base-uri 'none'; "
            + "form-action 'self'; frame-ancestors 'none'";

    /** RFC 6750, 3. */
    private static final String NO_TOKEN = "Bearer realm=\"hejie\"";
    private static final String WRONG_TOKEN = NO_TOKEN + ", error=\"invalid_token\"";

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /** Doors for people who are nobody yet: there is no session whose use could be forged. */
    private static final Set<String> NO_SESSION_YET = Set.of("/api/v1/session", "/api/v1/setup",
            "/api/v1/password-resets", "/api/v1/oidc/attempts", "/api/v1/passkey/attempts", "/api/v1/passkey/sessions", TokenController.PATH);

    private final Sessions sessions;
    private final ApiClients clients;
    private final ProblemWriter problems;
    private final MetricsDoor metrics;

    SecurityConfiguration(Sessions sessions, ApiClients clients, ProblemWriter problems, MetricsDoor metrics) {
        this.sessions = sessions;
        this.clients = clients;
        this.problems = problems;
        this.metrics = metrics;
    }

    /** One measurement a request is enough (Spring MVC's); one for each filter costs more than it tells. */
    @Bean
    SecurityObservationSettings observations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @Order(1)
    SecurityFilterChain systems(HttpSecurity http) throws Exception {
        http.securityMatcher(SecurityConfiguration::bearsToken).csrf(AbstractHttpConfigurer::disable);
        return common(http).build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain browsers(HttpSecurity http) throws Exception {
        http.csrf(csrf -> csrf.spa().requireCsrfProtectionMatcher(SecurityConfiguration::canBeForged));
        return common(http).build();
    }

    private HttpSecurity common(HttpSecurity http) throws Exception {
        return http
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .rememberMe(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .securityContext(AbstractHttpConfigurer::disable)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .headers(headers -> headers
                        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        .frameOptions(options -> options.deny())
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicyHeaderWriter.ReferrerPolicy.NO_REFERRER))
                        .permissionsPolicyHeader(policy -> policy.policy("geolocation=(self), camera=(self), microphone=()")))
                .exceptionHandling(handling -> handling
                        .authenticationEntryPoint((request, response, e) -> {
                            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, bearsToken(request) ? WRONG_TOKEN : NO_TOKEN);
                            problems.write(request, response, Problem.of(ProblemType.UNAUTHENTICATED));
                        })
                        .accessDeniedHandler((request, response, e) ->
                                problems.write(request, response, Problem.of(ProblemType.FORBIDDEN))))
                .addFilterBefore(new ActorFilter(sessions, clients, problems), ExceptionTranslationFilter.class)
                .authorizeHttpRequests(requests -> requests
                        .dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC, DispatcherType.FORWARD).permitAll()
                        .requestMatchers("/api/v1/public/**", "/api/openapi.json").permitAll()
                        .requestMatchers(HttpMethod.POST, NO_SESSION_YET.toArray(String[]::new)).permitAll()
                        .requestMatchers(HttpMethod.GET, "/api/v1/oidc/callback").permitAll()
                        .requestMatchers("/api/**").authenticated()
                        .requestMatchers("/metrics/**", "/health/**").access(metrics)
                        .anyRequest().permitAll());
    }

    private static boolean bearsToken(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        return authorization != null && authorization.startsWith(ActorFilter.BEARER);
    }

    private static boolean canBeForged(HttpServletRequest request) {
        return !SAFE.contains(request.getMethod())
                && !request.getRequestURI().startsWith("/api/v1/public/")
                && !(request.getMethod().equals("POST") && NO_SESSION_YET.contains(request.getRequestURI()));
    }
}
