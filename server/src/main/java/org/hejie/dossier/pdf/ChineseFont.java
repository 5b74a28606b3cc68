package org.hejie.dossier.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Noto Sans SC in one PDF, of which the characters used are embedded: the page looks the same on a machine without any
 * Chinese font. A character that the font lacks is printed as an empty square, so that nobody overlooks it.
 */
final class ChineseFont {

    private static final String FILE = "/fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf";
    private static final int MISSING = '□';
    private static final String NOT_AT_THE_START = "，。、；：？！）》」』”’】〉,.;:?!)]}%";

    private final PDType0Font font;
    private final CmapLookup characters;
    private final TrueTypeFont metrics;
    private final Map<Integer, Float> widths = new HashMap<>();

    ChineseFont(PDDocument document) {
        try {
            metrics = new TTFParser().parse(new RandomAccessReadBuffer(Bytes.ALL));
            characters = metrics.getUnicodeCmapLookup();
            font = PDType0Font.load(document, metrics, true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file is read once; each PDF parses it anew, for a parsed font remembers what it has embedded. */
    private static final class Bytes {

        static final byte[] ALL = read();

        private static byte[] read() {
            try (InputStream in = ChineseFont.class.getResourceAsStream(FILE)) {
                if (in == null) {
                    throw new IllegalStateException("the Chinese font is missing from this build: " + FILE);
                }
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    PDType0Font font() {
        return font;
    }

    /** The text with what cannot be printed replaced. */
    String printable(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (character == '\t' || character == '\u00a0') {
                out.append(' ');
            } else if (!Character.isISOControl(character)) {
                out.appendCodePoint(characters.getGlyphId(character) == 0 ? MISSING : character);
            }
        });
        return out.toString();
    }

    /** In points. @param text {@link #printable} */
    float width(String text, float size) {
        float sum = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            sum += advance(text.codePointAt(i));
        }
        return sum * size;
    }

    /** Breaks a text into lines that fit; words in letters stay whole where they can, no line begins with a comma. */
    List<String> lines(String text, float size, float width) {
        var lines = new ArrayList<String>();
        for (String paragraph : text.split("\n", -1)) {
            wrap(printable(paragraph), size, width, lines);
        }
        return lines;
    }

    private void wrap(String text, float size, float width, List<String> lines) {
        int start = 0;
        int mayBreak = -1;
        float used = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int character = text.codePointAt(i);
            if (i > start && breaks(text.codePointBefore(i), character)) {
                mayBreak = i;
            }
            used += advance(character) * size;
            if (used > width && i > start) {
                int end = mayBreak > start ? mayBreak : i;
                lines.add(text.substring(start, end).stripTrailing());
                start = end;
                mayBreak = -1;
                used = width(text.substring(start, i + Character.charCount(character)), size);
            }
        }
        lines.add(text.substring(start).stripTrailing());
    }

    private static boolean breaks(int before, int after) {
        if (NOT_AT_THE_START.indexOf(after) >= 0) {
            return false;
        }
        return before == ' ' || !letter(before) || !letter(after);
    }

    private static boolean letter(int character) {
        return character < 0x2E80 && character != ' ';
    }

    private float advance(int character) {
        return widths.computeIfAbsent(character, one -> {
            try {
                return metrics.getAdvanceWidth(characters.getGlyphId(one)) / (float) metrics.getUnitsPerEm();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
