package org.hejie.matter.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Cuts text for PostgreSQL's full-text search: Chinese into pairs of neighbouring characters, the rest into words
 * (docs/adr/0050 says why not by a dictionary). Numbers of matters are kept apart from words by a mark, and may be
 * asked for by the parts that people read out.
 */
public final class Words {

    private static final int LONGEST_WORD = 60;
    private static final char NUMBER_MARK = '#';
    private static final int SHORTEST_NUMBER = 5;
    private static final int SHORTEST_DATE = 8;
    private static final int COUNTY_DIGITS = 6;
    private static final int CODE_LENGTH = 21;

    /** Where the parts of a one-matter code begin that people read out: whole, date, line, daily number. */
    private static final List<Integer> CODE_PARTS = List.of(0, 6, 14, 15);

    /** How much of the end of an outside number people read out. */
    private static final List<Integer> ENDINGS = List.of(8, 6);

    private static final Pattern TYPED_NUMBER = Pattern.compile("(?=.*[0-9])[0-9A-Za-z][0-9A-Za-z /_-]*");
    private static final int SHORTEST_OF_A_PERSON = 11;
    private static final Pattern OF_A_PERSON = Pattern.compile("[0-9]{11,}|[0-9]{17}x");
    private static final Analyzer ANALYZER = new Pairs();

    private Words() {
    }

    /**
     * What a matter is found by, as a literal of {@code tsvector}. Phone and identity numbers in the texts are left out.
     *
     * @param numbers its code and outside number
     */
    public static String vector(Collection<String> numbers, Collection<String> texts) {
        return vector(numbers, cut(texts));
    }

    /** As above, of texts that have been cut already. */
    static String vector(Collection<String> numbers, Set<String> cut) {
        Set<String> words = new LinkedHashSet<>();
        numbers.forEach(number -> addParts(words, bare(number)));
        words.addAll(cut);
        var literal = new StringBuilder();
        words.forEach(word -> literal.append(literal.isEmpty() ? "" : " ").append(quoted(word)));
        return literal.toString();
    }

    /**
     * What was typed, as a literal of {@code tsquery}: all its words, or a number or the beginning of one of its
     * parts. Empty if there is nothing to look for.
     */
    public static String query(String typed) {
        var literal = new StringBuilder();
        for (String word : cut(List.of(typed))) {
            boolean lone = word.length() == 1 && Character.isIdeographic(word.charAt(0));
            literal.append(literal.isEmpty() ? "" : " & ").append(quoted(word)).append(lone ? ":*" : "");
        }
        String number = TYPED_NUMBER.matcher(typed.strip()).matches() ? asked(bare(typed)) : "";
        if (number.isEmpty()) {
            return literal.toString();
        }
        return quoted(NUMBER_MARK + number) + ":*" + (literal.isEmpty() ? "" : " | " + literal);
    }

    /** The part of a number to look for; empty when it is so short that it would find nearly everything. */
    private static String asked(String number) {
        String part = number.length() < CODE_LENGTH && number.length() > COUNTY_DIGITS
                && number.substring(COUNTY_DIGITS).startsWith("20") ? number.substring(COUNTY_DIGITS) : number;
        return part.length() < (part.startsWith("20") ? SHORTEST_DATE : SHORTEST_NUMBER) ? "" : part;
    }

    private static void addParts(Set<String> words, String number) {
        words.add(NUMBER_MARK + number);
        if (number.length() == CODE_LENGTH) {
            CODE_PARTS.forEach(from -> words.add(NUMBER_MARK + number.substring(from)));
        } else {
            ENDINGS.stream().filter(length -> number.length() > length)
                    .forEach(length -> words.add(NUMBER_MARK + number.substring(number.length() - length)));
        }
    }

    private static String bare(String number) {
        return number.replaceAll("[\\s/_-]", "").toUpperCase(Locale.ROOT);
    }

    /** The words of the texts: of Chinese, the pairs of neighbouring characters. */
    static Set<String> cut(Collection<String> texts) {
        Set<String> words = new LinkedHashSet<>();
        texts.forEach(text -> add(words, text));
        return words;
    }

    private static void add(Set<String> words, String text) {
        try (TokenStream stream = ANALYZER.tokenStream("text", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                if (term.length() <= LONGEST_WORD && !(term.length() >= SHORTEST_OF_A_PERSON && OF_A_PERSON.matcher(term).matches())) {
                    words.add(term.toString());
                }
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("text in memory cannot fail to be read", e);
        }
    }

    private static String quoted(String word) {
        return "'" + word.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    /** Full width made half, lower case, Chinese in pairs. */
    private static final class Pairs extends Analyzer {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            var tokens = new StandardTokenizer();
            return new TokenStreamComponents(tokens, new CJKBigramFilter(new LowerCaseFilter(new CJKWidthFilter(tokens))));
        }
    }
}
