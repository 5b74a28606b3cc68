package org.hejie.referral.internal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hejie.document.sheet.Sheet;
import org.hejie.document.sheet.SheetFile;
import org.hejie.document.sheet.SheetFormat;
import org.hejie.referral.Direction;
import org.hejie.referral.Incoming;
import org.hejie.referral.PartnerDoor;
import org.hejie.referral.PartnerSystem;
import org.hejie.referral.Received;
import org.hejie.referral.ReferralSheets;
import org.hejie.shared.export.ExportedCell;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.Problem.FieldError;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Takes sheets in chunks, each in a transaction of its own; the rows refused go back with why. */
@Service
class TakenSheets implements ReferralSheets {

    private final PartnerDoor door;
    private final ReferralRules rules;
    private final JsonMapper json;
    private final MessageSource texts;

    TakenSheets(PartnerDoor door, ReferralRules rules, JsonMapper json) {
        this.door = door;
        this.rules = rules;
        this.json = json;
        var bundle = new ResourceBundleMessageSource();
        bundle.setBasenames("i18n/imports", "i18n/problems");
        bundle.setDefaultEncoding("UTF-8");
        bundle.setFallbackToSystemLocale(false);
        this.texts = bundle;
    }

    /** A row that was refused. */
    private record Refused(List<String> cells, List<FieldError> errors) {
    }

    /** What has been counted. */
    private static final class Tally {
        private int rows;
        private int taken;
        private int repeated;
        private final List<Refused> refused = new ArrayList<>();
    }

    @Override
    public ReferralsTaken take(PartnerSystem system, byte[] file, Locale locale) {
        ReferralPowers.requirePartner(system);
        try (Sheet sheet = SheetFormat.of(file).open(new ByteArrayInputStream(file))) {
            var reading = new ReferralSheet(sheet.columns(), rules.view().kinds().stream()
                    .filter(kind -> kind.system() == system && kind.direction() == Direction.IN).toList());
            List<Sheet.Row> rows = rows(sheet);
            var tally = new Tally();
            for (int at = 0; at < rows.size(); at += PartnerDoor.MOST) {
                chunk(system, reading, rows.subList(at, Math.min(rows.size(), at + PartnerDoor.MOST)), tally);
            }
            return new ReferralsTaken(tally.rows, tally.taken, tally.repeated, tally.refused.size(),
                    tally.refused.isEmpty() ? null : errors(sheet.columns(), reading, tally.refused, locale));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Sheet.Row> rows(Sheet sheet) throws IOException {
        List<Sheet.Row> rows = new ArrayList<>();
        for (Sheet.Row row = sheet.next(); row != null; row = sheet.next()) {
            if (rows.size() == ROWS) {
                throw Problem.field("rows", "TOO_MANY");
            }
            rows.add(row);
        }
        return rows;
    }

    private void chunk(PartnerSystem system, ReferralSheet reading, List<Sheet.Row> rows, Tally tally) {
        List<Sheet.Row> sent = new ArrayList<>();
        List<Incoming> incoming = new ArrayList<>();
        for (Sheet.Row row : rows) {
            tally.rows++;
            ReferralSheet.Row read = reading.read(row);
            if (read.unread().isEmpty()) {
                sent.add(row);
                incoming.add(new Incoming(read.envelope(), json.writeValueAsString(read.envelope())));
            } else {
                tally.refused.add(new Refused(row.cells(), read.unread()));
            }
        }
        List<Received> received = incoming.isEmpty() ? List.of() : door.receive(system, incoming);
        for (int i = 0; i < received.size(); i++) {
            count(tally, sent.get(i), received.get(i));
        }
    }

    private static void count(Tally tally, Sheet.Row row, Received received) {
        switch (received) {
            case Received.Kept kept when kept.repeated() -> tally.repeated++;
            case Received.Kept kept -> tally.taken++;
            case Received.SentBack back -> tally.refused.add(new Refused(row.cells(),
                    List.of(new FieldError(back.path(), "RULE_REFUSED.REFERRAL_" + back.receipt().reason()))));
            case Received.Conflict() -> tally.refused.add(new Refused(row.cells(), List.of(new FieldError("outsideNo", "CONFLICT"))));
            case Received.Refused(List<FieldError> errors) -> tally.refused.add(new Refused(row.cells(), errors));
        }
    }

    private String errors(List<String> headings, ReferralSheet reading, List<Refused> refused, Locale locale) throws IOException {
        var out = new ByteArrayOutputStream();
        try (SheetFile file = SheetFile.to(out, false, "referrals")) {
            List<String> head = new ArrayList<>(headings);
            head.add(words("errors", locale));
            file.row(head);
            for (Refused one : refused) {
                List<String> cells = new ArrayList<>(one.cells().stream().map(ExportedCell::withoutIdNumbers).toList());
                while (cells.size() < headings.size()) {
                    cells.add("");
                }
                cells.add(one.errors().stream().map(error -> reading.heading(error.path(), headings) + ": " + words(error.code(), locale))
                        .collect(Collectors.joining("; ")));
                file.row(cells);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private String words(String key, Locale locale) {
        return String.valueOf(texts.getMessage(key, null, key,
                Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? Locale.ENGLISH : Locale.ROOT));
    }
}
