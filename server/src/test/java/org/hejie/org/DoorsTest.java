package org.hejie.org;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestPerson;
import org.hejie.testing.TestStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@HejieTest
class DoorsTest {

    @LocalServerPort int port;
    @Autowired TestStaff staff;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void nobodyGetsAProblemDocumentInChinese() throws Exception {
        HttpResponse<String> answer = send(to("/api/v1/units").GET());

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"UNAUTHENTICATED\"", "请先登录");
    }

    @Test
    void aTokenOfNobodyIsRefused() throws Exception {
        assertThat(send(to("/api/v1/units").header("Authorization", "Bearer hj_nobody").GET()).statusCode()).isEqualTo(401);
    }

    @Test
    void anAddressUnderTheApiThatIsNotThereIsNeverAPage() throws Exception {
        HttpResponse<String> answer = send(as(staff.dispatcher(), "/api/v1/nothing-here").header("Accept", "text/html").GET());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("\"code\":\"NOT_FOUND\"");
    }

    @Test
    void anAddressInsideTheClientIsThePage() throws Exception {
        HttpResponse<String> answer = send(to("/matters/17").header("Accept", "text/html,*/*").GET());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).containsIgnoringCase("<!doctype html>");
    }

    @Test
    void aMissingFileIsNotThePage() throws Exception {
        assertThat(send(to("/assets/gone.js").header("Accept", "*/*").GET()).statusCode()).isEqualTo(404);
    }

    @Test
    void everyAnswerCarriesTheHeadersThatProtect() throws Exception {
        var headers = send(to("/matters").header("Accept", "text/html").GET()).headers();

        assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(headers.firstValue("Permissions-Policy").orElseThrow()).contains("geolocation=(self)", "camera=(self)");
    }

    @Test
    void aClerkAddsNoUnit() throws Exception {
        HttpResponse<String> answer = send(as(staff.dispatcher(), "/api/v1/units")
                .POST(BodyPublishers.ofString("{\"code\":\"sports\",\"kind\":\"DEPARTMENT\",\"name\":\"县体育局\"}")));

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void theSystemAdministratorAddsAUnitOnce() throws Exception {
        String unit = "{\"code\":\"archives\",\"kind\":\"DEPARTMENT\",\"name\":\"县档案馆\"}";
        TestPerson admin = staff.systemAdmin();

        assertThat(send(as(admin, "/api/v1/units").POST(BodyPublishers.ofString(unit))).statusCode()).isEqualTo(201);
        assertThat(send(as(admin, "/api/v1/units").POST(BodyPublishers.ofString(unit))).statusCode()).isEqualTo(409);
        assertThat(send(as(admin, "/api/v1/units?q=archives").GET()).body()).contains("县档案馆");
    }

    @Test
    void anAccountIsOpenedWithAPasswordOrNotAtAll() throws Exception {
        TestPerson admin = staff.systemAdmin();
        String weak = "{\"username\":\"weakling\",\"displayName\":\"甲\",\"password\":\"12345\"}";
        String good = "{\"username\":\"goodling\",\"displayName\":\"乙\",\"password\":\"a sentence to remember\"}";

        assertThat(send(as(admin, "/api/v1/staff").POST(BodyPublishers.ofString(weak))).body()).contains("TOO_SHORT");
        assertThat(send(as(admin, "/api/v1/staff").POST(BodyPublishers.ofString(good))).statusCode()).isEqualTo(201);
        assertThat(send(as(admin, "/api/v1/staff?q=ling").GET()).body()).contains("goodling").doesNotContain("weakling");
    }

    private HttpRequest.Builder as(TestPerson person, String path) {
        return to(path).header("Authorization", person.bearer());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).header("Content-Type", "application/json");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
