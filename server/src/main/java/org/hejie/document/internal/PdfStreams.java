package org.hejie.document.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;

/**
 * Unpacks the streams of a PDF to nowhere and counts, before a reader of PDF gives each of them room in memory. Streams lie in the file as they
 * are: their dictionaries are never inside other streams (ISO 32000-2, 7.5.7).
 */
final class PdfStreams {

    /** A page in colour at 300 dpi takes 26 MB unpacked. */
    private static final long LARGEST = 64L * 1024 * 1024;
    private static final long ALL = 1024L * 1024 * 1024;
    private static final String BEGIN = "stream";
    private static final int ZLIB = 0x78;
    private static final int NESTED = 3;
    private static final Pattern LOCK = Pattern.compile("/Encrypt[\\s<]");

    private final byte[] pdf;
    private final String text;
    private final byte[] buffer = new byte[32 * 1024];
    private long all;

    private PdfStreams(byte[] pdf) {
        this.pdf = pdf;
        this.text = new String(pdf, StandardCharsets.ISO_8859_1);
    }

    /**
     * Refuses what would not fit.
     *
     * @throws org.hejie.shared.web.Problem 415 on {@code file}: {@code PDF_BOMB} when a stream unpacks to over 64 MB, all to over 1 GB, or one is packed by
     *         LZW, whose size cannot be told beforehand and which no scanner has written for twenty years; {@code PDF_LOCKED} when it is encrypted
     */
    static void check(byte[] pdf) {
        var streams = new PdfStreams(pdf);
        if (LOCK.matcher(streams.text).find()) {
            throw Sniffer.refused("PDF_LOCKED");
        }
        if (streams.text.contains("/LZWDecode")) {
            throw Sniffer.refused("PDF_BOMB");
        }
        for (int at = streams.text.indexOf(BEGIN); at >= 0; at = streams.text.indexOf(BEGIN, at + BEGIN.length())) {
            streams.unpack(at + BEGIN.length());
        }
    }

    private void unpack(int from) {
        int at = from;
        while (at < pdf.length && (pdf[at] == '\r' || pdf[at] == '\n')) {
            at++;
        }
        if (at < pdf.length && pdf[at] == ZLIB) {
            try {
                count(new ByteArrayInputStream(pdf, at, pdf.length - at), NESTED);
            } catch (IOException e) {
                // no packed stream after all, or a broken one: what it unpacked to was counted
            }
        }
    }

    private void count(InputStream packed, int deeper) throws IOException {
        var unpacked = new PushbackInputStream(new InflaterInputStream(packed));
        int first = unpacked.read();
        if (first == ZLIB && deeper > 0) {
            unpacked.unread(first);
            count(unpacked, deeper - 1);
            return;
        }
        long size = 1;
        for (int read = unpacked.read(buffer); read > 0; read = unpacked.read(buffer)) {
            size += read;
            all += read;
            if (size > LARGEST || all > ALL) {
                throw Sniffer.refused("PDF_BOMB");
            }
        }
    }
}
