package org.hejie.document.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.hejie.shared.web.Problem;

/**
 * Decodes a picture from end to end to see that it is one. Its size is looked at first, so that a few bytes that
 * claim a huge picture cost nothing; what is decoded is thinned out, so that memory stays small.
 *
 * @param width  in pixels
 * @param height in pixels
 */
record Picture(int width, int height) {

    /** Large enough for the phones of 2026. */
    private static final long MAX_PIXELS = 120_000_000;
    private static final int MAX_SIDE = 30_000;
    private static final int KEPT_PIXELS = 1_000_000;
    private static final Semaphore AT_ONCE = new Semaphore(2);

    static {
        ImageIO.setUseCache(false);
    }

    /** @throws Problem 415 with {@code PICTURE_BROKEN} or {@code PICTURE_TOO_LARGE} */
    static Picture decode(byte[] content, String format) {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        AT_ONCE.acquireUninterruptibly();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(in, true, true);
            var picture = new Picture(reader.getWidth(0), reader.getHeight(0));
            picture.refuseTooLarge();
            picture.decodeWith(reader);
            return picture;
        } catch (IOException | RuntimeException e) {
            if (e instanceof Problem problem) {
                throw problem;
            }
            throw Sniffer.refused("PICTURE_BROKEN");
        } finally {
            AT_ONCE.release();
            reader.dispose();
        }
    }

    /** @throws Problem 415 with {@code PICTURE_TOO_LARGE} */
    void refuseTooLarge() {
        if (width > MAX_SIDE || height > MAX_SIDE || (long) width * height > MAX_PIXELS) {
            throw Sniffer.refused("PICTURE_TOO_LARGE");
        }
    }

    private void decodeWith(ImageReader reader) throws IOException {
        int step = (int) Math.max(1, Math.ceil(Math.sqrt((double) width * height / KEPT_PIXELS)));
        ImageReadParam thin = reader.getDefaultReadParam();
        thin.setSourceSubsampling(step, step, 0, 0);
        if (reader.canReadRaster()) {
            reader.readRaster(0, thin); // also the four colours of printers, which read() cannot turn into an image
        } else {
            reader.read(0, thin);
        }
    }
}
