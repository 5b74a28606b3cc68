package org.hejie.org.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.ApiClients;
import org.hejie.org.OpenSession;
import org.hejie.org.Sessions;
import org.hejie.shared.web.ProblemWriter;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds who asks, by session cookie or bearer token, and binds the actor and his scope for the rest of the
 * request. Whoever is not found stays nobody; whether that is enough is decided behind this filter.
 */
class ActorFilter extends OncePerRequestFilter {

    static final String BEARER = "Bearer ";

    private final Sessions sessions;
    private final ApiClients clients;
    private final ProblemWriter problems;

    ActorFilter(Sessions sessions, ApiClients clients, ProblemWriter problems) {
        this.sessions = sessions;
        this.clients = clients;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Actor> actor;
        try {
            actor = actorOf(request);
        } catch (RuntimeException e) { // the database may be gone
            problems.write(request, response, e);
            return;
        }
        if (actor.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        SecurityContextHolder.setContext(new SecurityContextImpl(new ActorAuthentication(actor.get())));
        try {
            continueAs(actor.get(), request, response, chain);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private Optional<Actor> actorOf(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null) {
            return authorization.startsWith(BEARER) ? clients.actorOf(authorization.substring(BEARER.length())) : Optional.empty();
        }
        return SessionCookie.read(request).flatMap(sessions::find).map(OpenSession::actor);
    }

    private static void continueAs(Actor actor, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            Actors.<Object, Exception>as(actor, () -> {
                chain.doFilter(request, response);
                return actor;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }
}
