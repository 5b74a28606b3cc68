package org.hejie.document.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.hejie.document.Documents;
import org.hejie.document.FileContent;
import org.hejie.document.FileId;
import org.hejie.document.NewFile;
import org.hejie.document.StoredFile;
import org.hejie.org.Actors;
import org.hejie.org.Role;
import org.hejie.shared.audit.AuditEntry;
import org.hejie.shared.audit.AuditKind;
import org.hejie.shared.audit.AuditLog;
import org.hejie.shared.scope.Scope;
import org.hejie.shared.scope.Scopes;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files of staff: sent up before or with a move of a matter, and taken down by those who may see the matter. */
@RestController
@RequestMapping("/api/v1/documents")
class DocumentController {

    /** A file as the API tells of it. */
    record StoredDocument(long id, String name, String type, int size, String sha) {

        static StoredDocument of(StoredFile file) {
            return new StoredDocument(file.id().value(), file.name(), file.type().mediaType(), file.size(), file.sm3());
        }
    }

    private final Documents documents;
    private final AuditLog audit;

    DocumentController(Documents documents, AuditLog audit) {
        this.documents = documents;
        this.audit = audit;
    }

    /** Keeps a file; until it is attached to a matter only the one who sent it sees it. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    StoredDocument store(@RequestParam MultipartFile file, @RequestParam(defaultValue = "material") String purpose)
            throws IOException {
        if (file.getSize() > NewFile.MAX_BYTES) {
            throw Problem.of(ProblemType.TOO_LARGE, "FILE", "file");
        }
        if (!purpose.matches("[A-Za-z0-9_-]{1,60}")) {
            throw Problem.field("purpose", "INVALID");
        }
        String name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        FileId id = documents.store(new NewFile(name, file.getBytes(), purpose), sender());
        return StoredDocument.of(documents.view(id));
    }

    /**
     * The bytes, always to be saved and never to be run: what was sent in may pretend to be a page. A line's own system sends
     * matters and reads its answers; the papers of a matter are for people, also where its unit takes part.
     */
    @GetMapping("/{id}/content")
    ResponseEntity<byte[]> content(@PathVariable long id) {
        if (Actors.current().is(Role.LINE_CLIENT)) {
            throw Problem.of(ProblemType.NOT_FOUND);
        }
        FileContent content = documents.content(new FileId(id));
        audit.record(AuditEntry.of(AuditKind.READ, "FILE_OPENED").by(Actors.current().auditActor()).on("document", id));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(content.file().type().mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment()
                        .filename(content.file().name(), StandardCharsets.UTF_8).build().toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(content.bytes());
    }

    private static long[] sender() {
        Scope scope = Scopes.current();
        return scope.keys().contains(scope.actor())
                ? new long[] {scope.actor()}
                : scope.keys().stream().mapToLong(Long::longValue).toArray();
    }
}
