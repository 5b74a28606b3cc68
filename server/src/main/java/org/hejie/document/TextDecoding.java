package org.hejie.document;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * Tells in which characters a text is written. Windows programs in China still save GB18030 (GB 18030-2022), so
 * text that is not UTF-8 is read, not refused.
 */
public final class TextDecoding {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int SAMPLE = 64 * 1024;
    private static final int CERTAIN = 60;

    private TextDecoding() {
    }

    /**
     * The charset of the text: by its byte order mark, else UTF-8 if all of it is, else what ICU finds likely,
     * else GB18030. Empty when the bytes are no text in any of these.
     */
    public static Optional<Charset> charsetOf(byte[] text) {
        if (startsWith(text, 0xEF, 0xBB, 0xBF)) {
            return whole(text, StandardCharsets.UTF_8);
        }
        if (startsWith(text, 0xFF, 0xFE) || startsWith(text, 0xFE, 0xFF)) {
            return whole(text, StandardCharsets.UTF_16);
        }
        if (hasControls(text)) {
            return Optional.empty();
        }
        return whole(text, StandardCharsets.UTF_8).or(() -> likely(text)).or(() -> whole(text, GB18030));
    }

    /** How many bytes of byte order mark stand before the text. */
    public static int markLength(byte[] text) {
        return startsWith(text, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    }

    private static Optional<Charset> likely(byte[] text) {
        byte[] sample = text.length <= SAMPLE ? text : Arrays.copyOf(text, SAMPLE);
        CharsetMatch match = new CharsetDetector().setText(sample).detect();
        if (match == null || match.getConfidence() < CERTAIN || !Charset.isSupported(match.getName())) {
            return Optional.empty();
        }
        return whole(text, Charset.forName(match.getName()));
    }

    private static Optional<Charset> whole(byte[] text, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(text);
        CharBuffer out = CharBuffer.allocate(8192);
        try {
            for (CoderResult result = decoder.decode(in, out, true); !result.isUnderflow();
                    result = decoder.decode(in, out, true)) {
                if (result.isError()) {
                    result.throwException();
                }
                out.clear();
            }
            return Optional.of(charset);
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Text has no control characters but tab, line ends, form feed and the substitute of old files' end. */
    private static boolean hasControls(byte[] text) {
        for (byte character : text) {
            if (character >= 0 && character < 0x20 && character != '\t' && character != '\n' && character != '\r'
                    && character != '\f' && character != 0x1A) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] text, int... head) {
        for (int i = 0; i < head.length; i++) {
            if (text.length <= i || Byte.toUnsignedInt(text[i]) != head[i]) {
                return false;
            }
        }
        return true;
    }
}
