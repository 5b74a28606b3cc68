package org.hejie.document.internal;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows the operator the problem and the way out instead of a stack trace. */
final class UnusableStoreAnalyzer extends AbstractFailureAnalyzer<UnusableStore> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnusableStore cause) {
        return new FailureAnalysis(cause.getMessage(), cause.action(), cause);
    }
}
