package org.hejie;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hejie.testing.HejieTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The committed OpenAPI file is what the server answers; with {@code -Dhejie.openapi.write=true} it is written anew. */
@HejieTest
class OpenApiFileTest {

    private static final Path FILE = Path.of("..", "docs", "api", "openapi.json");

    @LocalServerPort int port;
    @Autowired JsonMapper json;

    @Test
    void theCommittedFileIsWhatTheServerAnswers() throws Exception {
        JsonNode served = served();
        if (Boolean.getBoolean("hejie.openapi.write")) {
            Files.writeString(FILE, json.rebuild().enable(SerializationFeature.INDENT_OUTPUT)
                    .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build()
                    .writeValueAsString(json.treeToValue(served, Object.class)) + "\n");
        }
        assertThat(json.readTree(Files.readString(FILE)))
                .as("run ./mvnw -pl server test -Dtest=OpenApiFileTest -Dhejie.openapi.write=true").isEqualTo(served);
    }

    /** Without the address the server happens to have. */
    private JsonNode served() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/openapi.json")).build();
        var answer = (ObjectNode) json.readTree(HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body());
        answer.remove("servers");
        return answer;
    }
}
