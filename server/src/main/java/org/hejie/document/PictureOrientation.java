package org.hejie.document;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The way up of a photo as it is kept: the one thing of its Exif that cleaning leaves (CIPA DC-008, tag 0x0112). */
public final class PictureOrientation {

    private static final int HEAD = 64 * 1024;
    private static final String EXIF = "Exif\0\0MM\0*";
    private static final int VALUE = 6 + 18; // behind the name, in a TIFF of one entry

    private PictureOrientation() {
    }

    /** 1 to 8; 1, the right way up, when it says none. @param jpeg as kept */
    public static int ofJpeg(byte[] jpeg) {
        int at = new String(jpeg, 0, Math.min(jpeg.length, HEAD), StandardCharsets.ISO_8859_1).indexOf(EXIF);
        if (at < 0 || at + VALUE + 2 > jpeg.length) {
            return 1;
        }
        int value = ByteBuffer.wrap(jpeg).getShort(at + VALUE);
        return value >= 1 && value <= 8 ? value : 1;
    }
}
