package org.hejie.dossier.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import org.junit.jupiter.api.Test;

class JpegFrameTest {

    @Test
    void tellsSizeAndComponents() throws IOException {
        assertThat(JpegFrame.of(jpeg(BufferedImage.TYPE_BYTE_GRAY, false))).isEqualTo(new JpegFrame(31, 17, 1));
        assertThat(JpegFrame.of(jpeg(BufferedImage.TYPE_INT_RGB, false))).isEqualTo(new JpegFrame(31, 17, 3));
        assertThat(JpegFrame.of(jpeg(BufferedImage.TYPE_INT_RGB, true))).isEqualTo(new JpegFrame(31, 17, 3));
    }

    @Test
    void whatHasNoFrameIsRefused() throws IOException {
        byte[] whole = jpeg(BufferedImage.TYPE_BYTE_GRAY, false);

        assertThatThrownBy(() -> JpegFrame.of(Arrays.copyOf(whole, 30))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> JpegFrame.of(new byte[0])).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> JpegFrame.of(new byte[5_000])).isInstanceOf(IOException.class);
    }

    private static byte[] jpeg(int type, boolean progressive) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ImageWriteParam settings = writer.getDefaultWriteParam();
        settings.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        var bytes = new ByteArrayOutputStream();
        try (var out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(new BufferedImage(31, 17, type), null, null), settings);
        }
        writer.dispose();
        return bytes.toByteArray();
    }
}
