package org.hejie.shared.web;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingRequestHeaderException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Turns whatever goes wrong in a request into a problem document; a bug stays a 500 and is logged with its trace id. */
@RestControllerAdvice
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final Set<String> ROLLED_BACK = Set.of("40001", "40P01");

    private final ProblemDocuments documents;

    ProblemAdvice(ProblemDocuments documents) {
        this.documents = documents;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(Problem problem, Locale locale) {
        return documents.answer(problem, locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(MethodArgumentNotValidException invalid, Locale locale) {
        List<Problem.FieldError> errors = invalid.getBindingResult().getFieldErrors().stream()
                .map(error -> new Problem.FieldError(error.getField(), code(error.getCode())))
                .toList();
        return documents.answer(Problem.fields(errors), locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(HandlerMethodValidationException invalid, Locale locale) {
        List<Problem.FieldError> errors = invalid.getParameterValidationResults().stream()
                .map(result -> new Problem.FieldError(
                        String.valueOf(result.getMethodParameter().getParameterName()), "INVALID"))
                .toList();
        return documents.answer(Problem.fields(errors), locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(MethodArgumentTypeMismatchException mismatch, Locale locale) {
        return documents.answer(Problem.field(mismatch.getName(), "INVALID"), locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(MissingServletRequestParameterException missing, Locale locale) {
        return documents.answer(Problem.field(missing.getParameterName(), "REQUIRED"), locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(MissingRequestHeaderException missing, Locale locale) {
        return documents.answer(Problem.field(missing.getHeaderName(), "REQUIRED"), locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(MissingServletRequestPartException missing, Locale locale) {
        return documents.answer(Problem.field(missing.getRequestPartName(), "REQUIRED"), locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(HttpMessageNotReadableException unreadable, Locale locale) {
        return documents.answer(MalformedJson.problem(unreadable), locale);
    }

    @ExceptionHandler({MaxUploadSizeExceededException.class})
    ResponseEntity<ProblemDetail> tooLarge(Locale locale) {
        return documents.answer(Problem.of(ProblemType.TOO_LARGE, "FILE", "file"), locale);
    }

    @ExceptionHandler({MultipartException.class})
    ResponseEntity<ProblemDetail> malformed(Locale locale) {
        return documents.answer(Problem.of(ProblemType.MALFORMED_REQUEST), locale);
    }

    @ExceptionHandler({HttpMediaTypeNotSupportedException.class})
    ResponseEntity<ProblemDetail> unsupported(Locale locale) {
        return documents.answer(Problem.of(ProblemType.UNSUPPORTED_TYPE), locale);
    }

    @ExceptionHandler({HttpRequestMethodNotSupportedException.class})
    ResponseEntity<ProblemDetail> methodNotAllowed(Locale locale) {
        return documents.answer(Problem.of(ProblemType.METHOD_NOT_ALLOWED), locale);
    }

    @ExceptionHandler({NoResourceFoundException.class})
    ResponseEntity<ProblemDetail> notFound(Locale locale) {
        return documents.answer(Problem.of(ProblemType.NOT_FOUND), locale);
    }

    @ExceptionHandler({OptimisticLockingFailureException.class})
    ResponseEntity<ProblemDetail> stale(Locale locale) {
        return documents.answer(Problem.of(ProblemType.STALE), locale);
    }

    @ExceptionHandler({CannotCreateTransactionException.class, CannotGetJdbcConnectionException.class,
            DataAccessResourceFailureException.class, QueryTimeoutException.class, TransientDataAccessException.class,
            TransactionSystemException.class})
    ResponseEntity<ProblemDetail> databaseGone(Exception cause, Locale locale) {
        if (undoneForAnother(cause)) {
            LOG.warn("Two acts waited for each other; one was undone");
            return documents.answer(Problem.retryAfter(ProblemType.BUSY, Duration.ofSeconds(1)), locale);
        }
        LOG.warn("The database does not answer: {}", cause.getClass().getSimpleName());
        return documents.answer(Problem.retryAfter(ProblemType.DATABASE_UNAVAILABLE, Duration.ofSeconds(5)), locale);
    }

    /** PostgreSQL, appendix A: 40001 serialization failure, 40P01 deadlock detected; the transaction is rolled back. */
    private static boolean undoneForAnother(Exception cause) {
        return Stream.iterate((Throwable) cause, Objects::nonNull, Throwable::getCause)
                .anyMatch(one -> one instanceof SQLException refused && ROLLED_BACK.contains(String.valueOf(refused.getSQLState())));
    }

    /** Whoever asked has gone: nobody is there to be answered, and nothing is wrong. */
    @ExceptionHandler
    void gone(AsyncRequestNotUsableException gone) {
        LOG.debug("The reader of a stream has gone");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> on(Exception bug, Locale locale) throws Exception {
        if (bug.getClass().getName().startsWith("org.springframework.security.")) {
            throw bug; // Security's own filters answer these
        }
        LOG.error("A request failed", new LoggedFailure(bug));
        return documents.answer(Problem.of(ProblemType.INTERNAL), locale);
    }

    private static String code(@Nullable String constraint) {
        return switch (constraint == null ? "" : constraint) {
            case "NotNull", "NotBlank", "NotEmpty" -> "REQUIRED";
            case "Size", "Length" -> "LENGTH";
            case "Min", "Max", "Positive", "PositiveOrZero", "DecimalMin", "DecimalMax", "Digits" -> "RANGE";
            default -> "INVALID";
        };
    }
}
