package org.hejie.matter.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Cuts Chinese text into words for PostgreSQL's full-text search (Lucene's smartcn). */
public final class Words {

    private static final int LONGEST_WORD = 60;
    private static final Analyzer ANALYZER = new SmartChineseAnalyzer();

    private Words() {
    }

    /** The words of the texts as a literal of {@code tsvector}. */
    public static String vector(String... texts) {
        Set<String> words = new LinkedHashSet<>();
        for (String text : texts) {
            words.addAll(of(text));
        }
        return join(words, " ");
    }

    /** All words of the text, to be found together, as a literal of {@code tsquery}; empty if it has none. */
    public static String query(String text) {
        return join(of(text), " & ");
    }

    private static Set<String> of(String text) {
        Set<String> words = new LinkedHashSet<>();
        try (TokenStream stream = ANALYZER.tokenStream("text", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                if (term.length() <= LONGEST_WORD) {
                    words.add(term.toString());
                }
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("text in memory cannot fail to be read", e);
        }
        return words;
    }

    private static String join(Set<String> words, String between) {
        var literal = new StringBuilder();
        for (String word : words) {
            literal.append(literal.isEmpty() ? "" : between)
                    .append('\'').append(word.replace("\\", "\\\\").replace("'", "''")).append('\'');
        }
        return literal.toString();
    }
}
