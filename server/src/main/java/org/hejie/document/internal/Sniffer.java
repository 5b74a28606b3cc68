package org.hejie.document.internal;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.hejie.document.FileType;
import org.hejie.document.TextDecoding;
import org.hejie.document.ZipInspection;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.ProblemType;

/** Tells a file's type by its first bytes, for archives by what is inside, for text by its characters. */
final class Sniffer {

    private static final int PDF_HEADER_WITHIN = 1024;

    private Sniffer() {
    }

    /**
     * The type of the content.
     *
     * @param name tells only a table from other text
     * @throws Problem 415 when it is of no allowed type
     */
    static FileType typeOf(byte[] content, String name) {
        if (begins(content, 0, "\u00ff\u00d8\u00ff")) {
            return FileType.JPEG;
        }
        if (begins(content, 0, "\u0089PNG\r\n\u001a\n")) {
            return FileType.PNG;
        }
        if (begins(content, 0, "PK\u0003\u0004")) {
            return office(ZipInspection.of(content));
        }
        if (begins(content, 0, "RIFF") && begins(content, 8, "WEBP")) {
            return FileType.WEBP;
        }
        if (begins(content, 0, "RIFF") && begins(content, 8, "WAVE")) {
            return FileType.WAV;
        }
        if (begins(content, 0, "#!AMR")) {
            return FileType.AMR;
        }
        if (begins(content, 0, "ID3") || mpegAudioFrame(content)) {
            return FileType.MP3;
        }
        if (pdf(content)) {
            return FileType.PDF;
        }
        if (seal(content)) {
            return FileType.SEAL;
        }
        refuseKnownButUnreadable(content);
        return text(content, name);
    }

    private static FileType office(ZipInspection archive) {
        if (archive.names().contains("[Content_Types].xml")) {
            if (archive.names().contains("word/document.xml")) {
                return FileType.DOCX;
            }
            if (archive.names().contains("xl/workbook.xml")) {
                return FileType.XLSX;
            }
        }
        throw refused("ARCHIVE");
    }

    /** What some phones make: most browsers do not show it, and it would keep the place it was taken at. */
    private static void refuseKnownButUnreadable(byte[] content) {
        if (begins(content, 4, "ftyp") && (begins(content, 8, "hei") || begins(content, 8, "hev")
                || begins(content, 8, "mif1") || begins(content, 8, "msf1") || begins(content, 8, "avif"))) {
            throw refused("PHOTO_FORMAT");
        }
    }

    private static FileType text(byte[] content, String name) {
        if (TextDecoding.charsetOf(content).isEmpty() || markup(content)) {
            throw refused("UNKNOWN");
        }
        return name.toLowerCase(Locale.ROOT).endsWith(".csv") ? FileType.CSV : FileType.TEXT;
    }

    /** Pages and drawings that a browser would run. */
    private static boolean markup(byte[] content) {
        String head = new String(content, 0, Math.min(content.length, 512), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT).stripLeading();
        return head.startsWith("<!doctype") || head.startsWith("<html") || head.startsWith("<?xml")
                || head.startsWith("<svg") || head.startsWith("<script");
    }

    /** Nothing but spaces stands before its head: a program with a PDF behind it is no PDF. */
    private static boolean pdf(byte[] content) {
        String head = new String(content, 0, Math.min(content.length, PDF_HEADER_WITHIN), StandardCharsets.ISO_8859_1);
        String first = head.startsWith("\u00ef\u00bb\u00bf") ? head.substring(3) : head;
        return first.stripLeading().startsWith("%PDF-");
    }

    /** A DER sequence of two or three bytes of length that begins with "signed data" of GB/T 35275, 1.2.156.10197.6.1.4.2.2. */
    private static boolean seal(byte[] content) {
        String kind = "\u0006\n*\u0081\u001c\u00cfU\u0006\u0001\u0004\u0002\u0002";
        return content.length <= FileType.LONGEST_SEAL && (begins(content, 0, "0\u0082") && begins(content, 4, kind)
                || begins(content, 0, "0\u0081") && begins(content, 3, kind));
    }

    /** Eleven bits of synchronisation, layer III, a bit rate and a sampling rate that exist (ISO 11172-3, 2.4.2.3). */
    private static boolean mpegAudioFrame(byte[] content) {
        return content.length > 4 && (content[0] & 0xFF) == 0xFF && (content[1] & 0xE6) == 0xE2
                && (content[2] & 0xF0) != 0xF0 && (content[2] & 0xF0) != 0 && (content[2] & 0x0C) != 0x0C;
    }

    private static boolean begins(byte[] content, int offset, String magic) {
        if (content.length < offset + magic.length()) {
            return false;
        }
        for (int i = 0; i < magic.length(); i++) {
            if ((content[offset + i] & 0xFF) != magic.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    static Problem refused(String reason) {
        return Problem.of(ProblemType.UNSUPPORTED_TYPE, reason, "file");
    }
}
