package org.hejie.dossier.internal;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hejie.dossier.PaperFacts.Known;
import org.hejie.dossier.Papers;
import org.hejie.dossier.paper.PaperFiller;
import org.hejie.dossier.paper.PaperSheet;
import org.hejie.dossier.paper.ShippedPapers;
import org.hejie.dossier.pdf.PaperPdf;
import org.hejie.document.FileType;
import org.hejie.matter.MatterDetail;
import org.hejie.matter.MatterId;
import org.hejie.matter.Matters;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.shared.Ids;
import org.hejie.shared.Times;
import org.hejie.shared.export.ExportOrder;
import org.hejie.shared.export.Exports;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists, fills and prints papers. */
@Service
class PaperDesk implements Papers {

    private final ShippedPapers papers;
    private final TemplateStore templates;
    private final Matters matters;
    private final MatterFacts facts;
    private final People people;
    private final Exports exports;
    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;

    PaperDesk(ShippedPapers papers, TemplateStore templates, Matters matters, MatterFacts facts, People people, Exports exports,
            JdbcClient jdbc, Ids ids, Clock clock) {
        this.papers = papers;
        this.templates = templates;
        this.matters = matters;
        this.facts = facts;
        this.people = people;
        this.exports = exports;
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<PaperRow> of(MatterId matter) {
        MatterDetail detail = detail(matter);
        Map<String, Integer> copies = copies(matter);
        boolean mayPrint = DossierPowers.mayPrint(Actors.current());
        return papers.all().stream().map(sheet -> new PaperRow(sheet.code(), sheet.name(), sheet.basis(),
                mayPrint ? refusal(sheet, detail) : "PAPER_PRINT", copies.getOrDefault(sheet.code(), 0),
                detail.papers().stream().filter(file -> file.paper().equals(sheet.code())).map(PaperDesk::scan).toList())).toList();
    }

    static Scan scan(MatterDetail.Paper file) {
        return new Scan(file.id(), file.name(), FileType.valueOf(file.type()).mediaType(), file.size());
    }

    @Override
    @Transactional(readOnly = true)
    public PaperForm form(MatterId matter, String paper, @Nullable Long about) {
        MatterDetail detail = detail(matter);
        PaperSheet sheet = sheet(paper, detail);
        Known known = people.masked(detail.parties()).in(facts.of(detail, paper, about));
        return new PaperForm(paper, sheet.name(), sheet.fields().entrySet().stream().map(field -> new FormField(field.getKey(),
                field.getValue().name(), field.getValue().kind().name(), field.getValue().kind().most(),
                known.texts().getOrDefault(field.getKey(), ""))).toList());
    }

    @Override
    @Transactional
    public Printed print(MatterId matter, String paper, PrintOrder order) {
        Actor actor = Actors.current();
        if (!DossierPowers.mayPrint(actor)) {
            throw Problem.of(ProblemType.FORBIDDEN, "PAPER_PRINT");
        }
        MatterDetail detail = detail(matter);
        PaperSheet sheet = sheet(paper, detail);
        Known known = known(sheet, detail, order);
        String export = exports.open(new ExportOrder("paper", "/matters/" + matter.value() + "/papers/" + paper + "/copies",
                detail.parties().size(), detail.parties().size())).mark();
        int number = number(matter, paper);
        insert(matter, paper, number, order, export.substring(0, export.indexOf(' ')));
        String mark = export + " 第" + number + "份" + (order.full() ? "" : " 已隐去身份");
        byte[] docx = PaperFiller.fill(sheet, templates.template(paper), known, mark);
        String name = sheet.title() + "-" + detail.code() + "-" + number;
        return switch (order.format()) {
            case DOCX -> new Printed(name + ".docx", FileType.DOCX.mediaType(), number, docx);
            case PDF -> new Printed(name + ".pdf", FileType.PDF.mediaType(), number, PaperPdf.of(docx, sheet.title(), mark));
        };
    }

    @Override
    @Transactional(readOnly = true)
    public byte[] masked(MatterId matter, String paper) {
        MatterDetail detail = detail(matter);
        PaperSheet sheet = sheet(paper, detail);
        Known known = people.masked(detail.parties()).in(facts.of(detail, paper, null));
        String mark = "仅供当事人查阅 已隐去身份 " + MatterFacts.day(clock.instant());
        return PaperPdf.of(PaperFiller.fill(sheet, templates.template(paper), known, mark), sheet.title(), mark);
    }

    /** What was typed has the last word; what was left as the form showed it, masked, is printed as it is known. */
    private Known known(PaperSheet sheet, MatterDetail detail, PrintOrder order) {
        Known known = facts.of(detail, sheet.code(), order.about());
        ShownPeople masked = people.masked(detail.parties());
        Map<String, String> form = masked.in(known).texts();
        Map<String, String> typed = new HashMap<>(order.values());
        typed.entrySet().removeIf(field -> sheet.fields().containsKey(field.getKey())
                && plain(field.getValue()).equals(plain(form.getOrDefault(field.getKey(), ""))));
        checked(sheet, typed);
        Map<String, String> texts = new HashMap<>(known.texts());
        texts.putAll(typed);
        return (order.full() ? people.full(detail.parties()) : masked).in(new Known(texts, known.tables()));
    }

    /** Browsers end lines their own way. */
    private static String plain(String text) {
        return text.replace("\r\n", "\n");
    }

    private static void checked(PaperSheet sheet, Map<String, String> values) {
        var fields = new Problem.Fields();
        values.forEach((name, value) -> {
            PaperSheet.Field field = sheet.fields().get(name);
            fields.reject(field == null, "values." + (name.matches("[A-Za-z]{1,40}") ? name : "?"), "UNKNOWN");
            fields.reject(field != null && value.length() > field.kind().most(), "values." + name, "TOO_LONG");
        });
        fields.done();
    }

    private MatterDetail detail(MatterId matter) {
        return matters.detail(matter).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    }

    private PaperSheet sheet(String paper, MatterDetail detail) {
        PaperSheet sheet = papers.find(paper).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        String refusal = refusal(sheet, detail);
        if (refusal != null) {
            throw Problem.of(ProblemType.RULE_REFUSED, refusal);
        }
        return sheet;
    }

    private static @Nullable String refusal(PaperSheet sheet, MatterDetail detail) {
        return sheet.mediates() && detail.neverMediate() ? "PAPER_NEVER_MEDIATED" : null;
    }

    private Map<String, Integer> copies(MatterId matter) {
        Map<String, Integer> copies = new HashMap<>();
        jdbc.sql("select paper, max(number) from dossier.copy where matter_id = :id group by paper").param("id", matter.value())
                .query(row -> {
                    copies.put(row.getString(1), row.getInt(2));
                });
        return copies;
    }

    /** One at a time for each matter, so that no number is given twice or left out. */
    private int number(MatterId matter, String paper) {
        jdbc.sql("select pg_advisory_xact_lock(:id)").param("id", matter.value()).query((row, n) -> 0).list();
        return jdbc.sql("select coalesce(max(number), 0) + 1 from dossier.copy where matter_id = :id and paper = :paper")
                .param("id", matter.value()).param("paper", paper).query(Integer.class).single();
    }

    private void insert(MatterId matter, String paper, int number, PrintOrder order, String export) {
        jdbc.sql("""
                insert into dossier.copy (id, matter_id, paper, number, format, identities, export, printed_at, printed_by)
                values (:id, :matter, :paper, :number, :format, :identities, :export, :at, :by)
                """)
                .param("id", ids.next()).param("matter", matter.value()).param("paper", paper).param("number", number)
                .param("format", order.format().name()).param("identities", order.full() ? "FULL" : "MASKED").param("export", export)
                .param("at", Times.utc(clock.instant())).param("by", DossierPowers.self()).update();
    }
}
