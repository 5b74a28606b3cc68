package org.hejie.document.internal;

import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The receiver's side of Amazon's signature, written from "Signature Version 4 for API requests" of the IAM User Guide. */
final class SignatureVersion4 {

    private static final HexFormat HEX = HexFormat.of();
    private static final Pattern HEADER = Pattern.compile(
            "AWS4-HMAC-SHA256 Credential=([^/]+)/(\\d{8}/[^/]+/s3/aws4_request), ?SignedHeaders=([^,]+), ?Signature=([0-9a-f]{64})");

    private SignatureVersion4() {
    }

    /** The code of the error to answer with, null when the request is signed by the account, its content included. */
    static @Nullable String refusal(HttpExchange request, byte[] body, BucketAccount account) {
        String header = request.getRequestHeaders().getFirst("Authorization");
        Matcher signed = HEADER.matcher(header == null ? "" : header);
        if (!signed.matches()) {
            return "AccessDenied";
        }
        if (!signed.group(1).equals(account.accessKey())) {
            return "InvalidAccessKeyId";
        }
        String content = request.getRequestHeaders().getFirst("x-amz-content-sha256");
        String toSign = "AWS4-HMAC-SHA256\n" + request.getRequestHeaders().getFirst("x-amz-date") + "\n" + signed.group(2) + "\n"
                + HEX.formatHex(sha256(canonical(request, signed.group(3), content).getBytes(StandardCharsets.UTF_8)));
        if (!HEX.formatHex(hmac(key(account.secretKey(), signed.group(2)), toSign)).equals(signed.group(4))) {
            return "SignatureDoesNotMatch";
        }
        return HEX.formatHex(sha256(body)).equals(content) ? null : "XAmzContentSHA256Mismatch";
    }

    private static String canonical(HttpExchange request, String signedHeaders, String content) {
        String query = request.getRequestURI().getRawQuery();
        String sorted = query == null ? "" : Arrays.stream(query.split("&")).map(part -> part.contains("=") ? part : part + "=").sorted()
                .collect(Collectors.joining("&"));
        String headers = Arrays.stream(signedHeaders.split(";"))
                .map(name -> name + ":" + String.join(",", request.getRequestHeaders().get(name)).strip() + "\n").collect(Collectors.joining());
        return String.join("\n", request.getRequestMethod(), request.getRequestURI().getRawPath(), sorted, headers, signedHeaders, content);
    }

    private static byte[] key(String secret, String scope) {
        byte[] key = ("AWS4" + secret).getBytes(StandardCharsets.UTF_8);
        for (String part : scope.split("/")) {
            key = hmac(key, part);
        }
        return key;
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
