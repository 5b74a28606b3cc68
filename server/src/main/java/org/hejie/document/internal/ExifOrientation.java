package org.hejie.document.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The way up that Exif tells (CIPA DC-008, tag 0x0112), the one thing of it that is kept. */
final class ExifOrientation {

    private static final int TAG = 0x0112;

    private ExifOrientation() {
    }

    /**
     * 1 to 8; 1, the right way up, when it says none.
     *
     * @param tiff begins with the TIFF header
     */
    static int of(ByteBuffer tiff) {
        try {
            tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            int directory = tiff.getInt(4);
            int entries = Short.toUnsignedInt(tiff.getShort(directory));
            for (int i = 0; i < entries; i++) {
                int entry = directory + 2 + 12 * i;
                if (Short.toUnsignedInt(tiff.getShort(entry)) == TAG) {
                    int value = Short.toUnsignedInt(tiff.getShort(entry + 8));
                    return value >= 1 && value <= 8 ? value : 1;
                }
            }
        } catch (IndexOutOfBoundsException e) {
            return 1; // a broken Exif says nothing
        }
        return 1;
    }

    /** A TIFF of 26 bytes with the way up as its only entry. */
    static byte[] tiff(int orientation) {
        return ByteBuffer.allocate(26)
                .put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(8)
                .putShort((short) 1)
                .putShort((short) TAG).putShort((short) 3).putInt(1)
                .putShort((short) orientation).putShort((short) 0)
                .putInt(0)
                .array();
    }
}
