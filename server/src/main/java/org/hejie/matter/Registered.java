package org.hejie.matter;

/**
 * A matter that now exists, and what its reporter takes home.
 *
 * @param receipt the only copy of the query code and token: the system keeps hashes
 */
public record Registered(MatterId id, MatterCode code, MatterStatus status, int version, Receipt receipt) {

    /**
     * @param queryCode six characters, asked together with the code
     * @param token     opaque and revocable, in the QR; stands for both. It holds nothing about the person
     */
    public record Receipt(String queryCode, String token) {

        @Override
        public String toString() {
            return "Receipt[secret]";
        }
    }
}
