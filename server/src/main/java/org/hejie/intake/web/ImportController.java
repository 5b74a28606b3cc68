package org.hejie.intake.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hejie.intake.ImportId;
import org.hejie.intake.ImportUndo;
import org.hejie.intake.ImportView;
import org.hejie.intake.Imports;
import org.hejie.intake.PreviewRow;
import org.hejie.org.Actors;
import org.hejie.org.Permission;
import org.hejie.shared.export.ExportStamp;
import org.hejie.shared.web.Page;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Spreadsheets of the lines, for those whose post lets them import. */
@RestController
@RequestMapping("/api/v1/imports")
class ImportController {

    private static final int MOST = 100;

    private final Imports imports;
    private final ImportUndo undo;

    ImportController(Imports imports, ImportUndo undo) {
        this.imports = imports;
        this.undo = undo;
    }

    /** @param mapping heading by field; a field left out is not used */
    record MappingRequest(@Nullable Map<String, String> mapping) {
    }

    record UndoRequest(@Nullable String reason) {
    }

    record Preview(List<PreviewRow> items) {
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    ImportView upload(@RequestParam MultipartFile file, @RequestParam String line) throws IOException {
        permitted();
        if (file.getSize() > Imports.MAX_BYTES) {
            throw Problem.of(ProblemType.TOO_LARGE);
        }
        String name = file.getOriginalFilename();
        return imports.upload(Lines.named(line), name == null ? "" : name, file.getBytes());
    }

    @PutMapping("/{id}/mapping")
    ImportView map(@PathVariable long id, @RequestBody MappingRequest request) {
        permitted();
        return imports.map(new ImportId(id), request.mapping() == null ? Map.of() : request.mapping());
    }

    @GetMapping("/{id}/preview")
    Preview preview(@PathVariable long id) {
        permitted();
        return new Preview(imports.preview(new ImportId(id)));
    }

    @PostMapping("/{id}/start")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void start(@PathVariable long id) {
        permitted();
        imports.start(new ImportId(id));
    }

    @PostMapping("/{id}/resumption")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void resume(@PathVariable long id) {
        permitted();
        imports.resume(new ImportId(id));
    }

    /** Asked again, it goes on where it stopped. */
    @PostMapping("/{id}/undo")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void undo(@PathVariable long id, @RequestBody UndoRequest request) {
        permitted();
        undo.undo(new ImportId(id), request.reason() == null ? "" : request.reason());
    }

    @GetMapping("/{id}/undo")
    ImportUndo.View undone(@PathVariable long id) {
        permitted();
        return undo.view(new ImportId(id));
    }

    @GetMapping("/{id}")
    ImportView view(@PathVariable long id) {
        permitted();
        return imports.view(new ImportId(id));
    }

    @GetMapping
    Page<ImportView> page(@RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "30") int limit) {
        permitted();
        if (limit < 1 || limit > MOST) {
            throw Problem.field("limit", "RANGE");
        }
        return imports.page(cursor, limit);
    }

    @GetMapping("/{id}/errors.csv")
    void errorsCsv(@PathVariable long id, Locale locale, HttpServletResponse response) throws IOException {
        errors(id, false, "text/csv;charset=UTF-8", "errors.csv", locale, response);
    }

    @GetMapping("/{id}/errors.xlsx")
    void errorsXlsx(@PathVariable long id, Locale locale, HttpServletResponse response) throws IOException {
        errors(id, true, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "errors.xlsx", locale, response);
    }

    private void errors(long id, boolean xlsx, String type, String name, Locale locale, HttpServletResponse response)
            throws IOException {
        permitted();
        ExportStamp stamp = imports.export(new ImportId(id), xlsx);
        response.setContentType(type);
        response.setHeader("Content-Disposition", "attachment; filename=\"import-" + id + "-" + name + "\"");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Cache-Control", "no-store");
        imports.writeErrors(new ImportId(id), xlsx, locale, stamp, response.getOutputStream());
    }

    private static void permitted() {
        Actors.current().require(Permission.IMPORT);
    }
}
