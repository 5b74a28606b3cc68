package org.hejie.shared;

import java.util.concurrent.locks.ReentrantLock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives the numeric ids of all rows, unique in the county and never used twice.
 * A block of {@value #BLOCK} is taken from a sequence at a time, so that most ids cost no round trip;
 * what is left of a block at a stop is lost, which leaves a gap and nothing else.
 */
@Component
public class Ids {

    static final int BLOCK = 1000;

    private final JdbcClient jdbc;
    private final TransactionTemplate apart;
    private final ReentrantLock lock = new ReentrantLock();
    private long next;
    private long end;

    Ids(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    /** The next free id. */
    public long next() {
        lock.lock();
        try {
            if (next == end) {
                takeBlock();
            }
            return next++;
        } finally {
            lock.unlock();
        }
    }

    private void takeBlock() {
        Long block = apart.execute(status -> jdbc.sql("select nextval('shared.id_block')").query(Long.class).single());
        next = block * BLOCK;
        end = next + BLOCK;
    }
}
