package org.hejie.referral.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hejie.document.sheet.Sheet;
import org.hejie.document.sheet.TimeText;
import org.hejie.intake.SubmittedParty;
import org.hejie.matter.RegisterMatter.PartyRole;
import org.hejie.matter.SafetyFact;
import org.hejie.referral.Envelope;
import org.hejie.referral.ReferralKind;
import org.hejie.shared.Times;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.Problem.FieldError;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a sheet as envelopes; columns are known by their headings. */
final class ReferralSheet {

    private static final Set<String> YES = Set.of("是", "有", "同意", "y", "yes", "true", "1");

    /** What a column may hold. */
    enum Column {
        NUMBER("outsideNo", "对方编号", "编号", "案号", "number"),
        PAPER("docNo", "文书编号", "paper"),
        KIND("kind", "类型", "kind"),
        CAUSE("cause", "案由", "cause"),
        FACTS("facts", "事实", "内容", "facts"),
        CLAIMS("claims", "诉求", "claims"),
        CATEGORY("category", "类别", "category"),
        PLACE("place", "地点", "place"),
        AREA("areaCode", "区划代码", "area"),
        AMOUNT("amount", "标的", "金额", "amount"),
        PEOPLE("people", "人数", "people"),
        CONSENT("bothConsent", "双方同意", "consent"),
        PROOF("consentProof", "同意凭据", "proof"),
        DUE("dueOn", "要求答复日期", "due"),
        REGISTERED("registeredOn", "登记日期", "registered"),
        ACCEPTED("acceptedOn", "受理日期", "accepted"),
        SAFETY("safety", "危险情形", "danger"),
        APPLICANT("parties[0].name", "申请人", "applicant"),
        APPLICANT_PHONE("parties[0].phone", "申请人电话", "applicant's phone"),
        RESPONDENT("parties[1].name", "被申请人", "respondent"),
        RESPONDENT_PHONE("parties[1].phone", "被申请人电话", "respondent's phone");

        final String field;
        final List<String> headings;

        Column(String field, String... headings) {
            this.field = field;
            this.headings = List.of(headings);
        }
    }

    private static final List<Column> NEEDED = List.of(Column.NUMBER, Column.KIND, Column.FACTS);

    private final Map<Column, Integer> places = new EnumMap<>(Column.class);
    private final List<ReferralKind> kinds;

    /** @throws Problem naming the columns that are missing */
    ReferralSheet(List<String> headings, List<ReferralKind> kinds) {
        this.kinds = kinds;
        var wrong = new Problem.Fields();
        for (Column column : Column.values()) {
            for (int i = 0; i < headings.size(); i++) {
                if (column.headings.contains(headings.get(i).toLowerCase(Locale.ROOT))) {
                    places.putIfAbsent(column, i);
                }
            }
            wrong.reject(NEEDED.contains(column) && !places.containsKey(column), "columns." + column.field, "REQUIRED");
        }
        wrong.done();
    }

    /** The heading of a field in this sheet; the field itself where it has none. */
    String heading(String field, List<String> headings) {
        return places.entrySet().stream().filter(one -> one.getKey().field.equals(field)).findFirst()
                .map(one -> headings.get(one.getValue())).orElse(field);
    }

    /** A row: what it says, and what in it cannot be read. */
    record Row(Envelope envelope, List<FieldError> unread) {
    }

    Row read(Sheet.Row row) {
        List<FieldError> unread = new ArrayList<>();
        String consent = text(row, Column.CONSENT);
        BigDecimal people = number(row, Column.PEOPLE, unread);
        var envelope = new Envelope(text(row, Column.NUMBER), text(row, Column.PAPER), kind(text(row, Column.KIND)), null, text(row, Column.CAUSE), null,
                text(row, Column.FACTS), text(row, Column.CLAIMS), text(row, Column.CATEGORY), text(row, Column.PLACE), text(row, Column.AREA),
                number(row, Column.AMOUNT, unread), whole(people, unread), parties(row),
                consent == null ? null : YES.contains(consent.toLowerCase(Locale.ROOT)), text(row, Column.PROOF), day(row, Column.DUE, unread),
                day(row, Column.REGISTERED, unread), day(row, Column.ACCEPTED, unread), safety(row, unread), null, null);
        return new Row(envelope, unread);
    }

    private @Nullable String kind(@Nullable String said) {
        return kinds.stream().filter(kind -> kind.name().zh().equals(said) || kind.name().en().equalsIgnoreCase(said)).findFirst()
                .map(ReferralKind::code).orElse(said);
    }

    private List<SubmittedParty> parties(Sheet.Row row) {
        List<SubmittedParty> parties = new ArrayList<>();
        party(parties, PartyRole.APPLICANT, text(row, Column.APPLICANT), text(row, Column.APPLICANT_PHONE));
        party(parties, PartyRole.RESPONDENT, text(row, Column.RESPONDENT), text(row, Column.RESPONDENT_PHONE));
        return parties;
    }

    private static void party(List<SubmittedParty> parties, PartyRole role, @Nullable String name, @Nullable String phone) {
        if (name != null || phone != null) {
            parties.add(new SubmittedParty(role, null, name, null, null, phone, null));
        }
    }

    private Set<SafetyFact> safety(Sheet.Row row, List<FieldError> unread) {
        String said = text(row, Column.SAFETY);
        Set<SafetyFact> facts = new TreeSet<>();
        for (String word : said == null ? new String[0] : said.split("[、,，;；\\s]+")) {
            Optional<SafetyFact> fact = SafetyFact.of(word);
            fact.ifPresentOrElse(facts::add, () -> unread.add(new FieldError(Column.SAFETY.field, "UNKNOWN")));
        }
        return facts;
    }

    private @Nullable String text(Sheet.Row row, Column column) {
        Integer place = places.get(column);
        String cell = place == null || place >= row.cells().size() ? "" : row.cells().get(place).strip();
        return cell.isEmpty() ? null : cell;
    }

    private @Nullable LocalDate day(Sheet.Row row, Column column, List<FieldError> unread) {
        String text = text(row, column);
        Optional<LocalDate> day = Optional.ofNullable(text).flatMap(TimeText::parse).map(time -> Times.dateOf(time.toInstant()));
        if (text != null && day.isEmpty()) {
            unread.add(new FieldError(column.field, "TIME"));
        }
        return day.orElse(null);
    }

    private @Nullable BigDecimal number(Sheet.Row row, Column column, List<FieldError> unread) {
        String text = text(row, column);
        try {
            return text == null ? null : new BigDecimal(text.replaceAll("[,，¥￥元人\\s]", ""));
        } catch (NumberFormatException e) {
            unread.add(new FieldError(column.field, "NUMBER"));
            return null;
        }
    }

    private static @Nullable Integer whole(@Nullable BigDecimal people, List<FieldError> unread) {
        try {
            return people == null ? null : people.intValueExact();
        } catch (ArithmeticException e) {
            unread.add(new FieldError(Column.PEOPLE.field, "NUMBER"));
            return null;
        }
    }
}
