package org.hejie.audit.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.hejie.audit.AuditEntryRow;
import org.hejie.shared.Times;
import org.hejie.shared.export.ExportStamp;
import org.hejie.shared.export.ExportedCell;
import org.jspecify.annotations.Nullable;

/** Entries of the record for a spreadsheet program, each row with the mark of the export. */
final class AuditFile {

    private static final List<String> HEADINGS = List.of("时间 at", "类别 kind", "动作 action", "人员类型 actorKind", "人员编号 actorId",
            "姓名 actor", "代办单位 onBehalfOf", "结果 result", "对象 objectType", "对象编号 objectId", "原因 reason", "用途 purpose",
            "地址 address", ExportStamp.HEADING);

    private AuditFile() {
    }

    static String of(List<AuditEntryRow> entries, ExportStamp stamp) {
        var text = new StringWriter();
        text.write('\uFEFF');
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(HEADINGS);
            for (AuditEntryRow row : entries) {
                csv.writeRecord(row.at().atZone(Times.ZONE).toOffsetDateTime().toString(), row.kind().name(), row.action(),
                        row.actorKind().name(), Long.toString(row.actorId()), cell(row.actorName()), cell(row.onBehalfOf()),
                        row.result().name(), cell(row.objectType()), cell(row.objectId()), cell(row.reason()),
                        cell(row.purpose()), cell(row.address()), stamp.mark());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String cell(@Nullable Object value) {
        return value == null ? "" : ExportedCell.safe(Objects.toString(value));
    }
}
