package org.hejie.intake.internal;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hejie.intake.ResidentView;
import org.hejie.matter.MatterDetail;
import org.hejie.matter.MatterDetail.Named;
import org.hejie.matter.procedure.Wording;
import org.hejie.shared.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/**
 * Tells a matter to its reporter in sentences, from its status, clocks and events. The words stand in
 * {@code i18n/resident}; what has no words there is not told.
 */
@Component
class ResidentSentences {

    private static final DateTimeFormatter ZH = DateTimeFormatter.ofPattern("M 月 d 日");
    private static final DateTimeFormatter EN = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    /** The clocks a reporter waits by, the next first. */
    private static final List<String> WAITED_BY = List.of("accept", "dispatch", "contact", "handle", "check", "visit");

    private final MessageSource texts;

    ResidentSentences() {
        var bundle = new ResourceBundleMessageSource();
        bundle.setBasename("i18n/resident");
        bundle.setDefaultEncoding("UTF-8");
        bundle.setFallbackToSystemLocale(false);
        texts = bundle;
    }

    ResidentView of(MatterDetail matter) {
        Optional<MatterDetail.Clock> waiting = waiting(matter);
        Wording now = now(matter, waiting);
        return new ResidentView(matter.code(), matter.title(), now, next(matter, waiting), history(matter),
                open(matter, "ADD_MATERIAL"), open(matter, "EVALUATE"));
    }

    /** A duplicate to its reporter: what he told, and how it goes with the matter it is handled with since the merge. */
    ResidentView merged(MatterDetail own, MatterDetail master) {
        ResidentView told = of(master);
        Instant since = own.timeline().stream().filter(entry -> entry.action().equals("MERGE"))
                .map(MatterDetail.Entry::at).reduce((first, last) -> last).orElse(Instant.MIN);
        List<ResidentView.Line> lines = new ArrayList<>(
                told.history().stream().filter(line -> line.at().isAfter(since)).toList());
        lines.addAll(history(own));
        return new ResidentView(own.code(), own.title(), told.now(), told.next(), lines, told.mayAddMaterial(), false);
    }

    private Wording now(MatterDetail matter, Optional<MatterDetail.Clock> waiting) {
        String key = "now." + matter.status();
        Optional<Wording> dated = waiting.flatMap(clock ->
                words(key + "." + clock.key(), matter.leadUnit(), clock.dueAt()));
        return dated.or(() -> words(key, matter.leadUnit(), null)).orElseGet(() -> words("now", null, null).orElseThrow());
    }

    private @Nullable Wording next(MatterDetail matter, Optional<MatterDetail.Clock> waiting) {
        return waiting.flatMap(clock -> words("next." + clock.key(), matter.leadUnit(), clock.dueAt()))
                .or(() -> words("next." + matter.status(), matter.leadUnit(), null)).orElse(null);
    }

    private static Optional<MatterDetail.Clock> waiting(MatterDetail matter) {
        return matter.clocks().stream()
                .filter(clock -> clock.stoppedAt() == null && !clock.paused() && WAITED_BY.contains(clock.key()))
                .min(Comparator.comparingInt(clock -> WAITED_BY.indexOf(clock.key())));
    }

    private List<ResidentView.Line> history(MatterDetail matter) {
        List<ResidentView.Line> lines = new ArrayList<>();
        for (MatterDetail.Entry entry : matter.timeline()) {
            words("event." + entry.action(), entry.to() == null ? matter.leadUnit() : entry.to(), null)
                    .ifPresent(text -> lines.add(new ResidentView.Line(entry.at(), text)));
        }
        return lines.reversed();
    }

    private static boolean open(MatterDetail matter, String action) {
        return matter.actions().stream().anyMatch(offer -> offer.action().equals(action) && offer.allowed());
    }

    private Optional<Wording> words(String key, @Nullable Named unit, @Nullable Instant due) {
        String zhUnit = unit == null ? "中心" : unit.name();
        String enUnit = unit == null ? "the centre" : unit.nameEn() == null ? unit.name() : unit.nameEn();
        ZonedDateTime day = due == null ? null : due.atZone(Times.ZONE);
        String zh = texts.getMessage(key, new Object[] {zhUnit, day == null ? "" : ZH.format(day)}, "", Locale.ROOT);
        String en = texts.getMessage(key, new Object[] {enUnit, day == null ? "" : EN.format(day)}, "", Locale.ENGLISH);
        return zh == null || zh.isEmpty() || en == null ? Optional.empty() : Optional.of(new Wording(zh, en));
    }
}
