package org.hejie.matter.series;

import java.util.List;
import org.hejie.matter.MatterId;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Series of matters: made, opened, changed. */
@RestController
@RequestMapping("/api/v1")
class SeriesController {

    private final SeriesBook book;

    SeriesController(SeriesBook book) {
        this.book = book;
    }

    /** @param matterIds its members; the lead may be left out */
    record SeriesRequest(@Nullable String name, @Nullable Long leadMatterId, @Nullable List<Long> matterIds,
            @Nullable String reason) {
    }

    record SeriesChange(@Nullable String name, @Nullable Long leadMatterId) {
    }

    record MemberRequest(@Nullable Long matterId, @Nullable String reason) {
    }

    record MemberRemoval(@Nullable String reason) {
    }

    /** @param items the newest first, at most 100 */
    record SeriesList(List<Series> items) {
    }

    @GetMapping("/series")
    SeriesList newest() {
        Actors.current().require(Permission.MATTER_READ);
        return new SeriesList(book.newest());
    }

    @GetMapping("/series/{id}")
    Series one(@PathVariable long id) {
        Actors.current().require(Permission.MATTER_READ);
        return book.find(new SeriesId(id)).orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND));
    }

    /** A list of one or none, since a matter belongs to at most one series. */
    @GetMapping("/matters/{id}/series")
    List<Series> ofMatter(@PathVariable long id) {
        Actors.current().require(Permission.MATTER_READ);
        return book.of(new MatterId(id)).stream().toList();
    }

    @PostMapping("/series")
    @ResponseStatus(HttpStatus.CREATED)
    Series make(@RequestBody SeriesRequest body) {
        List<MatterId> members = body.matterIds() == null ? List.of()
                : body.matterIds().stream().map(member -> matter(member, "matterIds")).toList();
        return book.make(new NewSeries(text(body.name()), matter(body.leadMatterId(), "leadMatterId"), members, text(body.reason())));
    }

    @PutMapping("/series/{id}")
    Series change(@PathVariable long id, @RequestBody SeriesChange body) {
        return book.change(new SeriesId(id), text(body.name()), matter(body.leadMatterId(), "leadMatterId"));
    }

    @PostMapping("/series/{id}/members")
    Series join(@PathVariable long id, @RequestBody MemberRequest body) {
        return book.join(new SeriesId(id), matter(body.matterId(), "matterId"), text(body.reason()));
    }

    @PostMapping("/series/{id}/members/{matter}/removal")
    Series leave(@PathVariable long id, @PathVariable long matter, @RequestBody MemberRemoval body) {
        return book.leave(new SeriesId(id), new MatterId(matter), text(body.reason()));
    }

    private static MatterId matter(@Nullable Long id, String field) {
        if (id == null) {
            throw Problem.field(field, "REQUIRED");
        }
        if (id <= 0) {
            throw Problem.field(field, "UNKNOWN");
        }
        return new MatterId(id);
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
