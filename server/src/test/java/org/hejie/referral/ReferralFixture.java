package org.hejie.referral;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.hejie.org.Actor;
import org.hejie.org.Actors;
import org.hejie.org.ApiClients;
import org.hejie.referral.PartnerSimulator.Said;
import org.hejie.shared.web.Problem;
import org.hejie.shared.web.Problem.FieldError;
import org.hejie.testing.TestStaff;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A court that refers over HTTP, and a dispatcher of the centre who looks at what came. */
abstract class ReferralFixture {

    @Autowired Referrals referrals;
    @Autowired NewsFeed news;
    @Autowired ApiClients clients;
    @Autowired TestStaff staff;
    @Autowired @FlywayDataSource DataSource owner;
    @LocalServerPort int port;
    Actor dispatcher;
    PartnerSimulator court;

    @BeforeEach
    void aCourt() {
        dispatcher = staff.dispatcher().actor();
        court = partner(PartnerSystem.COURT);
    }

    PartnerSimulator partner(PartnerSystem system) {
        return PartnerSimulator.of(system, staff, clients, port);
    }

    List<News> allNews(PartnerSystem system) {
        List<News> all = new ArrayList<>();
        List<News> some;
        do {
            some = news.after(system, all.isEmpty() ? 0 : all.getLast().seq(), 100);
            all.addAll(some);
        } while (!some.isEmpty());
        return all;
    }

    List<NewsType> news(PartnerSystem system, long referral) {
        return Actors.as(dispatcher, () -> allNews(system)).stream().filter(one -> one.referral() == referral).map(News::type).toList();
    }

    Said signed(PartnerSimulator partner) {
        Said sent = partner.send(partner.referral(PartnerSimulator.number()));
        Actors.run(dispatcher, () -> referrals.sign(sent.id(), 1));
        return sent;
    }

    ReferralView view(long referral) {
        return Actors.as(dispatcher, () -> referrals.find(referral)).orElseThrow();
    }

    long matter(Said said) {
        Long matter = view(said.id()).matterId();
        return matter == null ? 0 : matter;
    }

    List<String> events(long matter) {
        return JdbcClient.create(owner).sql("select action from matter.event where matter_id = :id order by seq").param("id", matter)
                .query(String.class).list();
    }

    List<FieldError> refused(Callable<Object> deed) {
        try {
            Actors.as(dispatcher, deed::call);
        } catch (Problem problem) {
            return problem.errors();
        } catch (Exception other) {
            throw new AssertionError(other);
        }
        throw new AssertionError("was not refused");
    }
}
