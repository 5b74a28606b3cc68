package org.hejie.shared.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.hejie.Hejie;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.DependencyDepth;

class ModuleOrderTest {

    private final PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
    private final List<String> order = order();

    @Test
    void namesTheModulesThatModulithFinds() {
        List<String> found = ApplicationModules.of(Hejie.class).stream()
                .map(module -> module.getIdentifier().toString())
                .toList();

        assertThat(order).containsExactlyInAnyOrderElementsOf(found);
    }

    @Test
    void everyModuleComesAfterTheModulesItUses() {
        ApplicationModules modules = ApplicationModules.of(Hejie.class);

        modules.forEach(module -> module.getDependencies(modules, DependencyDepth.IMMEDIATE).uniqueModules()
                .forEach(used -> assertThat(order)
                        .containsSubsequence(used.getIdentifier().toString(), module.getIdentifier().toString())));
    }

    @Test
    void everyMigrationFolderBelongsToAModule() throws IOException {
        Stream<String> folders = Stream.of(resources.getResources("classpath*:db/migration/*/*.sql")).map(ModuleOrderTest::folder);

        assertThat(folders.filter(folder -> !folder.equals("__root"))).isSubsetOf(order);
    }

    private List<String> order() {
        try {
            return ModuleOrder.of("org.hejie", resources).names();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String folder(Resource script) {
        try {
            String[] path = script.getURL().getPath().split("/");
            return path[path.length - 2];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
