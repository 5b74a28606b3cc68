package org.hejie.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.hejie.notify.OwnNotices.NewWishes;
import org.hejie.notify.OwnNotices.Receipt;
import org.hejie.notify.OwnNotices.Subscription;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Role;
import org.hejie.org.StaffId;
import org.hejie.org.UnitId;
import org.hejie.shared.web.Page;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestPerson;
import org.hejie.testing.TestStaff;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What staff are told on their page, by mail and by text message. A real mail server and a real gateway, both in this process. */
@HejieTest
class NoticesTest {

    private static final String TOWN = "620123104";
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final GreenMail MAIL = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired
    Notices notices;

    @Autowired
    OwnNotices own;

    @Autowired
    Endpoints endpoints;

    @Autowired
    TestStaff staff;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    @LocalServerPort
    int port;

    private final Queue<String> texts = new ConcurrentLinkedQueue<>();
    private HttpServer gateway;
    private TestPerson clerk;
    private TestPerson dispatcher;

    @DynamicPropertySource
    static void channels(DynamicPropertyRegistry registry) {
        MAIL.start();
        registry.add("hejie.notify.inside-hosts", () -> "localhost");
        registry.add("hejie.notify.first-retry", () -> "50ms");
        registry.add("hejie.notify.timeout", () -> "5s");
        registry.add("hejie.notify.mail.host", () -> "127.0.0.1");
        registry.add("hejie.notify.mail.port", () -> MAIL.getSmtp().getPort());
        registry.add("hejie.notify.mail.from", () -> "hejie@example.org");
        registry.add("hejie.notify.mail.encrypted", () -> "false");
    }

    @AfterAll
    static void closeMail() {
        MAIL.stop();
    }

    @BeforeEach
    void people() throws IOException {
        clerk = staff.townClerk(TOWN);
        dispatcher = staff.dispatcher();
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        gateway.createContext("/sms", exchange -> {
            texts.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        gateway.start();
    }

    @AfterEach
    void hangUp() {
        gateway.stop(0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "notice_event_check      | lower case    | 1 | /matters/1 | {1}",
        "notice_subject_check    | DEADLINE_NEAR | '' | /matters/1 | {1}",
        "notice_link_check       | DEADLINE_NEAR | 1 | https://elsewhere | {1}",
        "notice_visible_to_check | DEADLINE_NEAR | 1 | /matters/1 | {}",
    })
    void aNoticeIsRefusedByTheRuleOfItsColumn(String rule, String event, String subject, String link, String visibleTo) {
        assertThatThrownBy(() -> JdbcClient.create(owner).sql("""
                insert into notify.notice (id, event, subject, link, unit_id, roles, told_at, visible_to)
                values (1, :event, :subject, :link, 1, '{}', now(), cast(:visibleTo as bigint[]))
                """).param("event", event).param("subject", subject).param("link", link).param("visibleTo", visibleTo).update())
                .hasMessageContaining(rule);
    }

    @Test
    void whoHoldsAPostAtTheUnitIsTold() {
        tell("T-1", null, Set.of(), null);

        assertThat(subjects(clerk)).contains("T-1");
        assertThat(subjects(dispatcher)).doesNotContain("T-1");
    }

    @Test
    void whoDidItHimselfIsNotTold() {
        tell("T-2", clerk, Set.of(), null);

        assertThat(subjects(clerk)).doesNotContain("T-2");
    }

    @Test
    void onlyTheRolesItIsForAreTold() {
        tell("T-3", null, Set.of(Role.TOWN_DIRECTOR), null);

        assertThat(subjects(clerk)).doesNotContain("T-3");
        assertThat(subjects(staff.townDirector(TOWN))).contains("T-3");
    }

    @Test
    void whatIsToldOnceIsNotToldAgain() {
        tell("T-4", null, Set.of(), "T-4/once");
        tell("T-4", null, Set.of(), "T-4/once");

        assertThat(subjects(clerk)).containsOnlyOnce("T-4");
    }

    @Test
    void whatIsRolledBackIsNotTold() {
        Actors.run(dispatcher.actor(), () -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
            notices.tell(notice("T-5", null, Set.of(), null));
            status.setRollbackOnly();
        }));

        assertThat(subjects(clerk)).doesNotContain("T-5");
    }

    @Test
    void whatOneDoesNotWantOnThePageIsNotThere() {
        wish(clerk, null, null, new Subscription(NoticeEvent.DISPATCHED, false, false, false));
        tell("T-6", null, Set.of(), null);

        assertThat(subjects(clerk)).doesNotContain("T-6");
    }

    @Test
    void whatHasBeenSeenIsNoLongerFresh() {
        tell("T-7", null, Set.of(), null);
        as(clerk, () -> {
            own.seen(clerk.actor(), own.page(clerk.actor(), null, 1).items().getFirst().id());
            return null;
        });

        assertThat(as(clerk, () -> own.fresh(clerk.actor()))).isZero();
    }

