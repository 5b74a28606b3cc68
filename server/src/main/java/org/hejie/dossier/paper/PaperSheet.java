package org.hejie.dossier.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hejie.matter.procedure.Wording;
import org.jspecify.annotations.Nullable;

/**
 * One kind of paper, as {@code papers/<code>.yaml} tells it: what its Word template is built from.
 *
 * @param code     as the procedures call it, such as {@code mediation-record}
 * @param name     in lists
 * @param title    printed at its head
 * @param basis    where its form comes from
 * @param mediates whether it belongs to mediation, so that a matter that must never be mediated has none
 * @param fields   what may be typed, by name, in order
 * @param blocks   what is printed, from top to bottom
 */
public record PaperSheet(String code, Wording name, String title, String basis, boolean mediates, Map<String, Field> fields,
        List<Block> blocks) {

    private static final Pattern TAG = Pattern.compile("\\{\\{([^{}]*)}}");

    /** How much may be typed. */
    public enum Kind {
        /** One line, up to 200 characters. */
        LINE(200),
        /** Several, up to 6,000 characters. */
        TEXT(6_000);

        private final int most;

        Kind(int most) {
            this.most = most;
        }

        /** In characters. */
        public int most() {
            return most;
        }
    }

    /** A field of the form. */
    public record Field(Wording name, Kind kind) {
    }

    /**
     * One thing printed; exactly one of the parts is set.
     *
     * @param line    a paragraph
     * @param right   a paragraph at the right edge, such as the number
     * @param heading a bold paragraph
     * @param grid    rows of labels and values by turns; a row of one cell reaches over the whole width
     * @param table   one row for each of what is known
     * @param signs   who signs: each gets a line with room and a date
     */
    public record Block(@Nullable String line, @Nullable String right, @Nullable String heading,
            @Nullable List<List<String>> grid, @Nullable Table table, @Nullable List<String> signs) {
    }

    /** @param of which table is known under that name; @param columns headings by column, in order */
    public record Table(String of, Map<String, String> columns) {
    }

    public PaperSheet {
        blocks = List.copyOf(blocks);
    }

    /** Names in double braces of a text. */
    public static Set<String> tagsOf(String text) {
        Set<String> tags = new TreeSet<>();
        Matcher matcher = TAG.matcher(text);
        while (matcher.find()) {
            tags.add(matcher.group(1).strip());
        }
        return tags;
    }

    /** Every name that a template of this paper may carry: the fields, the facts and tables its own form prints. */
    public Set<String> tags() {
        Set<String> tags = new TreeSet<>(fields.keySet());
        for (Block block : blocks) {
            for (String text : textsOf(block)) {
                tags.addAll(tagsOf(text));
            }
            if (block.table() != null) {
                tags.add(block.table().of());
            }
        }
        return tags;
    }

    private static List<String> textsOf(Block block) {
        List<String> texts = new ArrayList<>();
        for (String text : new String[] {block.line(), block.right(), block.heading()}) {
            if (text != null) {
                texts.add(text);
            }
        }
        if (block.grid() != null) {
            block.grid().forEach(texts::addAll);
        }
        return texts;
    }
}
