package org.hejie.seal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hejie.seal.SealVerdict.Reason;
import org.hejie.seal.SealVerdict.Refused;
import org.hejie.seal.SealVerdict.Valid;
import org.jspecify.annotations.Nullable;

/** {@code ./hejie seal verify FILE SEAL --ca=CERTIFICATE [--revoked=LIST]}: needs no server and no database. */
public final class SealCommandLine {

    private static final String USAGE = """
            seal verify FILE SEAL --ca=CERTIFICATE [--revoked=LIST]
              CERTIFICATE  of the authority that is trusted, DER or PEM
              LIST         lines of a serial number (hexadecimal) and a time, such as 1a2b 2026-01-05T09:00:00Z""";
    private static final int WRONG_USE = 2;

    private SealCommandLine() {
    }

    /** @return 0 valid, 1 refused, 2 wrong arguments */
    public static int run(List<String> arguments) {
        List<String> words = arguments.stream().filter(one -> !one.startsWith("--")).toList();
        String authority = option(arguments, "--ca=");
        if (words.size() != 3 || !words.getFirst().equals("verify") || authority == null) {
            System.err.println(USAGE);
            return WRONG_USE;
        }
        try {
            String list = option(arguments, "--revoked=");
            var check = new SealCheck(List.of(new SealCheck.Trusted(certificate(Path.of(authority)), list == null ? Map.of() : revoked(Path.of(list)))));
            return tell(check.of(Files.readAllBytes(Path.of(words.get(1))), Files.readAllBytes(Path.of(words.get(2)))));
        } catch (IOException e) {
            System.err.println("无法读取 Cannot read: " + e.getMessage());
            return WRONG_USE;
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return WRONG_USE;
        }
    }

    private static @Nullable String option(List<String> arguments, String name) {
        return arguments.stream().filter(one -> one.startsWith(name)).map(one -> one.substring(name.length())).findFirst().orElse(null);
    }

    private static SealCertificate certificate(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try {
            return SealCertificate.file(bytes);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("--ca: 不是证书 no certificate", e);
        }
    }

    private static Map<String, Instant> revoked(Path file) throws IOException {
        Map<String, Instant> revoked = new HashMap<>();
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty()) {
                String[] parts = line.split("\\s+");
                try {
                    revoked.put(parts[0].toLowerCase(Locale.ROOT), Instant.parse(parts[1]));
                } catch (DateTimeException | ArrayIndexOutOfBoundsException e) {
                    throw new IllegalArgumentException("--revoked: 第 " + (i + 1) + " 行有误 line " + (i + 1) + " is wrong", e);
                }
            }
        }
        return revoked;
    }

    private static int tell(SealVerdict verdict) {
        return switch (verdict) {
            case Valid valid -> {
                System.out.println("有效 Valid: " + valid.subject() + ", serial " + valid.serial() + ", " + valid.signedAt());
                yield 0;
            }
            case Refused refused -> {
                System.out.println("无效 Refused: " + refused.reason() + " " + words(refused.reason()));
                yield 1;
            }
        };
    }

    private static String words(Reason reason) {
        return switch (reason) {
            case UNREADABLE -> "无法识别的印章文件 (no seal of this kind)";
            case FORGED -> "签名与证书不符，疑似伪造 (not signed with the key of its certificate)";
            case ALTERED -> "文件在签章后被改动，或不是原文件 (another file, or changed since)";
            case UNKNOWN_ISSUER -> "证书不是受信任机构颁发 (the certificate's issuer is not trusted)";
            case NOT_YET_VALID -> "签章时证书尚未生效 (not yet valid when it was signed)";
            case EXPIRED -> "签章时证书已过期 (expired when it was signed)";
            case REVOKED -> "签章时印章已吊销 (revoked when it was signed)";
        };
    }
}