    @Test
    void whoAskedForMailGetsTheCodeAndAVerb() {
        String address = "clerk" + clerk.actor().id() + "@example.org";
        wish(clerk, null, address, new Subscription(NoticeEvent.DISPATCHED, true, false, true));
        tell("T-8", null, Set.of(), null);

        await().atMost(PATIENCE).until(() -> mailsTo(address).anyMatch(text -> text.contains("T-8")));
        assertThat(mailsTo(address)).anySatisfy(text -> assertThat(text.strip()).isEqualTo("【和解】T-8 已分到您单位，待签收。"));
        await().atMost(PATIENCE).until(() -> receipts(clerk).stream().anyMatch(one -> one.state() == MessageState.DELIVERED));
    }

    @Test
    void whoAskedForTextMessagesGetsThemThroughTheGateway() {
        gateway("http://localhost:" + gateway.getAddress().getPort() + "/sms", "{\"to\": \"{phone}\", \"say\": \"{text}\", \"key\": \"{secret}\"}");
        wish(clerk, "13900004321", null, new Subscription(NoticeEvent.DISPATCHED, true, true, false));
        tell("T-9", null, Set.of(), null);

        await().atMost(PATIENCE).until(() -> texts.stream().anyMatch(text -> text.contains("T-9")));
        assertThat(texts).contains("{\"to\": \"13900004321\", \"say\": \"【和解】T-9 已分到您单位，待签收。\", \"key\": \"s3\\\"cret\"}");
    }

    @Test
    void aGatewayThatPointsInsideIsRefused() {
        assertThatThrownBy(() -> gateway("https://10.1.2.3/sms?to={phone}", "{text}")).hasMessage("INVALID_FIELDS");
    }

    @Test
    void aGatewayThatIsNotToldWhomIsRefused() {
        assertThatThrownBy(() -> gateway("http://localhost/sms", "{text}")).hasMessage("INVALID_FIELDS");
    }

    @Test
    void mailIsNotWishedForWithoutAnAddress() {
        assertThatThrownBy(() -> wish(clerk, null, null, new Subscription(NoticeEvent.RETURNED, true, false, true))).hasMessage("INVALID_FIELDS");
    }

    @Test
    void onesOwnAddressIsShownMasked() {
        var wishes = wish(clerk, "13800005678", "li@example.org");

        assertThat(wishes.phone()).isEqualTo("138****5678");
        assertThat(wishes.mail()).isEqualTo("l***@example.org");
    }

    @Test
    void aPageHearsOfANoticeForItsUnit() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/live"))
                .header("Authorization", "Bearer " + clerk.token()).build();
        Queue<String> heard = new ConcurrentLinkedQueue<>();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<Stream<String>> response = http.send(request, HttpResponse.BodyHandlers.ofLines());
            assertThat(response.statusCode()).isEqualTo(200);
            Thread.ofVirtual().start(() -> response.body().forEach(heard::add));
            await().atMost(PATIENCE).until(() -> !heard.isEmpty());
            tell("T-10", null, Set.of(), null);
            await().atMost(PATIENCE).until(() -> heard.contains("event:notices"));
            http.shutdownNow();
        }
    }

    private void tell(String subject, @Nullable TestPerson by, Set<Role> roles, @Nullable String once) {
        Actors.run(dispatcher.actor(), () -> new TransactionTemplate(transactions)
                .executeWithoutResult(status -> notices.tell(notice(subject, by, roles, once))));
    }

    private NewNotice notice(String subject, @Nullable TestPerson by, Set<Role> roles, @Nullable String once) {
        UnitId unit = clerk.actor().unitId().orElseThrow();
        return new NewNotice(NoticeEvent.DISPATCHED, subject, "/matters/1", unit, roles, by == null ? null : new StaffId(by.actor().id()), once);
    }

    private OwnNotices.Wishes wish(TestPerson person, @Nullable String phone, @Nullable String mail, Subscription... subscriptions) {
        return as(person, () -> own.change(person.actor(), new NewWishes("zh", phone, mail, List.of(subscriptions))));
    }

    private void gateway(String address, String body) {
        Actor administrator = staff.systemAdmin().actor();
        Actors.run(administrator, () -> endpoints.setSms(administrator,
                new SmsSettings(address, "POST", "application/json", body, "s3\"cret", null)));
    }

    private List<String> subjects(TestPerson person) {
        Page<NoticeRow> page = as(person, () -> own.page(person.actor(), null, 100));
        return page.items().stream().map(NoticeRow::subject).toList();
    }

    private List<Receipt> receipts(TestPerson person) {
        return as(person, () -> own.receipts(person.actor()));
    }

    private static Stream<String> mailsTo(String address) {
        return Stream.of(MAIL.getReceivedMessages()).filter(mail -> GreenMailUtil.getAddressList(recipients(mail)).contains(address))
                .map(mail -> {
                    try {
                        return mail.getContent().toString();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    private static jakarta.mail.Address[] recipients(jakarta.mail.internet.MimeMessage mail) {
        try {
            return mail.getAllRecipients();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T as(TestPerson person, ScopedValue.CallableOp<T, RuntimeException> work) {
        return Actors.as(person.actor(), work);
    }
}
