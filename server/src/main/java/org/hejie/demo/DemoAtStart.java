package org.hejie.demo;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Makes the county before the server says that it is ready. */
@Component
@Profile("demo")
class DemoAtStart implements ApplicationRunner {

    private final DemoCounty county;

    DemoAtStart(DemoCounty county) {
        this.county = county;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        county.load();
    }
}
