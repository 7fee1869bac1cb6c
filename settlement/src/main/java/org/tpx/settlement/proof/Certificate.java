package org.tpx.settlement.proof;

/**
 * A transaction certificate as it is handed out: its facts, the proof of the one event by which it was issued, and the exchange's
 * signature over both.
 *
 * @param facts what it states
 * @param proof the event CertificateIssued in the exchange's journal
 * @param signature Ed25519 over purpose and body of its {@link CertificateText}, in hexadecimal digits
 */
public record Certificate(CertificateFacts facts, EventProof proof, String signature) {

    /** The salted hash of the event, the leaf from which its proof begins; in hexadecimal digits. */
    public String eventHash() {
        return ProofCheck.eventHash(proof);
    }
}
