package org.hejie.referral;

/**
 * A referral and the text it came as.
 *
 * @param asItCame kept word for word, sealed
 */
public record Incoming(Envelope envelope, String asItCame) {

    @Override
    public String toString() {
        return "Incoming[content hidden]";
    }
}
