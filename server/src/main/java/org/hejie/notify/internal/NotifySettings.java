package org.hejie.notify.internal;

import java.time.Duration;
import java.util.Set;
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
 */
@ConfigurationProperties("hejie.notify")
record NotifySettings(@DefaultValue Set<String> insideHosts, @DefaultValue("1s") Duration firstRetry,
        @DefaultValue("15m") Duration longestRetry, @DefaultValue("60") int attempts, @DefaultValue("10s") Duration timeout) {

    /** The wait after that many failures in a row, 1 or more. */
    Duration waitAfter(int failures) {
        Duration wait = firstRetry.multipliedBy(1L << Math.min(failures - 1, 30));
        return wait.compareTo(longestRetry) > 0 ? longestRetry : wait;
    }
}
