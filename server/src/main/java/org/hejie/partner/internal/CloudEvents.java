package org.hejie.partner.internal;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.hejie.partner.CloudEvent;
import org.hejie.referral.News;
import org.hejie.referral.PartnerSystem;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Turns news into events. */
@Component
class CloudEvents {

    private static final String VERSION = "1.0";
    private static final String JSON = "application/json";
    private static final String PREFIX = "org.hejie.";

    private final String county;
    private final JsonMapper json;

    CloudEvents(@Value("${hejie.county}") String county, JsonMapper json) {
        this.county = county;
        this.json = json;
    }

    CloudEvent of(News news) {
        Map<String, Object> data = new TreeMap<>(news.data()); // one order, so that a replay is the same text
        data.put("referral", news.referral());
        if (news.outsideNo() != null) {
            data.put("outsideNo", news.outsideNo());
        }
        String type = PREFIX + "referral." + news.type().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return event(news.partner(), Long.toString(news.seq()), type, Long.toString(news.referral()), news.at(), news.seq(), data);
    }

    /** Tells nothing; number 0, which no news has. */
    CloudEvent test(PartnerSystem partner, Instant now) {
        return event(partner, "test-" + now.toEpochMilli(), PREFIX + "partner.test", "test", now, 0, Map.of());
    }

    String written(CloudEvent event) {
        return json.writeValueAsString(event);
    }

    private CloudEvent event(PartnerSystem partner, String id, String type, String subject, Instant at, long seq, Map<String, Object> data) {
        return new CloudEvent(VERSION, partner.slug() + "-" + id, "urn:hejie:" + county + ":" + partner.slug(), type, subject, at,
                "%010d".formatted(seq), JSON, data);
    }
}
