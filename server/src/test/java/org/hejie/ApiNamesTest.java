package org.hejie;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The API file names a schema by the simple name of its class: two classes of one name would silently become one schema. */
@HejieTest
class ApiNamesTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Test
    void noTwoBodiesOfTheApiHaveOneName() {
        Set<Class<?>> seen = new HashSet<>();
        mappings.getHandlerMethods().values().stream().filter(method -> method.getBeanType().getName().startsWith("org.hejie."))
                .forEach(method -> bodies(method, seen));

        Map<String, Set<String>> byName = seen.stream().collect(groupingBy(ApiNamesTest::name,
                mapping(Class::getName, toCollection(TreeSet::new))));

        assertThat(seen).hasSizeGreaterThan(300);
        assertThat(byName.values()).filteredOn(classes -> classes.size() > 1).isEmpty();
    }

    /** The request metrics leave out the addresses that come after the most they take (100 where nothing else is said). */
    @Test
    void everyAddressIsCounted(@Value("${management.metrics.web.server.max-uri-tags:100}") int most) {
        long addresses = mappings.getHandlerMethods().keySet().stream().flatMap(mapping -> mapping.getPatternValues().stream()).distinct().count();

        assertThat(most).isGreaterThan((int) addresses);
    }

    private static String name(Class<?> type) {
        var schema = type.getAnnotation(Schema.class);
        return schema == null || schema.name().isEmpty() ? type.getSimpleName() : schema.name();
    }

    private static void bodies(HandlerMethod method, Set<Class<?>> seen) {
        collect(method.getMethod().getGenericReturnType(), seen);
        for (MethodParameter parameter : method.getMethodParameters()) {
            if (parameter.hasParameterAnnotation(RequestBody.class)) {
                collect(parameter.getGenericParameterType(), seen);
            }
        }
    }

    private static void collect(Type type, Set<Class<?>> seen) {
        switch (type) {
            case ParameterizedType generic -> {
                collect(generic.getRawType(), seen);
                Arrays.stream(generic.getActualTypeArguments()).forEach(argument -> collect(argument, seen));
            }
            case WildcardType wildcard -> Arrays.stream(wildcard.getUpperBounds()).forEach(bound -> collect(bound, seen));
            case Class<?> array when array.isArray() -> collect(array.getComponentType(), seen);
            case Class<?> own when own.getName().startsWith("org.hejie.") && !own.isEnum() -> {
                if ((own.isRecord() || own.isSealed()) && seen.add(own)) {
                    for (RecordComponent component : own.isRecord() ? own.getRecordComponents() : new RecordComponent[0]) {
                        collect(component.getGenericType(), seen);
                    }
                    if (own.isSealed()) {
                        Arrays.stream(own.getPermittedSubclasses()).forEach(permitted -> collect(permitted, seen));
                    }
                }
            }
            default -> { }
        }
    }
}
