package org.hejie.intake;

/**
 * What a resident takes home.
 *
 * @param queryCode six characters, asked together with the code
 * @param qrToken   opaque and revocable
 */
public record ResidentSlip(String code, String queryCode, String qrToken) {

    @Override
    public String toString() {
        return "ResidentSlip[" + code + "]";
    }
}
