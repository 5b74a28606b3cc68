package org.hejie.document.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.hejie.shared.web.Problem;
import org.junit.jupiter.api.Test;

class PictureTest {

    @Test
    void aPhotoLosesThePlaceItWasTakenAt() {
        byte[] cleaned = JpegCleaning.clean(Samples.jpegTakenAt("35.84N104.11E", 1));

        assertThat(new String(cleaned, StandardCharsets.ISO_8859_1)).doesNotContain("35.84N");
    }

    @Test
    void aPhotoKeepsItsWayUp() {
        byte[] cleaned = JpegCleaning.clean(Samples.jpegTakenAt("35.84N104.11E", 6));

        assertThat(new String(cleaned, StandardCharsets.ISO_8859_1)).contains("Exif\0\0MM\0*\0\0\0\b\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0\u0006");
    }

    @Test
    void aCleanedPhotoIsStillOne() {
        assertThat(Picture.decode(JpegCleaning.clean(Samples.jpegTakenAt("here", 6)), "jpg")).isEqualTo(new Picture(40, 30));
    }

    @Test
    void whatHangsBehindAPhotoGoes() {
        byte[] photo = Samples.jpeg();
        byte[] withFilm = Arrays.copyOf(photo, photo.length + 1000);

        assertThat(JpegCleaning.clean(withFilm)).hasSizeLessThanOrEqualTo(photo.length);
    }

    @Test
    void aPhotoThatIsNotOneIsRefused() {
        byte[] fake = "\u00ff\u00d8\u00ff\u00e0 not a photo at all, only its first bytes".getBytes(StandardCharsets.ISO_8859_1);

        assertRefused("PICTURE_BROKEN", () -> Picture.decode(JpegCleaning.clean(fake), "jpg"));
    }

    @Test
    void aPhotoThatEndsInTheMiddleIsRefused() {
        byte[] half = Arrays.copyOf(Samples.jpeg(), Samples.jpeg().length / 2);

        assertRefused("PICTURE_BROKEN", () -> JpegCleaning.clean(half));
    }

    @Test
    void aPictureThatClaimsAHugeSizeIsRefusedBeforeDecoding() {
        assertRefused("PICTURE_TOO_LARGE", () -> Picture.decode(Samples.pngClaiming(60_000, 60_000), "png"));
    }

    @Test
    void aPictureThatBringsLessThanItClaimsIsRefused() {
        assertRefused("PICTURE_BROKEN", () -> Picture.decode(Samples.pngClaiming(9_000, 9_000), "png"));
    }

    @Test
    void aPngKeepsOnlyWhatShowsIt() {
        assertThat(Picture.decode(PngCleaning.clean(Samples.png()), "png")).isEqualTo(new Picture(40, 30));
    }

    private static void assertRefused(String reason, Runnable work) {
        assertThatExceptionOfType(Problem.class).isThrownBy(work::run)
                .satisfies(problem -> assertThat(problem.reasonCode()).isEqualTo(reason));
    }
}
