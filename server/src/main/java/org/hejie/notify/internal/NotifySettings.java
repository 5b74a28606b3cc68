package org.hejie.notify.internal;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages are delivered.
 *
 * @param insideHosts  names of hosts inside the network that may be addressed all the same, also by {@code http}
 * @param firstRetry   wait after the first failure; doubled after each further one
 * @param longestRetry longest wait
 * @param attempts     how often a message is tried before it becomes a dead letter
 * @param timeout      how long a receiver may take for one message
 * @param folder       where mails and text messages are written that have no other way; null: they are kept
 * @param mail         the mail server; null: none
 */
@ConfigurationProperties("hejie.notify")
record NotifySettings(@DefaultValue Set<String> insideHosts, @DefaultValue("1s") Duration firstRetry,
        @DefaultValue("15m") Duration longestRetry, @DefaultValue("60") int attempts, @DefaultValue("10s") Duration timeout,
        @Nullable Path folder, @Nullable Mail mail) {

    /**
     * The mail server.
     *
     * @param from      address of the sender
     * @param username  null where it wants none
     * @param encrypted whether STARTTLS is demanded
     */
    record Mail(String host, @DefaultValue("587") int port, String from, @Nullable String username, @Nullable String password,
            @DefaultValue("true") boolean encrypted) {

        @Override
        public String toString() {
            return "Mail[" + host + "]";
        }
    }

    /** The wait after that many failures in a row, 1 or more. */
    Duration waitAfter(int failures) {
        Duration wait = firstRetry.multipliedBy(1L << Math.min(failures - 1, 30));
        return wait.compareTo(longestRetry) > 0 ? longestRetry : wait;
    }
}
