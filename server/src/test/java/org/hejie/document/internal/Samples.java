package org.hejie.document.internal;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
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

    /** The JPEG, whose Exif now says which way is up. */
    public static byte[] withOrientation(byte[] jpeg, int orientation) {
        return withExif(jpeg, "", orientation);
    }

    /** A JPEG whose Exif says which way is up and holds the text as its place. */
    public static byte[] jpegTakenAt(String place, int orientation) {
        return withExif(jpeg(), place, orientation);
    }

    private static byte[] withExif(byte[] jpeg, String place, int orientation) {
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

    /** A WebP of one pixel, lossy. */
    public static byte[] webp() {
        return Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");
    }

    /** A WebP of one pixel, lossless. */
    public static byte[] losslessWebp() {
        return Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
    }

    /** A WebP whose Exif says which way is up and holds the text as its place, and whose XMP holds it too. */
    public static byte[] webpTakenAt(String place, int orientation) {
        byte[] picture = Arrays.copyOfRange(webp(), 12, webp().length);
        byte[] text = place.getBytes(StandardCharsets.US_ASCII);
        byte[] tiff = ExifOrientation.tiff(orientation);
        var exif = ByteBuffer.allocate(tiff.length + text.length).put(tiff).put(text).array();
        return riff(chunk("VP8X", new byte[] {0x0C, 0, 0, 0, 0, 0, 0, 0, 0, 0}), picture, chunk("EXIF", exif), chunk("XMP ", text));
    }

    static byte[] riff(byte[]... chunks) {
        var content = new ByteArrayOutputStream();
        for (byte[] chunk : chunks) {
            content.writeBytes(chunk);
        }
        return ByteBuffer.allocate(12 + content.size()).order(ByteOrder.LITTLE_ENDIAN).put("RIFF".getBytes(StandardCharsets.US_ASCII))
                .putInt(4 + content.size()).put("WEBP".getBytes(StandardCharsets.US_ASCII)).put(content.toByteArray()).array();
    }

    static byte[] chunk(String type, byte[] content) {
        return ByteBuffer.allocate(8 + content.length + (content.length & 1)).order(ByteOrder.LITTLE_ENDIAN)
                .put(type.getBytes(StandardCharsets.US_ASCII)).putInt(content.length).put(content).array();
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
