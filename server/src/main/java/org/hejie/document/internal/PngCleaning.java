package org.hejie.document.internal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.hejie.shared.web.Problem;

/**
 * Copies of a PNG (ISO/IEC 15948) the chunks that make up the picture. Texts, times, Exif, compressed colour
 * profiles (a bomb may sit there) and animations go, and so does whatever hangs behind the picture.
 */
final class PngCleaning {

    private static final int SIGNATURE = 8;
    /** Length, type and checksum around a chunk's data. */
    private static final int FRAME = 12;
    private static final Set<String> KEPT =
            Set.of("IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "pHYs");

    private PngCleaning() {
    }

    /** @throws Problem 415 with {@code PICTURE_BROKEN} when its chunks do not follow each other */
    static byte[] clean(byte[] png) {
        var out = new ByteArrayOutputStream(png.length);
        out.write(png, 0, SIGNATURE);
        ByteBuffer in = ByteBuffer.wrap(png);
        int at = SIGNATURE;
        String type = "";
        while (!type.equals("IEND")) {
            if (at + FRAME > png.length) {
                throw Sniffer.refused("PICTURE_BROKEN");
            }
            int length = in.getInt(at);
            if (length < 0 || length > png.length - at - FRAME) {
                throw Sniffer.refused("PICTURE_BROKEN");
            }
            type = new String(png, at + 4, 4, StandardCharsets.US_ASCII);
            if (KEPT.contains(type)) {
                out.write(png, at, length + FRAME);
            }
            at += length + FRAME;
        }
        return out.toByteArray();
    }
}
