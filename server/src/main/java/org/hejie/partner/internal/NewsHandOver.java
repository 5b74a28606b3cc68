package org.hejie.partner.internal;

import java.util.List;
import org.hejie.notify.EventHook;
import org.hejie.notify.EventHooks;
import org.hejie.notify.NewMessage;
import org.hejie.notify.Outbox;
import org.hejie.partner.CloudEvent;
import org.hejie.partner.internal.SubscriptionRows.Row;
import org.hejie.referral.News;
import org.hejie.referral.NewsFeed;
import org.springframework.stereotype.Component;

/**
 * Hands a partner's news to delivery, in their order, as messages of one lane. What was handed on is marked in the same transaction.
 * While much waits at a receiver no more is handed on: the news stay where they are, and a pause or replay takes effect soon.
 */
@Component
class NewsHandOver {

    private static final String LANE = "events";
    private static final int AT_ONCE = 200;
    private static final long MOST_WAITING = 2_000;

    private final SubscriptionRows rows;
    private final NewsFeed feed;
    private final CloudEvents events;
    private final Outbox outbox;
    private final EventHooks hooks;
    private final AsServer server;

    NewsHandOver(SubscriptionRows rows, NewsFeed feed, CloudEvents events, Outbox outbox, EventHooks hooks, AsServer server) {
        this.rows = rows;
        this.feed = feed;
        this.events = events;
        this.outbox = outbox;
        this.hooks = hooks;
        this.server = server;
    }

    /** Hands on whatever is new, for every subscription. */
    void run() {
        for (Row row : rows.all()) {
            while (server.run(county -> some(row.id(), county))) {
                // until nothing is left
            }
        }
    }

    /** Whether there may be more. */
    private boolean some(long id, long county) {
        return rows.take(id).filter(this::open).map(row -> {
            List<News> news = feed.after(row.partner(), row.forwardedTo(), AT_ONCE);
            news.stream().filter(one -> row.types().contains(one.type())).map(events::of)
                    .forEach(event -> outbox.add(message(row, event, county)));
            if (!news.isEmpty()) {
                rows.forwarded(id, news.getLast().seq());
            }
            return news.size() == AT_ONCE;
        }).orElse(false);
    }

    private boolean open(Row row) {
        EventHook hook = hooks.of(List.of(row.destination())).get(row.destination());
        return hook != null && hook.pausedAt() == null && hook.waiting() < MOST_WAITING;
    }

    private NewMessage message(Row row, CloudEvent event, long county) {
        return new NewMessage(row.destination(), LANE, event.id(), events.written(event), List.of(county));
    }
}
