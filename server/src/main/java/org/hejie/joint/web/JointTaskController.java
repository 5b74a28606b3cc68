package org.hejie.joint.web;

import org.hejie.joint.TaskRow;
import org.hejie.joint.Tasks;
import org.hejie.joint.web.JointController.JointVersion;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.shared.web.Asked;
import org.hejie.shared.web.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tasks of sessions and meetings: listed, done, returned. */
@RestController
@RequestMapping("/api/v1/joint-tasks")
class JointTaskController {

    private final Tasks tasks;

    JointTaskController(Tasks tasks) {
        this.tasks = tasks;
    }

    /** @param done false: returned, with why */
    record TaskAnswer(@Nullable Boolean done, @Nullable String text) {
    }

    @GetMapping
    Page<TaskRow> list(@RequestParam(required = false) @Nullable Long unit, @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable Boolean overdue, @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        Actors.current().require(Permission.MATTER_READ);
        return tasks.list(unit, state == null ? null : Asked.one(TaskRow.State.class, "state", state), overdue, cursor,
                Asked.within(limit));
    }

    @PostMapping("/{id}/answer")
    ResponseEntity<JointVersion> answer(@PathVariable long id, @RequestHeader(HttpHeaders.IF_MATCH) String seen,
            @RequestBody TaskAnswer body) {
        int version = tasks.answer(id, Asked.version(seen), Asked.required("done", body.done()), body.text() == null ? "" : body.text());
        return ResponseEntity.ok().eTag(Integer.toString(version)).body(new JointVersion(id, version));
    }
}
