package org.hejie.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.hejie.document.Documents;
import org.hejie.document.NewFile;
import org.hejie.matter.Act.Attachment;

/** Small papers for the acts that need one: a drawn picture for a photo, a line of text for the others. */
final class SamplePapers {

    private static final int WIDTH = 64;
    private static final int HEIGHT = 48;

    private final Documents documents;
    private final long[] keys;
    private final byte[] picture = picture();

    /** @param county whose key sees the file until it is given to a matter */
    SamplePapers(Documents documents, long county) {
        this.documents = documents;
        this.keys = new long[] {county};
    }

    /** A photo, as the paper of that code. */
    Attachment photo(String paper) {
        return stored("演示照片.png", picture, paper);
    }

    /** A line of text, as the paper of that code. */
    Attachment text(String paper) {
        return stored("演示材料.txt", "演示材料：仅供演示，不是真实文书。\n".getBytes(StandardCharsets.UTF_8), paper);
    }

    private Attachment stored(String name, byte[] content, String paper) {
        return new Attachment(documents.store(new NewFile(name, content, paper), keys).value(), paper);
    }

    /** A wall and a path before the sky. */
    private static byte[] picture() {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(new Color(0xCFE3F5));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(new Color(0xB59A7A));
        pen.fillRect(8, 14, 30, 24);
        pen.setColor(new Color(0x8C8C84));
        pen.fillRect(0, 38, WIDTH, 10);
        pen.dispose();
        try {
            var bytes = new ByteArrayOutputStream();
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
    }
}
