package org.hejie.document.internal;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;

/** Small files made on the spot. */
public final class Samples {

    private Samples() {
    }

    public static byte[] jpeg() {
        return image("jpeg");
    }

    public static byte[] png() {
        return image("png");
    }

    private static byte[] image(String format) {
        try (var out = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A JPEG whose Exif says which way is up and holds the text as its place. */
    public static byte[] jpegTakenAt(String place, int orientation) {
        byte[] jpeg = jpeg();
        byte[] text = place.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer exif = ByteBuffer.allocate(4 + 6 + 26 + text.length);
        exif.put((byte) 0xFF).put((byte) 0xE1).putShort((short) (exif.capacity() - 2))
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put((byte) 'M').put((byte) 'M').putShort((short) 42).putInt(8).putShort((short) 1)
                .putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0)
                .putInt(0).put(text);
        return ByteBuffer.allocate(jpeg.length + exif.capacity())
                .put(jpeg, 0, 2).put(exif.array()).put(jpeg, 2, jpeg.length - 2).array();
    }

    /** A PNG that claims to be of this size and brings almost nothing. */
    public static byte[] pngClaiming(int width, int height) {
        byte[] png = png();
        ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
        var checksum = new CRC32();
        checksum.update(png, 12, 17);
        ByteBuffer.wrap(png).putInt(29, (int) checksum.getValue());
        return png;
    }

    /** An archive of one entry of so many zeros beside the parts of a Word document. */
    public static byte[] wordDocumentUnpackingTo(long zeros) {
        try (var out = new ByteArrayOutputStream(); var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            byte[] block = new byte[64 * 1024];
            for (long written = 0; written < zeros; written += block.length) {
                zip.write(block);
            }
            zip.finish();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
