package org.hejie.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.hejie.org.Actors;
import org.hejie.org.UnitId;
import org.hejie.seal.DemoAuthority.Issued;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestPerson;
import org.hejie.testing.TestStaff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Seals over HTTP: what the register tells, and what anybody may ask. */
@HejieTest
class SealDoorsTest {

    private static final byte[] PAPER = "%PDF-1.7 调解协议".getBytes(StandardCharsets.UTF_8);

    @Autowired TestStaff staff;
    @Autowired SealRegister register;
    @Autowired Sealing sealing;
    @LocalServerPort int port;
    private SealsOfUnits seals;
    private UnitId unit;

    @BeforeEach
    void authority() {
        seals = new SealsOfUnits(staff, register);
        unit = staff.units().countyCenter().id();
    }

    @Test
    void anybodyMayAskWhetherPaperAndSealBelongTogether() {
        long seal = seals.active(unit);
        byte[] file = Actors.as(staff.director().actor(), () -> sealing.seal(unit, seal, PAPER)).file();

        assertThat(checked(PAPER, file).body()).contains("\"valid\":true").contains("榆中县人民调解委员会（演示）");
        assertThat(checked("%PDF-1.7 改过".getBytes(StandardCharsets.UTF_8), file).body()).contains("\"valid\":false", "\"reason\":\"ALTERED\"");
        assertThat(checked(PAPER, PAPER).body()).contains("\"reason\":\"UNREADABLE\"");
        assertThat(get("/public/seal-authorities", null).body()).contains("演示CA", Base64.getEncoder().encodeToString(seals.authority.certificate()));
    }

    @Test
    void aSealFileOfMoreThanSixtyFourKilobytesIsNotRead() {
        HttpResponse<String> answer = checked(PAPER, new byte[Sealing.LONGEST_SEAL + 1]);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("\"path\":\"seal\"");
    }

    @Test
    void noAnswerTellsAKey() {
        TestPerson administrator = staff.systemAdmin();
        Issued issued = seals.issued(1);
        String key = Base64.getEncoder().encodeToString(issued.key());

        HttpResponse<String> brought = send("/seals", administrator.token(), "application/json", """
                {"unitId": %d, "certificate": "%s", "key": "%s"}""".formatted(unit.value(),
                Base64.getEncoder().encodeToString(issued.certificate()), key).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> wrong = send("/seals", administrator.token(), "application/json", """
                {"unitId": %d, "certificate": "%s", "key": "%s"}""".formatted(unit.value(), key, key).getBytes(StandardCharsets.UTF_8));

        assertThat(brought.statusCode()).isEqualTo(201);
        assertThat(wrong.body()).contains("\"path\":\"certificate\"", "UNREADABLE").doesNotContain(key.substring(20, 60));
        assertThat(get("/seals", administrator.token()).body()).contains(issued.serial()).doesNotContain(key.substring(20, 60), "\"key\"");
    }

    @Test
    void theRegisterIsForAdministratorsAndWhoAnswersForCommittees() {
        assertThat(get("/seals", staff.dispatcher().token()).statusCode()).isEqualTo(403);
        assertThat(get("/seals", staff.director().token()).statusCode()).isEqualTo(200);
        assertThat(get("/seal-authorities", staff.auditAdmin().token()).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> checked(byte[] paper, byte[] seal) {
        var body = new ByteArrayOutputStream();
        part(body, "paper", paper);
        part(body, "seal", seal);
        body.writeBytes("--limit--\r\n".getBytes(StandardCharsets.US_ASCII));
        return send("/public/seal-checks", null, "multipart/form-data; boundary=limit", body.toByteArray());
    }

    private static void part(ByteArrayOutputStream body, String name, byte[] content) {
        body.writeBytes(("--limit\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private HttpResponse<String> get(String path, String token) {
        return exchange(request(path, token).GET());
    }

    private HttpResponse<String> send(String path, String token, String type, byte[] body) {
        return exchange(request(path, token).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)));
    }

    private HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> exchange(HttpRequest.Builder request) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
