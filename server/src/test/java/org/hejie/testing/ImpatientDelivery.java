package org.hejie.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/**
 * What is told to other systems may go to this computer, and is tried again within milliseconds. Tests with it share one application,
 * another than that of the tests without.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@TestPropertySource(properties = {"hejie.notify.inside-hosts=localhost", "hejie.notify.first-retry=20ms",
    "hejie.notify.longest-retry=200ms", "hejie.notify.timeout=1s", "hejie.notify.attempts=8"})
public @interface ImpatientDelivery {
}
