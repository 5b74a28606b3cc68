package org.hejie.scope;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every door of the API that changes something, from the committed OpenAPI file, with bodies made from its schemas: each
 * field by its name gets what somebody who wants to read cases would send.
 */
final class AdministratorWalk {

    private static final Path API = Path.of("..", "docs", "api", "openapi.json");

    /** Doors that only take away; walked last, so that they hide nothing. */
    private static final Set<String> TAKING_AWAY = Set.of("deactivation", "lock", "ending", "revocation", "totp-removal", "withdrawal",
            "refusal", "password-link", "session", "linked-identity-removal", "removal");

    /** One request. */
    record Door(String method, String path, String body) {

        boolean takesAway() {
            return TAKING_AWAY.contains(path.substring(path.lastIndexOf('/') + 1)) || method.equals("DELETE");
        }
    }

    private final JsonNode api;
    private final Map<String, List<String>> values;
    private final List<Long> numbers;

    /** @param values what to send by name of the field, as JSON; @param numbers for what stands in a path */
    AdministratorWalk(Map<String, List<String>> values, List<Long> numbers) {
        try {
            this.api = JsonMapper.shared().readTree(Files.readString(API));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.values = values;
        this.numbers = numbers;
    }

    List<Door> doors() {
        List<Door> doors = new ArrayList<>();
        api.get("paths").properties().forEach(path -> path.getValue().properties().forEach(operation -> {
            String method = operation.getKey().toUpperCase();
            if (Set.of("POST", "PUT", "DELETE", "PATCH").contains(method)) {
                Set<String> bodies = bodies(operation.getValue().at("/requestBody/content/application~1json/schema"));
                addresses(path.getKey().substring("/api/v1".length())).forEach(address ->
                        bodies.forEach(body -> doors.add(new Door(method, address, body))));
            }
        }));
        doors.sort((one, other) -> Boolean.compare(one.takesAway(), other.takesAway()));
        return doors;
    }

    private List<String> addresses(String path) {
        if (!path.contains("{")) {
            return List.of(path);
        }
        List<String> addresses = new ArrayList<>();
        numbers.forEach(number -> addresses.add(path.replace("{line}", "12345").replaceAll("\\{[a-zA-Z]+}", number.toString())));
        return addresses.stream().distinct().toList();
    }

    /** As many bodies as a field has values, and for each kind of an enum as many. */
    private Set<String> bodies(JsonNode schema) {
        JsonNode properties = resolved(schema).path("properties");
        Set<String> bodies = new TreeSet<>();
        List<String> kinds = properties.has("kind") ? choices("kind", properties.get("kind")) : List.of("null");
        for (String kind : kinds) {
            int most = properties.properties().stream().mapToInt(field -> choices(field.getKey(), field.getValue()).size()).max().orElse(1);
            for (int i = 0; i < most; i++) {
                Map<String, String> body = new LinkedHashMap<>();
                for (var field : properties.properties()) {
                    List<String> choices = choices(field.getKey(), field.getValue());
                    body.put(field.getKey(), choices.get(i % choices.size()));
                }
                body.computeIfPresent("kind", (name, any) -> kind);
                bodies.add(text(body));
            }
        }
        return bodies.isEmpty() ? Set.of("{}") : bodies;
    }

    private List<String> choices(String name, JsonNode given) {
        if (values.containsKey(name)) {
            return values.get(name);
        }
        JsonNode schema = resolved(given);
        if (schema.has("enum")) {
            return schema.get("enum").valueStream().map(JsonNode::toString).toList();
        }
        return List.of(switch (schema.path("type").isArray() ? schema.path("type").get(0).asString() : schema.path("type").asString("")) {
            case "integer", "number" -> numbers.getFirst().toString();
            case "boolean" -> "true";
            case "array" -> "[]";
            case "object" -> "{}";
            default -> "date".equals(schema.path("format").asString("")) ? "null" : "\"walked\"";
        });
    }

    private JsonNode resolved(JsonNode schema) {
        if (schema.has("$ref")) {
            return api.at(schema.get("$ref").asString().substring(1));
        }
        return schema.has("oneOf") ? resolved(schema.get("oneOf").get(0)) : schema;
    }

    private static String text(Map<String, String> body) {
        List<String> fields = new ArrayList<>();
        body.forEach((name, value) -> fields.add("\"" + name + "\": " + value));
        return "{" + String.join(", ", fields) + "}";
    }
}
