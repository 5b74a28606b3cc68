package org.hejie.dossier.pdf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.util.Matrix;
import org.hejie.document.TextDecoding;
import org.hejie.dossier.pdf.Bound.BoundPaper;
import org.hejie.dossier.pdf.PdfPages.Align;
import org.hejie.dossier.pdf.PdfPages.Cell;
import org.hejie.dossier.pdf.PdfPages.Place;

/**
 * Binds papers into one PDF: cover, contents, every paper with the number of its page at the upper outer corner, back;
 * a bookmark for each. Cover, contents and back carry no number, as in a paper file.
 */
public final class DossierBinding {

    private static final float BODY = 11;
    private static final float NUMBER = 12;
    private static final float EDGE = 36;
    private static final List<Integer> CONTENTS = List.of(45, 190, 90, 66, 60);

    private final PDDocument document;
    private final ChineseFont font;
    private final Scans scans;
    private final List<BoundPaper> papers = new ArrayList<>();
    private final List<PDPage> body = new ArrayList<>();

    private DossierBinding(PDDocument document) {
        this.document = document;
        this.font = new ChineseFont(document);
        this.scans = new Scans(document);
    }

    /**
     * Writes the PDF.
     *
     * @throws IOException if the disk cannot be written
     */
    public static Bound bind(DossierCover cover, List<DossierPart> parts, Path into) throws IOException {
        try (var document = new PDDocument(IOUtils.createTempFileOnlyStreamCache())) {
            var binding = new DossierBinding(document);
            try (Scans open = binding.scans) {
                Bound bound = binding.bind(cover, parts);
                document.save(into.toFile());
                return bound;
            }
        }
    }

    private Bound bind(DossierCover cover, List<DossierPart> parts) throws IOException {
        for (DossierPart part : parts) {
            List<PDPage> pages = pages(part);
            papers.add(new BoundPaper(part, body.size() + 1, pages.size()));
            body.addAll(pages);
        }
        for (int i = 0; i < body.size(); i++) {
            number(body.get(i), i + 1);
        }
        List<PDPage> front = printed(pages -> front(cover, pages));
        List<PDPage> back = printed(pages -> back(cover, pages));
        toTheFront(front);
        bookmarks(front, back);
        document.getDocumentInformation().setTitle(cover.title());
        return new Bound(papers, body.size(), body.size() + front.size() + back.size());
    }

    /** What makes pages. */
    private interface Printing {
        void on(PdfPages pages) throws IOException;
    }

    private List<PDPage> printed(Printing printing) throws IOException {
        try (var pages = new PdfPages(document, font)) {
            printing.on(pages);
            return pages.pages();
        }
    }

    private List<PDPage> pages(DossierPart part) throws IOException {
        byte[] content = part.content().get();
        int before = document.getNumberOfPages();
        try {
            return switch (part.type()) {
                case PDF -> scans.pdf(content);
                case JPEG -> List.of(scans.jpeg(content));
                case PNG -> List.of(scans.png(content));
                case DOCX -> printed(pages -> WordPages.print(content, pages));
                case TEXT, CSV -> printed(pages -> pages.text(text(content), BODY, false, Align.LEFT));
                case SEAL -> standIn(part, "本件为电子印章文件，与所盖文书一同核验，不能印在纸上。");
                case WEBP, XLSX, MP3, AMR, WAV -> standIn(part, "本件为电子文件，不能印在纸上，与本卷一同保存。");
            };
        } catch (IOException | RuntimeException e) {
            while (document.getNumberOfPages() > before) {
                document.removePage(before);
            }
            return standIn(part, "本件不能打开，原件按原样保存。");
        }
    }

    /** A sheet in the place of what cannot be printed, with the hash by which it is told again. */
    private List<PDPage> standIn(DossierPart part, String why) throws IOException {
        return printed(pages -> {
            pages.text(part.heading(), 16, true, Align.CENTER);
            pages.space(20);
            pages.text(why, BODY, false, Align.LEFT);
            pages.text("文件：" + part.name(), BODY, false, Align.LEFT);
            pages.text("SM3：" + part.sm3(), BODY, false, Align.LEFT);
        });
    }

    private static String text(byte[] content) {
        int mark = TextDecoding.markLength(content);
        return new String(content, mark, content.length - mark, TextDecoding.charsetOf(content).orElse(StandardCharsets.UTF_8));
    }

