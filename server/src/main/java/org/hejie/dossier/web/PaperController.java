package org.hejie.dossier.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hejie.document.FileType;
import org.hejie.document.NewFile;
import org.hejie.dossier.PaperTemplates;
import org.hejie.dossier.Papers;
import org.hejie.dossier.Papers.Format;
import org.hejie.dossier.Papers.PaperForm;
import org.hejie.dossier.Papers.PaperRow;
import org.hejie.dossier.Papers.PrintOrder;
import org.hejie.dossier.Papers.Printed;
import org.hejie.matter.MatterId;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Papers of a matter: listed, filled, printed; and the templates they are printed from. */
@RestController
@RequestMapping("/api/v1")
class PaperController {

    private final Papers papers;
    private final PaperTemplates templates;

    PaperController(Papers papers, PaperTemplates templates) {
        this.papers = papers;
        this.templates = templates;
    }

    /**
     * @param full   with full identities, each of which is recorded; otherwise masked
     * @param values what was typed, by field
     * @param about  which of several it is made for, such as a session
     */
    record CopyRequest(@Nullable Format format, @Nullable Boolean full, @Nullable Map<String, @Nullable String> values,
            @Nullable Long about) {

        PrintOrder read() {
            if (format == null) {
                throw Problem.field("format", "REQUIRED");
            }
            Map<String, String> typed = new TreeMap<>();
            if (values != null) {
                values.forEach((name, value) -> typed.put(name, value == null ? "" : value));
            }
            return new PrintOrder(format, Boolean.TRUE.equals(full), typed, about);
        }

        @Override
        public String toString() {
            return "CopyRequest[hidden]";
        }
    }

    @GetMapping("/matters/{id}/papers")
    List<PaperRow> list(@PathVariable long id) {
        Actors.current().require(Permission.MATTER_READ);
        return papers.of(new MatterId(id));
    }

    @GetMapping("/matters/{id}/papers/{paper}")
    PaperForm form(@PathVariable long id, @PathVariable String paper, @RequestParam(required = false) @Nullable Long about) {
        Actors.current().require(Permission.MATTER_READ);
        return papers.form(new MatterId(id), paper, about);
    }

    /** Prints one numbered copy. */
    @PostMapping("/matters/{id}/papers/{paper}/copies")
    ResponseEntity<byte[]> print(@PathVariable long id, @PathVariable String paper, @RequestBody CopyRequest request) {
        Printed printed = papers.print(new MatterId(id), paper, request.read());
        return file(printed.fileName(), printed.mediaType(), printed.bytes());
    }

    @GetMapping("/paper-templates/{paper}")
    ResponseEntity<byte[]> template(@PathVariable String paper) {
        Actors.current().require(Permission.RULES_DRAFT);
        return file(paper + ".docx", FileType.DOCX.mediaType(), templates.template(paper));
    }

    @PostMapping(path = "/paper-templates/{paper}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void replace(@PathVariable String paper, @RequestParam MultipartFile file) throws IOException {
        if (file.getSize() > NewFile.MAX_BYTES) {
            throw Problem.of(ProblemType.TOO_LARGE, "FILE", "file");
        }
        String name = file.getOriginalFilename() == null || file.getOriginalFilename().isBlank() ? paper + ".docx" : file.getOriginalFilename();
        templates.replace(paper, name, file.getBytes());
    }

    @DeleteMapping("/paper-templates/{paper}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void restore(@PathVariable String paper) {
        templates.restore(paper);
    }

    static ResponseEntity<byte[]> file(String name, String type, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(name))
                .header("X-Content-Type-Options", "nosniff")
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(bytes);
    }

    static String attachment(String name) {
        return ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString();
    }
}
