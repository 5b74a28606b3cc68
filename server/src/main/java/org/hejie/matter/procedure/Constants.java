package org.hejie.matter.procedure;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** Reads names of enum constants; a name that is none of them is a finding. */
final class Constants {

    private Constants() {}

    static <E extends Enum<E>> Optional<E> one(YamlMap map, String key, Class<E> type) {
        var text = map.text(key);
        return text.isEmpty() ? Optional.empty() : named(map, map.at(key), text, type);
    }

    /** At least one. */
    static <E extends Enum<E>> Set<E> some(YamlMap map, String key, Class<E> type) {
        return named(map, key, map.texts(key), type);
    }

    /** Any number. */
    static <E extends Enum<E>> Set<E> any(YamlMap map, String key, Class<E> type) {
        return named(map, key, map.optionalTexts(key), type);
    }

    private static <E extends Enum<E>> Set<E> named(YamlMap map, String key, Set<String> texts, Class<E> type) {
        var read = new LinkedHashSet<E>();
        texts.forEach(text -> named(map, map.at(key), text, type).ifPresent(read::add));
        return Collections.unmodifiableSet(read);
    }

    private static <E extends Enum<E>> Optional<E> named(YamlMap map, String path, String text, Class<E> type) {
        for (var constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return Optional.of(constant);
            }
        }
        map.findings().add(path, "“" + text + "”不是已知的 " + type.getSimpleName(), "“" + text + "” is no " + type.getSimpleName());
        return Optional.empty();
    }
}
