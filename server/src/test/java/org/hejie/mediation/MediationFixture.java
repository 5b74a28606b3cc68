package org.hejie.mediation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowingConsumer;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.shared.web.Problem;
import org.hejie.testing.TestStaff;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;

/** Disputes that are mediated, their mediator, and what is read of them. */
abstract class MediationFixture {

    @Autowired BeanFactory beans;
    @Autowired TestStaff staff;
    @Autowired Mediations mediations;
    @Autowired MediationSessions sessions;
    @Autowired Agreements agreements;
    @Autowired @FlywayDataSource DataSource owner;
    Mediated mediated;
    Actor mediator;

    @BeforeEach
    void people() {
        mediated = new Mediated(beans);
        mediator = mediated.mediator.actor();
    }

    MediationCase read(long mediation) {
        return Actors.as(mediated.dispatcher, () -> mediations.find(mediation)).orElseThrow();
    }

    AgreementView view(long agreement) {
        return Actors.as(mediated.dispatcher, () -> agreements.find(agreement)).orElseThrow();
    }

    /** {@code done}, or what it was refused with. */
    static String said(Callable<?> work) throws Exception {
        try {
            work.call();
            return "done";
        } catch (Problem e) {
            return e.getMessage();
        }
    }

    /** The answers of all, begun at the same instant. */
    static List<String> together(List<Callable<String>> work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(work.size())) {
            List<String> answers = new ArrayList<>();
            for (Future<String> future : threads.invokeAll(work)) {
                answers.add(future.get(Duration.ofMinutes(2).toSeconds(), TimeUnit.SECONDS));
            }
            return answers;
        }
    }

    static ThrowingConsumer<Throwable> fields(String path, String code) {
        return thrown -> assertThat(((Problem) thrown).errors()).contains(new Problem.FieldError(path, code));
    }
}
