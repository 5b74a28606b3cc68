package org.hejie.matter.link;

import java.util.List;
import org.hejie.matter.MatterId;
import org.hejie.matter.Matters.Standing;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.shared.web.Asked;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The links of a matter: shown, made, taken back. Changes need the version seen, in If-Match. */
@RestController
@RequestMapping("/api/v1/matters/{id}/links")
class LinkController {

    private final MatterLinks links;

    LinkController(MatterLinks links) {
        this.links = links;
    }

    /** @param kind one of {@link LinkKind} */
    record LinkRequest(@Nullable String kind, @Nullable Long matterId, @Nullable String reason) {
    }

    record LinkRemoval(@Nullable String reason) {
    }

    /** Where the matter stands after it. */
    record LinkAnswer(long id, String code, String status, int version) {
    }

    @GetMapping
    List<LinkedMatter> list(@PathVariable long id) {
        Actors.current().require(Permission.MATTER_READ);
        return links.of(new MatterId(id));
    }

    @PostMapping
    ResponseEntity<LinkAnswer> add(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody LinkRequest body) {
        LinkKind kind = Asked.one(LinkKind.class, "kind", body.kind());
        long other = Asked.required("matterId", body.matterId());
        if (other <= 0) {
            throw Problem.field("matterId", "UNKNOWN");
        }
        return answer(links.add(new MatterId(id), Asked.version(seen),
                new NewLink(kind, new MatterId(other), Asked.text(body.reason()))));
    }

    @PostMapping("/{link}/removal")
    ResponseEntity<LinkAnswer> remove(@PathVariable long id, @PathVariable long link,
            @RequestHeader(HttpHeaders.IF_MATCH) String seen, @RequestBody LinkRemoval body) {
        return answer(links.remove(new MatterId(id), Asked.version(seen), new LinkId(link), NewLink.checked(Asked.text(body.reason()))));
    }

    private static ResponseEntity<LinkAnswer> answer(Standing after) {
        return ResponseEntity.ok().eTag(Integer.toString(after.version()))
                .body(new LinkAnswer(after.id().value(), after.code().value(), after.status().name(), after.version()));
    }
}
