package org.hejie.notify.internal;

import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The way out for each destination: lines by their address; text messages by the gateway's; mail by the server of the
 * settings; and what has no way by the file of the settings, where there is one.
 */
@Component
class Channels {

    private final KeptEndpoints endpoints;
    private final MailChannel mail;
    private final FileChannel file;

    Channels(KeptEndpoints endpoints, MailChannel mail, FileChannel file) {
        this.endpoints = endpoints;
        this.mail = mail;
        this.file = file;
    }

    /** Empty where messages are kept. */
    Optional<Channel> of(String destination) {
        return switch (destination) {
            case PersonalMessages.MAIL -> mail.ready() ? Optional.of(mail) : file();
            case PersonalMessages.SMS -> endpoints.gateway(destination).or(this::file);
            default -> endpoints.channel(destination);
        };
    }

    /** Whether a person's message can go out now, without an address of {@code notify.endpoint}. */
    boolean ready(String destination) {
        return file.ready() || destination.equals(PersonalMessages.MAIL) && mail.ready();
    }

    private Optional<Channel> file() {
        return file.ready() ? Optional.of(file) : Optional.empty();
    }
}
