package org.hejie.notify;

import java.time.LocalDate;
import java.util.List;

/** What is to be told to other systems, written with what it tells of and sent afterwards. */
public interface Outbox {

    /**
     * Writes the message in the transaction of the caller, in one statement. Sent only if that transaction commits;
     * messages of one destination and lane arrive in the order in which they were written. Where the destination has
     * no address the message is kept to be fetched.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
     */
    void add(NewMessage message);

    /** What was written for the destination on a day in Asia/Shanghai and lies in the scope, in its order. */
    List<WrittenMessage> ofDay(String destination, LocalDate day, int most);

    /** Days with kept messages that nobody has handed over, the oldest first, up to 100. */
    List<KeptDay> kept(String destination);

    /** Marks the kept messages of a day as handed over; how many. */
    int handOver(String destination, LocalDate day, long by);
}
