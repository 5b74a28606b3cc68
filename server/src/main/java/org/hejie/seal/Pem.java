package org.hejie.seal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Files as tools write them: DER, or the same as text between two lines of dashes. */
final class Pem {

    private static final String BEGIN = "-----BEGIN";

    private Pem() {
    }

    /** As DER. @throws IllegalArgumentException if what stands between the dashes is no base64 */
    static byte[] decoded(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        int begin = text.indexOf(BEGIN);
        if (begin < 0 || !text.substring(0, begin).isBlank() && file[0] == 0x30) {
            return file;
        }
        String block = text.substring(begin);
        int end = block.indexOf("-----END");
        return Base64.getMimeDecoder().decode((end < 0 ? block : block.substring(0, end)).replaceFirst("-----[A-Z0-9 ]+-----", ""));
    }
}
