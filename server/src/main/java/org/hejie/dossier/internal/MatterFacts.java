package org.hejie.dossier.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hejie.dossier.PaperFacts;
import org.hejie.dossier.PaperFacts.Known;
import org.hejie.matter.MatterDetail;
import org.hejie.matter.MatterId;
import org.hejie.shared.Times;
import org.hejie.shared.web.ProblemDocuments;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the matter itself and the other modules know for a paper. Papers are written in Chinese. */
@Component
class MatterFacts {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final Map<String, String> LINES = Map.of("COURT", "法院", "POLICE", "公安", "PETITION", "信访", "HOTLINE", "12345 热线",
            "GRID", "网格上报", "CITIZEN", "群众自助", "SUPERIOR", "上级交办", "WINDOW", "中心窗口");

    /** Fields in which the other modules add to what the matter's history says. */
    private static final Set<String> TOLD_BY_BOTH = Set.of("summary", "performed");

    private final List<PaperFacts> others;
    private final ProblemDocuments words;
    private final Clock clock;

    MatterFacts(List<PaperFacts> others, ProblemDocuments words, Clock clock) {
        this.others = others;
        this.words = words;
        this.clock = clock;
    }

    /** Without the people. */
    Known of(MatterDetail matter, String paper, @Nullable Long about) {
        Map<String, String> texts = own(matter);
        Map<String, List<Map<String, String>>> tables = new HashMap<>();
        for (PaperFacts other : others) {
            Known known = other.of(new MatterId(matter.id()), paper, about);
            known.texts().forEach((field, text) -> texts.merge(field, text, (own, more) -> TOLD_BY_BOTH.contains(field)
                    ? (own + "\n" + more).strip() : more));
            tables.putAll(known.tables());
        }
        return new Known(texts, tables);
    }

    private Map<String, String> own(MatterDetail matter) {
        var texts = new HashMap<String, String>();
        texts.put("matterCode", matter.code());
        texts.put("title", matter.title());
        texts.put("facts", matter.facts());
        texts.put("category", matter.category().name());
        texts.put("line", LINES.getOrDefault(matter.line(), matter.line()));
        texts.put("place", matter.place().text() == null ? "" : matter.place().text());
        texts.put("unit", matter.leadUnit() == null ? "" : matter.leadUnit().name());
        texts.put("registeredOn", day(matter.registeredAt()));
        texts.put("acceptedOn", day(last(matter, "ACCEPT").map(MatterDetail.Entry::at).orElse(null)));
        texts.put("closedOn", day(matter.closedAt()));
        texts.put("result", matter.result() == null ? "" : words.word("result." + matter.result(), Locale.CHINESE));
        texts.put("summary", opinion(matter, "SUBMIT_RESULT"));
        texts.put("performed", opinion(matter, "VISIT"));
        texts.put("visitedOn", day(last(matter, "VISIT").map(MatterDetail.Entry::at).orElse(null)));
        texts.put("visitor", last(matter, "VISIT").map(MatterDetail.Entry::actorName).orElse(""));
        texts.put("today", DAY.format(Times.dateOf(clock.instant())));
        return texts;
    }

    static String day(@Nullable Instant at) {
        return at == null ? "" : day(Times.dateOf(at));
    }

    static String day(LocalDate on) {
        return DAY.format(on);
    }

    private static String opinion(MatterDetail matter, String action) {
        return last(matter, action).map(MatterDetail.Entry::opinion).orElse("");
    }

    private static Optional<MatterDetail.Entry> last(MatterDetail matter, String action) {
        return matter.timeline().stream().filter(entry -> entry.action().equals(action)).reduce((first, second) -> second);
    }
}
