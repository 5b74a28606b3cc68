package org.hejie.audit;

/**
 * The last row of one chain.
 *
 * @param chainId id of the chain, e.g. of the matter
 * @param seq     place of its last row, from 1
 * @param hash    hash of its last row, 32 bytes
 */
public record ChainHead(long chainId, long seq, byte[] hash) {

    /** Checks the length of the hash. */
    public ChainHead {
        if (seq < 1 || hash.length != HashChain.LENGTH) {
            throw new IllegalArgumentException("a chain's head has a place from 1 and a hash of 32 bytes");
        }
    }
}
