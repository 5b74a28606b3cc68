package org.hejie.document.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.hejie.shared.web.Problem;
import org.junit.jupiter.api.Test;

class WebpCleaningTest {

    private static final String PLACE = "35.84N104.11E";

    @Test
    void aPhotoLosesThePlaceItWasTakenAt() {
        assertThat(text(WebpCleaning.clean(Samples.webpTakenAt(PLACE, 6)))).doesNotContain("35.84N").doesNotContain("XMP");
    }

    @Test
    void aPhotoKeepsItsWayUp() {
        assertThat(text(WebpCleaning.clean(Samples.webpTakenAt(PLACE, 6)))).contains("EXIF\u001a\0\0\0MM\0*\0\0\0\b\0\u0001\u0001\u0012"
                + "\0\u0003\0\0\0\u0001\0\u0006");
    }

    @Test
    void aPhotoThatIsUpKeepsNoExif() {
        assertThat(WebpCleaning.clean(Samples.webpTakenAt(PLACE, 1))).hasSize(12 + 18 + Samples.webp().length - 12)
                .satisfies(clean -> assertThat(clean[20]).as("flags").isZero());
    }

    @Test
    void thePictureItselfIsCopied() {
        assertThat(WebpCleaning.clean(Samples.webp())).isEqualTo(Samples.webp());
        assertThat(WebpCleaning.clean(Samples.losslessWebp())).isEqualTo(Samples.losslessWebp());
    }

    @Test
    void itsSizeIsKnown() {
        assertThat(WebpCleaning.picture(Samples.webp())).isEqualTo(new Picture(1, 1));
        assertThat(WebpCleaning.picture(Samples.losslessWebp())).isEqualTo(new Picture(1, 1));
    }

    @Test
    void whatHangsBehindAPhotoGoes() {
        byte[] photo = Samples.webp();

        assertThat(WebpCleaning.clean(Arrays.copyOf(photo, photo.length + 1000))).isEqualTo(photo);
    }

    @Test
    void aPhotoThatEndsInTheMiddleIsRefused() {
        for (int length = 8; length < Samples.webp().length; length++) {
            byte[] part = Arrays.copyOf(Samples.webp(), length);
            assertRefused("PICTURE_BROKEN", () -> WebpCleaning.clean(part));
        }
    }

    @Test
    void aPhotoThatIsNotOneIsRefused() {
        byte[] fake = Samples.riff(Samples.chunk("VP8 ", "not a photo at all".getBytes(StandardCharsets.US_ASCII)));

        assertRefused("PICTURE_BROKEN", () -> WebpCleaning.clean(fake));
    }

    @Test
    void aContainerThatClaimsAnotherSizeIsRefused() {
        byte[] fake = Samples.webpTakenAt(PLACE, 1);
        fake[24] = 9;

        assertRefused("PICTURE_BROKEN", () -> WebpCleaning.clean(fake));
    }

    @Test
    void aPhotoOfHugeSizeIsRefused() {
        byte[] huge = Samples.losslessWebp();
        Arrays.fill(huge, 21, 24, (byte) 0xFF);
        huge[24] = 0x0F;

        assertRefused("PICTURE_TOO_LARGE", () -> WebpCleaning.picture(huge));
    }

    @Test
    void aMovingPictureIsNoPhoto() {
        byte[] moving = Samples.webpTakenAt(PLACE, 1);
        moving[20] |= 0x02;

        assertRefused("PHOTO_FORMAT", () -> WebpCleaning.clean(moving));
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.ISO_8859_1);
    }

    private static void assertRefused(String reason, Runnable work) {
        assertThatExceptionOfType(Problem.class).isThrownBy(work::run)
                .satisfies(problem -> assertThat(problem.reasonCode()).isEqualTo(reason));
    }
}
