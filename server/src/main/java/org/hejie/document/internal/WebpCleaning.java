package org.hejie.document.internal;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.hejie.shared.web.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Copies of a WebP (RFC 9649) the chunks that make up the picture, and nothing that tells where, when and with what
 * it was taken: of Exif only the way up stays, XMP and unknown chunks go, and so does whatever hangs behind the picture.
 * The picture itself is not encoded anew, nor decoded, for the JDK cannot: its head must be one, its size be what the
 * container says, and all of it must be there.
 */
final class WebpCleaning {

    private static final int HEAD = 12;
    private static final int FRAME = 8;
    private static final int EXIF_FLAG = 0x08;
    private static final int ANIMATION_FLAG = 0x02;
    /** Colour profile and transparency. */
    private static final int KEPT_FLAGS = 0x30;
    private static final Set<String> KEPT = Set.of("ICCP", "ALPH", "VP8 ", "VP8L");

    private final byte[] in;
    private final ByteBuffer buffer;
    private final ByteArrayOutputStream chunks = new ByteArrayOutputStream();
    private int orientation = 1;
    private @Nullable Picture canvas;
    private int flags;
    private @Nullable Picture picture;

    private WebpCleaning(byte[] in) {
        this.in = in;
        this.buffer = ByteBuffer.wrap(in).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** @throws Problem 415 with {@code PICTURE_BROKEN}, or with {@code PHOTO_FORMAT} for an animation */
    static byte[] clean(byte[] webp) {
        try {
            return new WebpCleaning(webp).read().written();
        } catch (IndexOutOfBoundsException e) {
            throw Sniffer.refused("PICTURE_BROKEN"); // it ends in the middle
        }
    }

    /**
     * The size of a picture that is clean.
     *
     * @throws Problem 415 with {@code PICTURE_TOO_LARGE}
     */
    static Picture picture(byte[] clean) {
        Picture picture = new WebpCleaning(clean).read().picture;
        if (picture == null) {
            throw Sniffer.refused("PICTURE_BROKEN");
        }
        picture.refuseTooLarge();
        return picture;
    }

    private WebpCleaning read() {
        int end = Math.addExact(buffer.getInt(4), 8);
        refuse(end < HEAD || end > in.length);
        for (int at = HEAD; at < end;) {
            int length = buffer.getInt(at + 4);
            refuse(length < 0 || length > end - at - FRAME);
            chunk(new String(in, at, 4, StandardCharsets.US_ASCII), at + FRAME, length);
            at += FRAME + length + (length & 1);
        }
        refuse(picture == null || canvas != null && !canvas.equals(picture));
        return this;
    }

    private void chunk(String type, int at, int length) {
        switch (type) {
            case "VP8X" -> extended(at);
            case "VP8 " -> lossy(at, length);
            case "VP8L" -> lossless(at);
            case "EXIF" -> orientation = orientation(at, length);
            default -> { } // a format that grows: what is not known is not kept
        }
        if (KEPT.contains(type)) {
            write(type, ByteBuffer.wrap(in, at, length));
        }
    }

    private void extended(int at) {
        flags = buffer.get(at);
        if ((flags & ANIMATION_FLAG) != 0) {
            throw Sniffer.refused("PHOTO_FORMAT");
        }
        canvas = new Picture(1 + (buffer.getInt(at + 4) & 0xFFFFFF), 1 + (buffer.getInt(at + 6) >>> 8));
    }

    /** A key frame with its start code and a first part that is there (RFC 6386, 9.1). */
    private void lossy(int at, int length) {
        int tag = buffer.getInt(at) & 0xFFFFFF;
        refuse(picture != null || (tag & 1) != 0 || (buffer.getInt(at + 3) & 0xFFFFFF) != 0x2A019D || (tag >>> 5) > length - 10);
        picture = new Picture(buffer.getShort(at + 6) & 0x3FFF, buffer.getShort(at + 8) & 0x3FFF);
        refuse(picture.width() == 0 || picture.height() == 0);
    }

    /** The signature, and version 0 (RFC 9649, 3.4). */
    private void lossless(int at) {
        int head = buffer.getInt(at + 1);
        refuse(picture != null || in[at] != 0x2F || (head >>> 29) != 0);
        picture = new Picture(1 + (head & 0x3FFF), 1 + (head >>> 14 & 0x3FFF));
    }

    /** Some write the name that JPEG puts before it. */
    private int orientation(int at, int length) {
        boolean named = length > 6 && in[at] == 'E';
        return ExifOrientation.of(ByteBuffer.wrap(in, named ? at + 6 : at, named ? length - 6 : length).slice());
    }

    private byte[] written() {
        byte[] kept = chunks.toByteArray();
        chunks.reset();
        if (canvas != null) {
            int width = canvas.width() - 1;
            int height = canvas.height() - 1;
            write("VP8X", ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(flags & KEPT_FLAGS | (orientation > 1 ? EXIF_FLAG : 0))
                    .putShort((short) width).put((byte) (width >>> 16)).putShort((short) height).put((byte) (height >>> 16)).flip());
        }
        chunks.writeBytes(kept);
        if (canvas != null && orientation > 1) {
            write("EXIF", ByteBuffer.wrap(ExifOrientation.tiff(orientation)));
        }
        return ByteBuffer.allocate(HEAD + chunks.size()).order(ByteOrder.LITTLE_ENDIAN)
                .put(in, 0, 4).putInt(4 + chunks.size()).put(in, 8, 4).put(chunks.toByteArray()).array();
    }

    private void write(String type, ByteBuffer content) {
        int length = content.remaining();
        chunks.writeBytes(ByteBuffer.allocate(FRAME + length + (length & 1)).order(ByteOrder.LITTLE_ENDIAN)
                .put(type.getBytes(StandardCharsets.US_ASCII)).putInt(length).put(content).array());
    }

    private static void refuse(boolean broken) {
        if (broken) {
            throw Sniffer.refused("PICTURE_BROKEN");
        }
    }
}
