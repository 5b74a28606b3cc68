package org.hejie.matter.supervision.internal;

/** The rules of supervision cannot be meant as they are written. */
final class InvalidRules extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String at;
    private final String zh;
    private final String en;

    InvalidRules(String at, String zh, String en) {
        super("supervision rules, " + at + ": " + en);
        this.at = at;
        this.zh = zh;
        this.en = en;
    }

    /** The path in the file, such as {@code rules[3].when.count}. */
    String at() {
        return at;
    }

    /** What is wrong, in Chinese. */
    String zh() {
        return zh;
    }

    /** What is wrong, in English. */
    String en() {
        return en;
    }
}
