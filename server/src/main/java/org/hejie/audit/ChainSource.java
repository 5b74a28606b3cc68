package org.hejie.audit;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A table whose rows are chained by {@link HashChain}. Each module that owns one offers a bean of this kind;
 * the verifier and the daily seal find it and read it as the owner of the database, outside every scope.
 */
public interface ChainSource {

    /** The table with its schema, as given to {@link HashChain#origin}. */
    String table();

    /**
     * A select of every row: chain id (bigint), seq (bigint), previous hash (bytea), hash (bytea), then the hashed
     * fields; ordered by chain id and seq.
     */
    String rows();

    /**
     * A select of what each chain's owner row keeps as the head of its chain: chain id, seq, hash; ordered by
     * chain id; chains without a row yet left out.
     */
    String heads();

    /** Adds the hashed fields of the current row, in the order they were hashed; they are columns 5 and following. */
    void fields(ResultSet row, ChainFields fields) throws SQLException;
}
