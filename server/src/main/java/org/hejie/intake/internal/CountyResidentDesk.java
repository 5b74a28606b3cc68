package org.hejie.intake.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hejie.document.Documents;
import org.hejie.document.FileId;
import org.hejie.document.NewFile;
import org.hejie.intake.Incoming;
import org.hejie.intake.ResidentDesk;
import org.hejie.intake.ResidentReport;
import org.hejie.intake.ResidentSlip;
import org.hejie.intake.ResidentView;
import org.hejie.intake.Submission;
import org.hejie.intake.Submissions;
import org.hejie.intake.Submissions.Origin;
import org.hejie.intake.SubmittedParty;
import org.hejie.intake.Taken;
import org.hejie.matter.Act;
import org.hejie.matter.Act.Attachment;
import org.hejie.matter.Evaluation;
import org.hejie.matter.MatterCode;
import org.hejie.matter.MatterDetail;
import org.hejie.matter.MatterId;
import org.hejie.matter.Matters;
import org.hejie.matter.RegisterMatter.PartyRole;
import org.hejie.matter.Registered.Receipt;
import org.hejie.matter.ResidentDoors;
import org.hejie.matter.SourceLine;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Units;
import org.hejie.party.PartyKind;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.Problem.FieldError;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Residents act at the door of one matter; a report is taken in the county's name. */
@Service
class CountyResidentDesk implements ResidentDesk {

    private static final int WRONG_BY_CODE = 5;
    private static final int WRONG_BY_ADDRESS = 20;
    private static final int ADDITIONS_IN_AN_HOUR = 10;
    private static final String WRONG_CODE = "wrong-code";
    private static final String WRONG_ADDRESS = "wrong-address";
    private static final Map<String, String> FIELDS = Map.of("category", "categoryCode", "place", "place.text",
            "areaCode", "place.areaCode", "lon", "place.lon", "lat", "place.lat", "parties[0].name", "name",
            "parties[0].phone", "phone");

    private final Submissions submissions;
    private final Matters matters;
    private final ResidentDoors doors;
    private final Documents documents;
    private final Attempts attempts;
    private final ResidentSentences sentences;
    private final Units units;
    private final JsonMapper json;
    private final TransactionTemplate transaction;
    private final int reportsPerHour;

    CountyResidentDesk(Submissions submissions, Matters matters, ResidentDoors doors, Documents documents, Attempts attempts,
            ResidentSentences sentences, Units units, JsonMapper json, PlatformTransactionManager transactions,
            @Value("${hejie.public.reports-per-hour:30}") int reportsPerHour) {
        this.submissions = submissions;
        this.matters = matters;
        this.doors = doors;
        this.documents = documents;
        this.attempts = attempts;
        this.sentences = sentences;
        this.units = units;
        this.json = json;
        this.transaction = new TransactionTemplate(transactions);
        this.reportsPerHour = reportsPerHour;
    }

    @Override
    public ResidentSlip report(ResidentReport report, List<NewFile> photos, @Nullable String key, String address) {
        attempts.count("report", address, reportsPerHour);
        long county = units.county().id().value();
        var resident = new Actor(Actor.Kind.RESIDENT, 0, "", null, Set.of(), List.of(county), null, null);
        return Actors.as(resident, () -> transaction.execute(status -> {
            List<FileId> files = store(photos, county);
            var incoming = new Incoming(submission(report), json.writeValueAsString(report), key, null, files);
            return switch (submissions.take(SourceLine.CITIZEN, Origin.RESIDENT, List.of(incoming)).getFirst()) {
                case Taken.Registered registered -> {
                    if (registered.repeated()) {
                        status.setRollbackOnly(); // the photos are there already
                    }
                    yield slip(registered);
                }
                case Taken.Conflict() -> throw Problem.of(ProblemType.ALREADY_EXISTS, "KEY_USED");
                case Taken.Refused(List<FieldError> errors) -> throw Problem.fields(errors.stream()
                        .map(error -> error.at(FIELDS.getOrDefault(error.path(), error.path()))).toList());
            };
        }));
    }

    private ResidentSlip slip(Taken.Registered registered) {
        Receipt receipt = doors.slip(registered.matter());
        return new ResidentSlip(registered.code(), receipt.queryCode(), receipt.token());
    }

    static Submission submission(ResidentReport report) {
        ResidentReport.Place place = report.place() == null ? new ResidentReport.Place(null, null, null, null) : report.place();
        return new Submission(null, null, report.categoryCode(), report.title(), report.facts(), place.text(), place.areaCode(),
                null, place.lon(), place.lat(), null, null, null,
                List.of(new SubmittedParty(PartyRole.APPLICANT, PartyKind.PERSON, report.name(), null, null, report.phone(), null)));
    }

    @Override
    public MatterId open(String code, String queryCode, String address) {
        String plain = code.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        attempts.count(WRONG_ADDRESS, address, WRONG_BY_ADDRESS);
        attempts.count(WRONG_CODE, plain, WRONG_BY_CODE);
        MatterId matter = MatterCode.ifRead(plain).flatMap(read -> doors.open(read, queryCode))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "DOOR"));
        attempts.forgive(WRONG_ADDRESS, address);
        attempts.forgive(WRONG_CODE, plain);
        return matter;
    }

    @Override
    public MatterId open(String token, String address) {
        attempts.count(WRONG_ADDRESS, address, WRONG_BY_ADDRESS);
        MatterId matter = doors.open(token).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "DOOR"));
        attempts.forgive(WRONG_ADDRESS, address);
        return matter;
    }

    @Override
    public ResidentView view(MatterId matter) {
        return Actors.as(Actor.resident(matter.value()), () -> matters.masterOf(matter)
                .map(master -> sentences.merged(detail(matter), detail(master)))
                .orElseGet(() -> sentences.of(detail(matter))));
    }

    private MatterDetail detail(MatterId matter) {
        return matters.detail(matter).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    }

    @Override
    public void add(MatterId matter, @Nullable String text, List<NewFile> photos) {
        if ((text == null || text.isBlank()) && photos.isEmpty()) {
            throw Problem.field("text", "REQUIRED");
        }
        attempts.count("addition", Long.toString(matter.value()), ADDITIONS_IN_AN_HOUR);
        Actors.run(Actor.resident(matter.value()), () -> transaction.executeWithoutResult(status -> {
            List<Attachment> files = store(photos, matter.residentKey()).stream()
                    .map(file -> new Attachment(file.value(), "other")).toList();
            act(matters.masterOf(matter).orElse(matter), new Act.AddMaterial(files, text));
        }));
    }

    @Override
    public void evaluate(MatterId matter, Evaluation level, List<String> reasons, @Nullable String text) {
        Actors.run(Actor.resident(matter.value()), () -> act(matter, new Act.Evaluate(level, reasons, text)));
    }

    private void act(MatterId matter, Act act) {
        int seen = matters.standing(matter).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND)).version();
        matters.act(matter, seen, act);
    }

    private List<FileId> store(List<NewFile> photos, long key) {
        if (photos.size() > MOST_PHOTOS) {
            throw Problem.field("photos", "TOO_MANY");
        }
        List<FileId> files = new ArrayList<>();
        photos.forEach(photo -> files.add(documents.store(photo, new long[] {key})));
        return files;
    }
}
