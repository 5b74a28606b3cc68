package org.hejie.mediation;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;

/** A scanned page, each another one. */
final class ScanFile {

    private static final AtomicInteger COLOUR = new AtomicInteger();

    private ScanFile() {
    }

    static byte[] bytes() {
        var page = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        page.setRGB(1, 1, COLOUR.incrementAndGet());
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(page, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
