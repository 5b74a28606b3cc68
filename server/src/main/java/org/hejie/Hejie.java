package org.hejie;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hejie.seal.SealCommandLine;
import org.hejie.shared.Command;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.modulith.Modulithic;

/** The server: one county, one process, one PostgreSQL. With a word as first argument it runs that {@link Command}. */
@SpringBootApplication
@ConfigurationPropertiesScan
@Modulithic(systemName = "Hejie", sharedModules = "shared")
public class Hejie {

    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals("seal")) {
            System.exit(SealCommandLine.run(List.of(arguments).subList(1, arguments.length)));   // no database, so no application
        }
        if (arguments.length > 0 && !arguments[0].startsWith("-")) {
            System.exit(command(arguments[0], List.of(arguments).subList(1, arguments.length)));
        }
        SpringApplication.run(Hejie.class, arguments);
    }

    private static int command(String name, List<String> arguments) {
        // as options, since properties of the builder count for less than application.yml
        String[] options = Stream.concat(Stream.of("--hejie.jobs.enabled=false", "--logging.level.root=warn", "--spring.main.banner-mode=off"),
                arguments.stream().filter(argument -> argument.startsWith("--"))).toArray(String[]::new);
        List<String> words = arguments.stream().filter(argument -> !argument.startsWith("--")).toList();
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Hejie.class)
                .web(WebApplicationType.NONE)
                .run(options)) {
            return context.getBeansOfType(Command.class).values().stream()
                    .filter(command -> command.name().equals(name))
                    .findFirst()
                    .map(command -> command.run(words))
                    .orElseGet(() -> unknown(name, context));
        }
    }

    private static int unknown(String name, ConfigurableApplicationContext context) {
        String known = Arrays.toString(context.getBeansOfType(Command.class).values().stream().map(Command::name).sorted().toArray());
        System.err.println("No such command: " + name + ". There are " + known);
        return 2;
    }
}
