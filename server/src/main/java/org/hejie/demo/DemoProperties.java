package org.hejie.demo;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the demo county is made of.
 *
 * @param size    {@code full} or {@code small}
 * @param seed    another seed, another county
 * @param writers threads that write
 * @param folder  where the accounts are written down
 */
@ConfigurationProperties("hejie.demo")
record DemoProperties(@DefaultValue("full") Size size, @DefaultValue("620123") long seed, @DefaultValue("2") int writers,
        @DefaultValue("data") Path folder) {

    /** How large the county is. */
    enum Size {
        /** Two years with the article's amounts. */
        FULL(1),
        /** A few hundred matters, for tests. */
        SMALL(1 / 150.0);

        private final double scale;

        Size(double scale) {
            this.scale = scale;
        }

        double scale() {
            return scale;
        }
    }
}
