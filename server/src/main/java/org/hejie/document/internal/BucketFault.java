package org.hejie.document.internal;

import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/** What is wrong with a bucket, in words that name the setting to look at and hold neither an address nor a secret. */
final class BucketFault {

    private static final String SETTING = "HEJIE_FILES_S3_";

    private BucketFault() {
    }

    static String of(SdkException thrown) {
        return thrown instanceof AwsServiceException answered ? answered(answered) : unanswered(thrown);
    }

    private static String answered(AwsServiceException answer) {
        return switch (code(answer)) {
            case "NoSuchBucket" -> SETTING + "BUCKET: there is no such bucket";
            case "InvalidBucketName" -> SETTING + "BUCKET: no bucket can have this name";
            case "InvalidAccessKeyId" -> BucketAccount.ACCESS_KEY + ": the store does not know it";
            case "SignatureDoesNotMatch" -> BucketAccount.SECRET_KEY + ": it does not belong to the access key";
            case "RequestTimeTooSkewed" -> "the clock of this machine differs from the store's";
            case "AuthorizationHeaderMalformed", "PermanentRedirect", "TemporaryRedirect", "301", "307" ->
                    SETTING + "REGION or " + SETTING + "ENDPOINT: the bucket lies elsewhere";
            case "XAmzContentSHA256Mismatch", "BadDigest" -> "content changed on its way to the store";
            case "AccessDenied", "403" -> BucketAccount.ACCESS_KEY + ": it may not list, read or write the bucket";
            default -> SETTING + "ENDPOINT: the store answers " + answer.statusCode() + " " + code(answer);
        };
    }

    /** Its own word; the status where the answer has none, as that to a {@code HEAD}. */
    static String code(AwsServiceException answer) {
        String code = answer.awsErrorDetails() == null ? null : answer.awsErrorDetails().errorCode();
        return code == null || !code.matches("[A-Za-z0-9.]{1,60}") ? Integer.toString(answer.statusCode()) : code;
    }

    private static String unanswered(SdkException thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnknownHostException) {
                return SETTING + "ENDPOINT: its host is not known";
            }
            if (cause instanceof SSLException) {
                return SETTING + "ENDPOINT: its certificate is not trusted, or it speaks no TLS";
            }
        }
        return SETTING + "ENDPOINT: it does not answer";
    }
}
