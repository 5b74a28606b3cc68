package org.hejie.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import org.hejie.document.internal.Samples;
import org.hejie.intake.Intakes;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestClock;
import org.hejie.testing.TestPerson;
import org.hejie.testing.TestStaff;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is sent wrongly to the running server gets a clear answer and leaves no row. */
@HejieTest
@Import(Intakes.class)
class BadInputHttpTest {

    private static final String BOUNDARY = "hejie-test-boundary";

    @LocalServerPort int port;
    @Autowired TestStaff staff;
    @Autowired Intakes intakes;
    @Autowired TestClock clock;
    @Autowired JsonMapper json;
    private final HttpClient http = HttpClient.newHttpClient();
    private String rows;

    @BeforeEach
    void countRows() {
        staff.units();
        rows = rows();
    }

    @AfterEach
    void resetClock() {
        clock.reset();
    }

    @Test
    void aSubmissionIsAnsweredByAReceiptAndTheSameAgain() throws Exception {
        TestPerson hotline = staff.line(4, "12345");
        String body = submission(UUID.randomUUID().toString(), "楼上连续三天夜间装修。");

        HttpResponse<String> first = submit(hotline, body);
        HttpResponse<String> second = submit(hotline, body);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
    }

    @Test
    void aKnownNumberWithOtherContentIs409() throws Exception {
        TestPerson hotline = staff.line(4, "12345");
        String number = UUID.randomUUID().toString();
        submit(hotline, submission(number, "一件事。"));

        assertProblem(submit(hotline, submission(number, "另一件事。")), 409, "OUTSIDE_NUMBER_CONFLICT");
    }

    @Test
    void malformedJsonIs400() throws Exception {
        assertProblem(submit(staff.line(4, "12345"), "{\"facts\": "), 400, "MALFORMED_REQUEST");
        assertNothingKept();
    }

    @Test
    void anImpossibleDateIs400() throws Exception {
        HttpResponse<String> answer = submit(staff.line(4, "12345"),
                "{\"facts\": \"x\", \"reportedAt\": \"2026-02-30T08:00:00+08:00\"}");

        assertProblem(answer, 400, "INVALID_FIELDS");
        assertThat(json.readTree(answer.body()).at("/errors/0/path").asString()).isEqualTo("reportedAt");
        assertNothingKept();
    }

    @Test
    void aTextOf10000CharactersIs400AndSaysHowManyItTakes() throws Exception {
        HttpResponse<String> answer = submit(staff.line(4, "12345"), submission(UUID.randomUUID().toString(), "长".repeat(10_000)));

        assertProblem(answer, 400, "INVALID_FIELDS");
        assertThat(json.readTree(answer.body()).get("errors").toString())
                .isEqualTo("[{\"path\":\"facts\",\"code\":\"LENGTH\",\"max\":8000}]");
        assertNothingKept();
    }

    @Test
    void anotherLinesTokenIs403() throws Exception {
        assertProblem(submit(staff.line(2, "police"), submission("1", "x")), 403, "FORBIDDEN");
    }

