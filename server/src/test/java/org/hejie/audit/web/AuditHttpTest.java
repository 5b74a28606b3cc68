package org.hejie.audit.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Post;
import org.hejie.org.PostId;
import org.hejie.org.Role;
import org.hejie.org.StaffId;
import org.hejie.org.UnitId;
import org.hejie.shared.audit.AuditActor;
import org.hejie.shared.audit.AuditEntry;
import org.hejie.shared.audit.AuditKind;
import org.hejie.shared.audit.AuditLog;
import org.hejie.testing.HejieTest;
import org.hejie.testing.TestStaff;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

@HejieTest
class AuditHttpTest {

    private static final AtomicLong STAFF = new AtomicLong(80_000);

    @Autowired
    private AuditLog log;
    @Autowired
    private WebApplicationContext context;

    private final long watched = STAFF.incrementAndGet();
    private MockMvcTester http;

    @BeforeEach
    void sevenEntriesOfOneMemberOfStaff() {
        http = MockMvcTester.from(context);
        for (int i = 0; i < 7; i++) {
            log.record(AuditEntry.of(AuditKind.READ, "MATTER_READ").by(AuditActor.staff(watched)).on("matter", i));
        }
    }

    @Test
    void theAuditAdministratorPagesThroughAllEntries() throws Exception {
        List<Integer> seen = new ArrayList<>();
        String cursor = null;
        do {
            String page = read(administrator(Role.AUDIT_ADMIN), "actorId=" + watched + "&limit=3", cursor)
                    .getResponse().getContentAsString();
            seen.addAll(JsonPath.<List<Integer>>read(page, "$.items[*].objectId"));
            cursor = page.contains("nextCursor") ? JsonPath.read(page, "$.nextCursor") : null;
        } while (cursor != null);

        assertThat(seen).hasSize(7).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void othersAreRefused() {
        assertThat(read(administrator(Role.SYSTEM_ADMIN), "", null)).hasStatus(403);
        assertThat(read(administrator(Role.SECURITY_ADMIN), "", null)).hasStatus(403);
    }

    @Test
    void readingTheRecordIsRecorded() {
        Actor reader = administrator(Role.AUDIT_ADMIN);
        read(reader, "", null);

        assertThat(read(reader, "actorId=" + reader.id(), null)).hasStatusOk().bodyJson()
                .extractingPath("$.items[*].['action','address']").asArray().hasSize(2)
                .allSatisfy(entry -> assertThat(entry).asString().contains("AUDIT_READ", "127.0.0.1"));
    }

    @Test
    void anEntryIsShownWhole() {
        assertThat(read(administrator(Role.AUDIT_ADMIN), "actorId=" + watched + "&objectType=matter&objectId=3", null))
                .hasStatusOk().bodyJson().extractingPath("$.items[0]").asMap()
                .containsEntry("kind", "READ").containsEntry("actorKind", "STAFF").containsEntry("result", "DONE")
                .containsKeys("id", "at").doesNotContainKeys("hash");
    }

    @Test
    void aMalformedCursorIsNamed() {
        assertThat(read(administrator(Role.AUDIT_ADMIN), "", "!!")).hasStatus(400).bodyJson()
                .extractingPath("$.errors[0].path").isEqualTo("cursor");
    }

    @Test
    void theFileOfTheRecordBearsTheMarkOfWhoTookItOnEachRow(@Autowired TestStaff staff) throws Exception {
        Actor taker = staff.auditAdmin().actor();

        MvcTestResult taken = Actors.as(taker, () -> http.get().uri("/api/v1/audit/entries.csv?actorId=" + watched).exchange());

        assertThat(taken).hasStatusOk();
        List<String> rows = taken.getResponse().getContentAsString(StandardCharsets.UTF_8).lines().skip(1).toList();
        assertThat(rows).hasSize(7).allSatisfy(row -> assertThat(row).contains("MATTER_READ", taker.displayName()));
    }

    private MvcTestResult read(Actor actor, String query, @Nullable String cursor) {
        return Actors.as(actor, () -> http.get().uri("/api/v1/audit/entries?" + query
                + (cursor == null ? "" : "&cursor=" + cursor)).exchange());
    }

    private static Actor administrator(Role role) {
        StaffId staff = new StaffId(STAFF.incrementAndGet());
        return Actor.staff(staff, "管理员", new Post(new PostId(staff.value()), staff, role, new UnitId(1), null,
                LocalDate.of(2020, 1, 1), null));
    }
}
