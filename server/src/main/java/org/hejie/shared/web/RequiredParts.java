package org.hejie.shared.web;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells in the OpenAPI file which parts of a body are always there: those components of a record that are not
 * {@code @Nullable}. Every package of ours is {@code @NullMarked}.
 */
@Component
class RequiredParts implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Schema<?> schema = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        JavaType java = Json.mapper().constructType(type.getType());
        if (schema != null && java.isRecordType() && java.getRawClass().getName().startsWith("org.hejie.")) {
            Schema<?> defined = schema.get$ref() == null ? schema : context.getDefinedModels().get(name(schema.get$ref()));
            if (defined != null && defined.getProperties() != null) {
                List<String> required = Arrays.stream(java.getRawClass().getRecordComponents())
                        .filter(RequiredParts::always)
                        .map(RecordComponent::getName)
                        .filter(defined.getProperties()::containsKey)
                        .toList();
                defined.setRequired(required.isEmpty() ? null : required);
            }
        }
        return schema;
    }

    private static boolean always(RecordComponent component) {
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static String name(String reference) {
        return reference.substring(reference.lastIndexOf('/') + 1);
    }
}