    @Test
    void aFileOf200MegabytesIsRefusedQuickly() throws Exception {
        long started = System.nanoTime();

        HttpResponse<String> answer = send("/documents", staff.windowClerk().bearer(),
                "multipart/form-data; boundary=" + BOUNDARY, BodyPublishers.fromPublisher(
                        BodyPublishers.ofInputStream(() -> new Zeros(200L * 1024 * 1024)), 200L * 1024 * 1024));

        assertProblem(answer, 413, "TOO_LARGE");
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(20));
        assertNothingKept();
    }

    @Test
    void aProgramIsNoPaper() throws Exception {
        assertProblem(upload("/documents", staff.windowClerk().bearer(), "file", "欠条.pdf", "MZ\0\0program".getBytes()),
                415, "UNSUPPORTED_TYPE");
        assertNothingKept();
    }

    @Test
    void aStoredPhotoIsGivenBackToBeSavedOnly() throws Exception {
        String clerk = staff.windowClerk().bearer();
        JsonNode stored = json.readTree(upload("/documents", clerk, "file", "现场.jpg", Samples.jpeg()).body());

        HttpResponse<String> content = http.send(request("/documents/" + stored.get("id").asLong() + "/content", clerk)
                .GET().build(), BodyHandlers.ofString());

        assertThat(content.headers().firstValue("Content-Disposition")).get().asString().startsWith("attachment");
        assertThat(content.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }

    @Test
    void aResidentReportsWithAPhotoAndFollowsByCode() throws Exception {
        JsonNode slip = json.readTree(reported(report("邻居家的水流到我家。"), Samples.jpegTakenAt("here", 6)).body());

        HttpResponse<String> followed = follow(slip.get("code").asString(), slip.get("queryCode").asString());

        JsonNode view = json.readTree(followed.body()).get("view");
        assertThat(view.at("/now/zh").asString()).isEqualTo("您反映的事已登记。");
        assertThat(followed.body()).doesNotContain("王小民").doesNotContain("13800001234");
    }

    @Test
    void aPhotoThatIsNotOneKeepsNothingOfTheReport() throws Exception {
        assertProblem(reported(report("邻居家的水流到我家。"), "no photo".getBytes()), 415, "UNSUPPORTED_TYPE");
        assertNothingKept();
    }

    @Test
    void guessedCodesRunIntoTheLimit() throws Exception {
        JsonNode slip = json.readTree(reported(report("邻居家的水流到我家。"), Samples.jpeg()).body());
        String code = slip.get("code").asString();
        for (int i = 0; i < 5; i++) {
            assertProblem(follow(code, "AAAAAA"), 404, "NOT_FOUND");
        }

        HttpResponse<String> sixth = follow(code, slip.get("queryCode").asString());

        assertProblem(sixth, 429, "TOO_MANY_REQUESTS");
        assertThat(sixth.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 3600L);
    }

    private HttpResponse<String> submit(TestPerson by, String body) throws Exception {
        return send("/lines/12345/submissions", by.bearer(), "application/json", BodyPublishers.ofString(body));
    }

    private static String submission(String number, String facts) {
        return """
                {"outsideNo": "%s", "category": "0202", "title": "噪声", "facts": "%s", "areaCode": "620123104"}
                """.formatted(number, facts);
    }

    private static String report(String facts) {
        return """
                {"title": "漏水", "facts": "%s", "categoryCode": "0204", "place": {"text": "三组", "areaCode": "620123104"},
                 "name": "王小民", "phone": "13800001234"}
                """.formatted(facts);
    }

    private HttpResponse<String> reported(String report, byte[] photo) throws Exception {
        return send("/public/reports", null, "multipart/form-data; boundary=" + BOUNDARY, BodyPublishers.concat(
                part("name=\"report\"", "application/json", report.getBytes()),
                part("name=\"photos\"; filename=\"1.jpg\"", "image/jpeg", photo),
                BodyPublishers.ofString("--" + BOUNDARY + "--\r\n")));
    }

    private HttpResponse<String> follow(String code, String queryCode) throws Exception {
        return send("/public/follow", null, "application/json",
                BodyPublishers.ofString("{\"code\": \"%s\", \"queryCode\": \"%s\"}".formatted(code, queryCode)));
    }

    private HttpResponse<String> upload(String path, String bearer, String field, String name, byte[] content) throws Exception {
        return send(path, bearer, "multipart/form-data; boundary=" + BOUNDARY, BodyPublishers.concat(
                part("name=\"" + field + "\"; filename=\"" + name + "\"", "application/octet-stream", content),
                BodyPublishers.ofString("--" + BOUNDARY + "--\r\n")));
    }

    private static BodyPublisher part(String disposition, String type, byte[] content) {
        return BodyPublishers.concat(
                BodyPublishers.ofString("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition
                        + "\r\nContent-Type: " + type + "\r\n\r\n"),
                BodyPublishers.ofByteArray(content), BodyPublishers.ofString("\r\n"));
    }

    private HttpResponse<String> send(String path, @Nullable String bearer, String type, BodyPublisher body) throws Exception {
        return http.send(request(path, bearer).header("Content-Type", type).POST(body).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, @Nullable String bearer) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path));
        return bearer == null ? request : request.header("Authorization", bearer);
    }

    private void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(json.readTree(answer.body()).get("code").asString()).isEqualTo(code);
    }

    private void assertNothingKept() {
        assertThat(rows()).isEqualTo(rows);
    }

    private String rows() {
        return intakes.matters() + " " + intakes.submissions() + " " + intakes.count("document.file") + " "
                + intakes.count("party.party");
    }

    /** So many zeros, made as they are read. */
    private static final class Zeros extends InputStream {

        private long left;

        Zeros(long length) {
            left = length;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int some = (int) Math.min(length, left);
            left -= some;
            return some > 0 ? some : -1;
        }
    }
}
