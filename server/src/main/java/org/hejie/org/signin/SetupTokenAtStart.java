package org.hejie.org.signin;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Prints a setup token at each start for each administrator's post that nobody holds; a demo county has its own. */
@Component
@Profile("!demo & !test")
@ConditionalOnWebApplication
class SetupTokenAtStart {

    private static final Logger LOG = LoggerFactory.getLogger(SetupTokenAtStart.class);

    private final SetupToken setup;
    private final SignInSettings settings;

    SetupTokenAtStart(SetupToken setup, SignInSettings settings) {
        this.setup = setup;
        this.settings = settings;
    }

    @EventListener(ApplicationReadyEvent.class)
    void print() {
        setup.vacant().forEach(role ->
                LOG.warn("Nobody is {} yet. Within {} hours, one person opens /setup in a browser and gives this token, once: {}",
                        role, settings.setupTokenSpan().toHours(), setup.print(role)));
    }
}
