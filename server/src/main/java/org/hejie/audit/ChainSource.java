package org.hejie.audit;

import java.util.List;

/**
 * A table whose rows are chained by {@link HashChain}. Each module that owns one offers a bean of this kind;
 * the verifier and the daily seal find it and read it as the owner of the database, outside every scope.
 */
public interface ChainSource {

    /** The table with its schema, as given to {@link HashChain#origin}. */
    String table();

    /**
     * A select of every row: chain id, seq, previous hash (bytea), hash (bytea), then the hashed fields in the order
     * they were hashed; ordered by chain id and seq. Other types than those of {@link ChainField} are cast to text.
     */
    String rows();

    /** What the hashed fields hold, from the fifth column of {@link #rows} on. */
    List<ChainField> fields();

    /**
     * A select of what each chain's owner row keeps as the head of its chain: chain id, seq, hash; ordered by
     * chain id; chains without a row yet left out.
     */
    String heads();
}
