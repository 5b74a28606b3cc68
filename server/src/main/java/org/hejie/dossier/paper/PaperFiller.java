package org.hejie.dossier.paper;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import com.deepoove.poi.plugin.table.LoopRowTableRenderPolicy;
import com.deepoove.poi.policy.TextRenderPolicy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFFooter;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.hejie.dossier.PaperFacts.Known;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;

/**
 * Fills a Word template. Values are text and nothing else: what was typed into a paper is never taken for the path of a
 * picture, an address to fetch or an expression to run.
 */
public final class PaperFiller {

    private static final char[] PICTURE_NESTED_NUMBERING = {'@', '+', '*'};
    private static final int MARK_SIZE = 8;

    private PaperFiller() {
    }

    /**
     * The filled paper as .docx.
     *
     * @param mark who printed it, when, under which number: stands at the foot of every page
     */
    public static byte[] fill(PaperSheet sheet, byte[] template, Known known, String mark) {
        Map<String, Object> values = new HashMap<>();
        sheet.tags().forEach(tag -> values.put(tag, ""));
        values.putAll(known.texts());
        for (PaperSheet.Block block : sheet.blocks()) {
            if (block.table() != null) {
                values.put(block.table().of(), rows(block.table(), known));
            }
        }
        try (XWPFTemplate filled = XWPFTemplate.compile(new ByteArrayInputStream(template), textOnly(sheet)).render(values);
                var out = new ByteArrayOutputStream()) {
            foot(filled.getXWPFDocument(), mark);
            filled.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
    }

    /**
     * Checks a template that the county brings.
     *
     * @throws Problem 400 on {@code file} with {@code TEMPLATE_BROKEN} if Word cannot read it, {@code TEMPLATE_NAME} if
     *         it carries a name this paper does not know
     */
    public static void check(PaperSheet sheet, byte[] template) {
        Set<String> strange = new TreeSet<>();
        try (var word = new XWPFDocument(new ByteArrayInputStream(template))) {
            word.getBodyElements().forEach(element -> {
                switch (element) {
                    case XWPFParagraph paragraph -> strange.addAll(PaperSheet.tagsOf(paragraph.getText()));
                    case XWPFTable table -> strange.addAll(PaperSheet.tagsOf(table.getText()));
                    default -> { }
                }
            });
            word.getFooterList().forEach(footer -> strange.addAll(PaperSheet.tagsOf(footer.getText())));
            word.getHeaderList().forEach(header -> strange.addAll(PaperSheet.tagsOf(header.getText())));
        } catch (IOException | RuntimeException e) {
            throw Problem.of(ProblemType.UNSUPPORTED_TYPE, "TEMPLATE_BROKEN", "file");
        }
        strange.removeAll(sheet.tags());
        if (!strange.isEmpty()) {
            throw Problem.of(ProblemType.UNSUPPORTED_TYPE, "TEMPLATE_NAME", "file");
        }
        try {
            fill(sheet, template, Known.NOTHING, "");
        } catch (RuntimeException e) {
            throw Problem.of(ProblemType.UNSUPPORTED_TYPE, "TEMPLATE_BROKEN", "file");
        }
    }

    private static Configure textOnly(PaperSheet sheet) {
        var configure = Configure.builder();
        for (char sign : PICTURE_NESTED_NUMBERING) {
            configure.addPlugin(sign, new TextRenderPolicy());
        }
        for (PaperSheet.Block block : sheet.blocks()) {
            if (block.table() != null) {
                configure.bind(block.table().of(), new LoopRowTableRenderPolicy());
            }
        }
        return configure.build();
    }

    /** At least one empty row, so that it can be filled in by hand. */
    private static List<Map<String, String>> rows(PaperSheet.Table table, Known known) {
        List<Map<String, String>> rows = known.tables().getOrDefault(table.of(), List.of());
        return (rows.isEmpty() ? List.of(Map.<String, String>of()) : rows).stream().map(row -> {
            Map<String, String> whole = new HashMap<>();
            table.columns().keySet().forEach(column -> whole.put(column, row.getOrDefault(column, "")));
            return whole;
        }).toList();
    }

    private static void foot(XWPFDocument word, String mark) {
        XWPFFooter footer = word.createFooter(HeaderFooterType.DEFAULT);
        XWPFParagraph paragraph = footer.createParagraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        var run = paragraph.createRun();
        run.setFontSize(MARK_SIZE);
        run.setText(mark);
    }
}
