package org.hejie.document.internal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.hejie.shared.web.Problem;

/**
 * Copies of a JPEG (ITU-T T.81) what is needed to show it, and nothing that tells where, when and with what it was
 * taken: application segments go, comments go, and whatever hangs behind the picture goes. Of Exif only the way up
 * stays, or photos would lie on their side. The picture itself is not encoded anew.
 */
final class JpegCleaning {

    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int COM = 0xFE;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final int APP15 = 0xEF;

    private final byte[] in;
    private final ByteArrayOutputStream out;
    private int at = 2;

    private JpegCleaning(byte[] in) {
        this.in = in;
        this.out = new ByteArrayOutputStream(in.length);
    }

    /** @throws Problem 415 with {@code PICTURE_BROKEN} when its segments do not follow each other */
    static byte[] clean(byte[] jpeg) {
        try {
            return new JpegCleaning(jpeg).copied();
        } catch (IndexOutOfBoundsException e) {
            throw Sniffer.refused("PICTURE_BROKEN"); // it ends in the middle
        }
    }

    private byte[] copied() {
        out.write(0xFF);
        out.write(SOI);
        for (int marker = nextMarker(); marker != EOI; marker = nextMarker()) {
            int length = Short.toUnsignedInt(ByteBuffer.wrap(in).getShort(at));
            segment(marker, length);
            at += length;
            if (marker == SOS) {
                scan();
            }
        }
        out.write(0xFF);
        out.write(EOI);
        return out.toByteArray();
    }

    private int nextMarker() {
        if ((in[at] & 0xFF) != 0xFF) {
            throw Sniffer.refused("PICTURE_BROKEN");
        }
        while ((in[at] & 0xFF) == 0xFF) {
            at++; // a marker may be preceded by fill bytes
        }
        return in[at++] & 0xFF;
    }

    private void segment(int marker, int length) {
        if (marker == APP1) {
            int orientation = orientation(length);
            if (orientation > 1) {
                out.writeBytes(upright(orientation));
            }
            return;
        }
        boolean application = marker >= APP0 && marker <= APP15;
        boolean needed = marker == APP0 || marker == APP14 || marker == APP2 && holds("ICC_PROFILE\0");
        if (marker == COM || application && !needed) {
            return;
        }
        out.write(0xFF);
        out.write(marker);
        out.write(in, at, length);
    }

    /** Copies compressed data up to the next marker; stuffed zeros and restart markers belong to it. */
    private void scan() {
        int from = at;
        while ((in[at] & 0xFF) != 0xFF || in[at + 1] == 0 || (in[at + 1] & 0xF8) == 0xD0) {
            at++;
        }
        out.write(in, from, at - from);
    }

    private int orientation(int length) {
        return holds("Exif\0\0") ? ExifOrientation.of(ByteBuffer.wrap(in, at + 8, length - 8).slice()) : 1;
    }

    /** An Exif segment with the way up as its only entry. */
    private static byte[] upright(int orientation) {
        return ByteBuffer.allocate(36)
                .put((byte) 0xFF).put((byte) APP1).putShort((short) 34)
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put(ExifOrientation.tiff(orientation))
                .array();
    }

    private boolean holds(String head) {
        for (int i = 0; i < head.length(); i++) {
            if (in[at + 2 + i] != head.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
