package org.hejie.shared.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import javax.sql.DataSource;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestPerson;
import org.hejie.testing.TestStaff;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The database goes away under a running server and comes back. */
@HejieTest
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DatabaseGoneTest {

    private static EmbeddedDatabase database;
    private static CutLine line;

    @Autowired TestStaff staff;
    @Autowired @FlywayDataSource DataSource owner;
    @LocalServerPort int port;
    private final HttpClient http = HttpClient.newHttpClient();
    private TestPerson hotline;

    @DynamicPropertySource
    static void behindALine(DynamicPropertyRegistry properties) throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target", "test-data")), "gone");
        database = EmbeddedDatabase.open(folder, new Secrets(folder.resolve("secrets")));
        line = new CutLine(URI.create(database.url().substring("jdbc:".length())).getPort());
        properties.add("hejie.db.url", () -> "jdbc:postgresql://127.0.0.1:" + line.port() + "/postgres");
        properties.add("hejie.db.user", () -> "postgres");
        properties.add("hejie.db.password", database::password);
    }

    @BeforeAll
    void aLine() {
        hotline = staff.line(4, "12345");
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    @Test
    void whatIsSentMeanwhileIsRefusedAndNothingIsLost() throws Exception {
        assertThat(submit("before").statusCode()).isEqualTo(201);

        line.close();
        HttpResponse<String> meanwhile = submit("meanwhile");

        assertThat(meanwhile.statusCode()).as(meanwhile.body()).isEqualTo(503);
        assertThat(meanwhile.body()).contains("DATABASE_UNAVAILABLE").doesNotContain("jdbc").doesNotContain("meanwhile");
        assertThat(meanwhile.headers().firstValue("Retry-After")).contains("5");
        assertThat(get("/readyz")).isEqualTo(503);
        assertThat(get("/livez")).isEqualTo(200);

        line.mend();
        await().atMost(Duration.ofSeconds(30)).until(() -> get("/readyz") == 200);

        assertThat(submit("before").statusCode()).as("known").isEqualTo(200);
        assertThat(submit("meanwhile").statusCode()).as("sent again").isEqualTo(201);
        assertThat(JdbcClient.create(owner).sql("select count(*) from matter.matter").query(Long.class).single()).isEqualTo(2);
    }

    private HttpResponse<String> submit(String number) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/lines/12345/submissions"))
                .header("Authorization", hotline.bearer()).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("""
                        {"outsideNo": "%s", "category": "0202", "title": "噪声", "facts": "夜间施工", "areaCode": "620123104"}
                        """.formatted(number))).build(), BodyHandlers.ofString());
    }

    private int get(String path) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
                BodyHandlers.discarding()).statusCode();
    }
}
