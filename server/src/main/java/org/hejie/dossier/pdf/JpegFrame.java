package org.hejie.dossier.pdf;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * How large a JPEG is, from the header of its frame (ITU-T T.81, B.2.2), without a decoder.
 *
 * @param width      in pixels
 * @param height     in pixels
 * @param components 1 for grey, 3 for colours, 4 for the colours of print
 */
record JpegFrame(int width, int height, int components) {

    private static final int BITS = 8;

    /** @throws IOException if there is no frame of eight bits */
    static JpegFrame of(byte[] jpeg) throws IOException {
        var bytes = ByteBuffer.wrap(jpeg);
        try {
            for (int at = 2; ; at += Short.toUnsignedInt(bytes.getShort(at))) {
                while (jpeg[at] == (byte) 0xFF) {
                    at++; // a marker may be preceded by fill bytes
                }
                int marker = Byte.toUnsignedInt(jpeg[at++]);
                if (startsFrame(marker) && jpeg[at + 2] == BITS) {
                    return new JpegFrame(Short.toUnsignedInt(bytes.getShort(at + 5)), Short.toUnsignedInt(bytes.getShort(at + 3)), jpeg[at + 7]);
                }
            }
        } catch (IndexOutOfBoundsException e) {
            throw new IOException("no frame in this JPEG", e);
        }
    }

    /** SOF0 to SOF15; three of those numbers mark tables and what is reserved. */
    private static boolean startsFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }
}
