package org.hejie;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** The server: one county, one process, one PostgreSQL. */
@SpringBootApplication
@Modulithic(systemName = "Hejie", sharedModules = "shared")
public class Hejie {

    public static void main(String[] args) {
        SpringApplication.run(Hejie.class, args);
    }
}
