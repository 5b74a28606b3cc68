package org.hejie.notify;

/** Tells members of staff. */
public interface Notices {

    /**
     * Tells it in the transaction of the caller: on the page of those it is for, and by mail or text message to those of
     * them who asked for that.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction
     */
    void tell(NewNotice notice);
}
