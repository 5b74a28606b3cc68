package org.hejie.matter.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hejie.matter.MatterAction;
import org.hejie.matter.MatterId;
import org.hejie.matter.MatterStatus;
import org.hejie.matter.link.NewLink;
import org.hejie.matter.series.NewSeries;
import org.hejie.matter.series.Series;
import org.hejie.matter.series.SeriesBook;
import org.hejie.matter.series.SeriesId;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.shared.Ids;
import org.hejie.shared.audit.AuditEntry;
import org.hejie.shared.audit.AuditKind;
import org.hejie.shared.audit.AuditLog;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps series: each joining and leaving with an event in the matter's history, its version left alone. */
@Service
class CountySeries implements SeriesBook {

    private final SeriesRows rows;
    private final MatterLoader loader;
    private final MatterStore store;
    private final History history;
    private final Doers doers;
    private final AuditLog audit;
    private final Ids ids;
    private final Clock clock;

    CountySeries(SeriesRows rows, MatterLoader loader, MatterStore store, History history, Doers doers, AuditLog audit, Ids ids,
            Clock clock) {
        this.rows = rows;
        this.loader = loader;
        this.store = store;
        this.history = history;
        this.doers = doers;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Series> find(SeriesId id) {
        return rows.find(id);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Series> of(MatterId matter) {
        return rows.of(matter).flatMap(rows::find);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Series> newest() {
        return rows.newest();
    }

    @Override
    @Transactional
    public Series make(NewSeries series) {
        Actor actor = mayLink();
        Doer doer = doers.of(actor);
        Instant now = clock.instant();
        var id = new SeriesId(ids.next());
        List<Matter> members = series.members().stream().sorted(Comparator.comparingLong(MatterId::value))
                .map(matter -> free(matter, matter.equals(series.lead()) ? "leadMatterId" : "matterIds")).toList();
        String county = members.getFirst().county;
        if (members.stream().anyMatch(member -> !member.county.equals(county))) {
            throw Refusal.guarded("LINK_OTHER_COUNTY");
        }
        rows.insert(id, series, now, doer.id());
        members.forEach(member -> enter(id, member, series.reason(), doer, now));
        return rows.find(id).orElseThrow();
    }

    @Override
    @Transactional
    public Series join(SeriesId id, MatterId matter, String reason) {
        Actor actor = mayLink();
        String why = NewLink.checked(reason);
        Series series = get(id);
        Matter member = free(matter, "matterId");
        Matter lead = loader.read(new MatterId(series.leadMatterId())).orElse(member);
        if (!lead.county.equals(member.county)) {
            throw Refusal.guarded("LINK_OTHER_COUNTY");
        }
        enter(id, member, why, doers.of(actor), clock.instant());
        return get(id);
    }

    @Override
    @Transactional
    public Series leave(SeriesId id, MatterId matter, String reason) {
        Actor actor = mayLink();
        String why = NewLink.checked(reason);
        Series series = get(id);
        if (series.leadMatterId() == matter.value() && series.members().size() + series.hidden() > 1) {
            throw Refusal.guarded("SERIES_LEAD");
        }
        Doer doer = doers.of(actor);
        Instant now = clock.instant();
        Matter member = loader.forMove(matter).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
        if (!rows.leave(id, matter, why, now, doer.id())) {
            throw Problem.of(ProblemType.NOT_FOUND);
        }
        write(member, MatterAction.LEAVE_SERIES, id, why, doer, now);
        return rows.find(id).orElse(series);
    }

    @Override
    @Transactional
    public Series change(SeriesId id, String name, MatterId lead) {
        Actor actor = mayLink();
        Series series = get(id);
        if (series.members().stream().noneMatch(member -> member.matterId() == lead.value())) {
            throw Problem.field("leadMatterId", "UNKNOWN");
        }
        rows.change(id, NewSeries.checkedName(name), lead);
        audit.record(AuditEntry.of(AuditKind.CHANGE, "SERIES_CHANGED").by(actor.auditActor()).on("series", id.value()));
        return get(id);
    }

    private Series get(SeriesId id) {
        return rows.find(id).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    }

    /** A matter that may join: seen, not merged, in no other series. */
    private Matter free(MatterId id, String field) {
        Matter matter = loader.forMove(id).orElseThrow(() -> Problem.field(field, "UNKNOWN"));
        if (matter.status == MatterStatus.MERGED) {
            throw Refusal.guarded("SERIES_MERGED");
        }
        if (rows.of(id).isPresent()) {
            throw Refusal.guarded("SERIES_OTHER");
        }
        return matter;
    }

    private void enter(SeriesId id, Matter member, String reason, Doer doer, Instant now) {
        rows.join(id, member.id, reason, now, doer.id());
        write(member, MatterAction.JOIN_SERIES, id, reason, doer, now);
    }

    /** The version stays, so that nobody's open page becomes stale. */
    private void write(Matter member, MatterAction action, SeriesId id, String reason, Doer doer, Instant now) {
        history.append(member, action, member.status, member.status, doer, now, now, null, reason,
                new History.Data().put("series", id.value()));
        store.update(member, member.version);
    }

    /** Whoever works on matters. */
    private static Actor mayLink() {
        Actor actor = Actors.current();
        if (!actor.may(Permission.MATTER_HANDLE) && !actor.may(Permission.MATTER_REGISTER)) {
            actor.require(Permission.MATTER_DISPATCH);
        }
        return actor;
    }
}
