package org.hejie.shared.database;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.modulith.ApplicationModule;

/**
 * The modules under a package, each after those it may call. Read from the annotation that every module's
 * {@code package-info} carries: a few small classes, where Modulith would read the whole program at every start
 * (measured: 10 s and 200 MB).
 */
final class ModuleOrder {

    private final Map<String, List<String>> allowed;

    private ModuleOrder(Map<String, List<String>> allowed) {
        this.allowed = allowed;
    }

    /**
     * Reads the modules that lie directly under the package.
     *
     * @throws IOException if the classes cannot be listed
     */
    static ModuleOrder of(String basePackage, ResourcePatternResolver resources) throws IOException {
        String pattern = "classpath*:" + basePackage.replace('.', '/') + "/*/package-info.class";
        Map<String, List<String>> allowed = new TreeMap<>();
        for (Resource resource : resources.getResources(pattern)) {
            String[] path = resource.getURL().getPath().split("/");
            String name = path[path.length - 2];
            ApplicationModule module = annotation(basePackage + "." + name);
            if (module != null) {
                allowed.put(name, Stream.of(module.allowedDependencies()).map(ModuleOrder::moduleName).toList());
            }
        }
        return new ModuleOrder(allowed);
    }

    private static ApplicationModule annotation(String packageName) {
        try {
            return Class.forName(packageName + ".package-info").getAnnotation(ApplicationModule.class);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("package-info of " + packageName + " was listed and cannot be loaded", e);
        }
    }

    /** {@code "org :: security"} names a part of the module {@code org}. */
    private static String moduleName(String dependency) {
        return dependency.split("::")[0].strip();
    }

    /** Module names; in the alphabet's order where the layers leave it open. */
    List<String> names() {
        Set<String> ordered = new LinkedHashSet<>();
        allowed.keySet().forEach(module -> add(module, new LinkedHashSet<>(), ordered));
        return List.copyOf(ordered);
    }

    private void add(String module, Set<String> above, Set<String> ordered) {
        if (ordered.contains(module) || !allowed.containsKey(module)) {
            return;
        }
        if (!above.add(module)) {
            throw new IllegalStateException("The modules " + above + " allow one another in a circle");
        }
        allowed.get(module).forEach(below -> add(below, above, ordered));
        above.remove(module);
        ordered.add(module);
    }
}
