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

/** What modules there are, what each may call, and in which order their tables are made: one reading of all classes. */
class ModulesTest {

    private static final ApplicationModules MODULES = ApplicationModules.of(Hejie.class);

    private final PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
    private final List<String> order = order();

    @Test
    void modulesCallOnlyDownwards() {
        MODULES.verify();
    }

    @Test
    void theOrderNamesTheModulesThatModulithFinds() {
        List<String> found = MODULES.stream()
                .map(module -> module.getIdentifier().toString())
                .toList();

        assertThat(order).containsExactlyInAnyOrderElementsOf(found);
    }

    @Test
    void everyModuleComesAfterTheModulesItUses() {
        MODULES.forEach(module -> module.getDependencies(MODULES, DependencyDepth.IMMEDIATE).uniqueModules()
                .forEach(used -> assertThat(order)
                        .containsSubsequence(used.getIdentifier().toString(), module.getIdentifier().toString())));
    }

    @Test
    void everyMigrationFolderBelongsToAModule() throws IOException {
        Stream<String> folders = Stream.of(resources.getResources("classpath*:db/migration/*/*.sql")).map(ModulesTest::folder);

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
