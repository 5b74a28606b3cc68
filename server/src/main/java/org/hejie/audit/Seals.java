package org.hejie.audit;

import java.util.List;

/**
 * The daily seals (日封): one root over the heads of all chains that grew since the seal before. What was sealed
 * cannot be cut off or rewritten unnoticed, even together with the rows that keep the heads.
 */
public interface Seals {

    /** Seals what is committed now. Seals are made one after the other, whatever the number of nodes. */
    Seal seal();

    /** Seals unless a seal of today (Asia/Shanghai) exists. Safe to run on every node. */
    void sealOncePerDay();

    /** The newest seals, newest first. */
    List<Seal> newest(int limit);
}
