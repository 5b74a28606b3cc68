package org.hejie.calendar.web;

import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.hejie.testing.HejieTest;
import org.hejie.testing.TestStaff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@HejieTest
class CalendarApiTest {

    @Autowired
    WebApplicationContext context;

    @Autowired
    TestStaff staff;

    private MockMvc mvc;

    @BeforeEach
    void open() {
        mvc = MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
    }

    @Test
    void aDeadlineIsExplained() throws Exception {
        mvc.perform(get("/api/v1/calendar/due")
                .param("from", "2026-09-30T17:00:00+08:00").param("limit", "1wd").header("Authorization", staff.windowClerk().bearer()))
            .andExpect(status().isOk())
            .andExpect(jsonPath("$.dueAt").value("2026-10-08T10:00:00Z"))
            .andExpect(jsonPath("$.provisional").value(false))
            .andExpect(jsonPath("$.trace[?(@.step == 'skipped')].name").value("国庆节"));
    }

    @Test
    void anAnnouncedYearShowsItsDaysAndPapers() throws Exception {
        mvc.perform(get("/api/v1/calendar/years/2026").header("Authorization", staff.windowClerk().bearer()))
            .andExpect(jsonPath("$.announced").value(true))
            .andExpect(jsonPath("$.papers[0]").value("https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm"))
            .andExpect(jsonPath("$.days.length()").value(365))
            .andExpect(jsonPath("$.days[3].on").value("2026-01-04"))
            .andExpect(jsonPath("$.days[3].kind").value("WORKDAY"))
            .andExpect(jsonPath("$.days[3].name").value("元旦"));
    }

    @Test
    void aYearNotAnnouncedSaysSo() throws Exception {
        mvc.perform(get("/api/v1/calendar/years/2027").header("Authorization", staff.windowClerk().bearer()))
            .andExpect(jsonPath("$.announced").value(false))
            .andExpect(jsonPath("$.days[0].provisional").value(true));
    }

    @Test
    void nobodyPutsAYearInAlone() throws Exception {
        mvc.perform(put("/api/v1/calendar/years/2044").contentType(MediaType.APPLICATION_JSON).content("{}")
                .header("Authorization", staff.systemAdmin().bearer()))
            .andExpect(status().isMethodNotAllowed());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-09T10:00:00Z, 3d,      county, 400, limit",
        "2026-11-09T10:00:00Z, 3wd,     nobody, 400, schedule",
        "2026-11-09T10:00:00Z, 3wd,     X!,     400, schedule",
        "yesterday,            3wd,     county, 400, from",
    })
    void aBadQuestionNamesTheField(String from, String limit, String schedule, int status, String path) throws Exception {
        mvc.perform(get("/api/v1/calendar/due")
                .param("from", from).param("limit", limit).param("schedule", schedule).header("Authorization", staff.windowClerk().bearer()))
            .andExpect(status().is(status))
            .andExpect(jsonPath("$.errors[0].path").value(path));
    }

    @Test
    void aDeadlineBeyondTheCalendarIsRefused() throws Exception {
        mvc.perform(get("/api/v1/calendar/due?from=2199-01-01T00:00:00Z&limit=1wd").header("Authorization", staff.windowClerk().bearer()))
            .andExpect(status().isUnprocessableContent())
            .andExpect(jsonPath("$.reasonCode").value("OUTSIDE_CALENDAR"));
    }

    @Test
    void nobodyChangesHoursAlone() throws Exception {
        mvc.perform(put("/api/v1/calendar/schedules/winter").contentType(MediaType.APPLICATION_JSON).content("{}")
                .header("Authorization", staff.systemAdmin().bearer()))
            .andExpect(status().isNotFound());
    }
}