    private void front(DossierCover cover, PdfPages pages) {
        pages.space(90);
        pages.text(cover.title(), 30, true, Align.CENTER);
        pages.space(60);
        for (DossierCover.Row row : cover.rows()) {
            pages.row(List.of(pages.cell(row.label(), 13, true, Align.CENTER, PdfPages.WIDTH * 0.28f),
                    pages.cell(row.value(), 13, false, Align.LEFT, PdfPages.WIDTH * 0.72f)));
        }
        pages.row(List.of(pages.cell("卷内页数", 13, true, Align.CENTER, PdfPages.WIDTH * 0.28f),
                pages.cell("共 " + body.size() + " 页", 13, false, Align.LEFT, PdfPages.WIDTH * 0.72f)));
        pages.newPage();
        pages.text("卷 内 目 录", 20, true, Align.CENTER);
        pages.space(12);
        contentsRow(pages, true, "序号", "材料名称", "日期", "页号", "备注");
        for (int i = 0; i < papers.size(); i++) {
            BoundPaper paper = papers.get(i);
            int last = paper.firstPage() + paper.pages() - 1;
            String range = paper.pages() == 1 ? Integer.toString(last) : paper.firstPage() + "-" + last;
            String name = paper.part().name().isEmpty() ? paper.part().heading() : paper.part().heading() + "：" + paper.part().name();
            contentsRow(pages, false, Integer.toString(i + 1), name, paper.part().on().toString(), range,
                    paper.part().name().isEmpty() ? "系统打印" : "");
        }
    }

    private static void contentsRow(PdfPages pages, boolean bold, String... texts) {
        var cells = new ArrayList<Cell>();
        int sum = CONTENTS.stream().mapToInt(Integer::intValue).sum();
        for (int i = 0; i < texts.length; i++) {
            cells.add(pages.cell(texts[i], BODY, bold, i == 1 ? Align.LEFT : Align.CENTER, PdfPages.WIDTH * CONTENTS.get(i) / sum));
        }
        pages.row(cells);
    }

    private void back(DossierCover cover, PdfPages pages) {
        pages.space(40);
        pages.text("卷 内 备 考 表", 20, true, Align.CENTER);
        pages.space(20);
        pages.text("本卷共 " + papers.size() + " 件，" + body.size() + " 页。", 13, false, Align.LEFT);
        pages.space(10);
        pages.text("本卷情况说明：" + (cover.note() == null ? "无" : cover.note()), 13, false, Align.LEFT);
        pages.space(80);
        pages.text("立卷人：" + cover.filer(), 13, false, Align.RIGHT);
        pages.text("检查人：________________", 13, false, Align.RIGHT);
        pages.text("立卷时间：" + cover.on(), 13, false, Align.RIGHT);
    }

    private void toTheFront(List<PDPage> front) {
        PDPage first = document.getPage(0);
        for (PDPage page : front) {
            if (page == first || page.getCOSObject() == first.getCOSObject()) {
                return; // nothing but front and back
            }
            document.getPages().remove(page);
            document.getPages().insertBefore(page, first);
        }
    }

    /** At the upper outer corner as the page is looked at: the right of odd pages, the left of even ones. */
    private void number(PDPage page, int number) throws IOException {
        try (var pen = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
            PDRectangle box = page.getCropBox();
            int turn = Math.floorMod(page.getRotation(), 360);
            float width = turn % 180 == 0 ? box.getWidth() : box.getHeight();
            float height = turn % 180 == 0 ? box.getHeight() : box.getWidth();
            pen.transform(upright(turn, box));
            PdfPages.show(pen, font, Integer.toString(number), new Place(EDGE, height - EDGE, width - 2 * EDGE), NUMBER, true,
                    number % 2 == 1 ? Align.RIGHT : Align.LEFT);
        }
    }

    /** From what is seen to what lies in the file, for a page that is shown turned clockwise. */
    private static Matrix upright(int turn, PDRectangle box) {
        float x = box.getLowerLeftX();
        float y = box.getLowerLeftY();
        return switch (turn) {
            case 90 -> new Matrix(0, 1, -1, 0, x + box.getWidth(), y);
            case 180 -> new Matrix(-1, 0, 0, -1, x + box.getWidth(), y + box.getHeight());
            case 270 -> new Matrix(0, -1, 1, 0, x, y + box.getHeight());
            default -> new Matrix(1, 0, 0, 1, x, y);
        };
    }

    private void bookmarks(List<PDPage> front, List<PDPage> back) {
        var outline = new PDDocumentOutline();
        document.getDocumentCatalog().setDocumentOutline(outline);
        outline.addLast(bookmark("封面", front.getFirst()));
        outline.addLast(bookmark("卷内目录", front.get(1)));
        for (BoundPaper paper : papers) {
            String name = paper.part().name().isEmpty() ? "" : " " + paper.part().name();
            outline.addLast(bookmark(paper.part().heading() + name + "（" + paper.firstPage() + "）", body.get(paper.firstPage() - 1)));
        }
        outline.addLast(bookmark("备考表", back.getFirst()));
        outline.openNode();
    }

    private static PDOutlineItem bookmark(String title, PDPage page) {
        var item = new PDOutlineItem();
        item.setTitle(title);
        item.setDestination(page);
        return item;
    }
}
