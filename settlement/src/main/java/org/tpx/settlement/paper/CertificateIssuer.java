package org.tpx.settlement.paper;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import org.tpx.journal.JournalKeys;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.DealEvent.CertificateIssued;
import org.tpx.protocol.FeeMode;
import org.tpx.protocol.Money;
import org.tpx.settlement.audit.Prover;
import org.tpx.settlement.document.CertificateData;
import org.tpx.settlement.proof.Certificate;
import org.tpx.settlement.proof.CertificateFacts;
import org.tpx.settlement.proof.CertificateText;
import org.tpx.settlement.proof.EventProof;
import org.tpx.settlement.proof.Revocations;
import org.tpx.wire.Templates;

/**
 * Writes certificates from the books, with the proof from the journal and the exchange's signature. The same certificate comes out
 * whenever it is written: its proof is the one under the first checkpoint that covers it.
 */
public final class CertificateIssuer {
    private static final long NANOS_A_SECOND = 1_000_000_000;
    private static final String CONCLUSION =
            "The exchange has examined this transaction. It followed the exchange's rules; the contract is signed, the price is in the"
                    + " settlement account, and the service fees of both sides are settled.";
    private static final String CONCLUSION_ZH = "经审核，本次交易符合交易规则，合同已签订，交易价款已进入结算专户，双方交易服务费已结清。";

    private final String exchange;
    private final Prover prover;
    private final JournalKeys keys;
    private final int issuedTemplate =
            Templates.ofProtocol().of(CertificateIssued.class).templateId();

    /** An issuer for the exchange of this name, whose key signs. */
    public CertificateIssuer(String exchange, Prover prover, JournalKeys keys) {
        this.exchange = exchange;
        this.prover = prover;
        this.keys = keys;
    }

    /**
     * The certificate of these data; throws {@link IllegalArgumentException} with a sentence where its turn is under no signed
     * checkpoint yet.
     */
    public Certificate issue(CertificateData data) {
        CertificateFacts facts = facts(data);
        EventProof proof = prover.proveFirst(data.issuedSequence(), issuedTemplate);
        byte[] signature = keys.sign(CertificateText.PURPOSE, CertificateText.body(facts, proof));
        return new Certificate(facts, proof, HexFormat.of().formatHex(signature));
    }

    /**
     * The signed list of what was revoked.
     *
     * @param all every certificate in the books
     * @param sequence the turn up to which the books reach
     * @param timeNanos its time, UTC epoch nanoseconds
     */
    public Revocations revocations(List<CertificateData> all, long sequence, long timeNanos) {
        List<String> revoked = all.stream()
                .filter(data -> data.revokedNanos() != 0)
                .map(CertificateData::certificateNumber)
                .toList();
        String at = DateTimeFormatter.ISO_INSTANT.format(instant(timeNanos));
        Revocations unsigned = new Revocations(keys.publicKey().name(), sequence, at, revoked, "");
        byte[] signature = keys.sign(Revocations.PURPOSE, unsigned.body());
        return new Revocations(
                unsigned.exchange(), sequence, at, revoked, HexFormat.of().formatHex(signature));
    }

    private CertificateFacts facts(CertificateData data) {
        List<CertificateFacts.Transferee> transferees = data.transferees().stream()
                .map(buyer -> new CertificateFacts.Transferee(
                        buyer.party(), buyer.agent(), buyer.price().toString()))
                .toList();
        return new CertificateFacts(
                data.certificateNumber(),
                exchange,
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local(data.issuedNanos(), data)),
                data.listingNumber().isEmpty() ? data.listing() : data.listingNumber(),
                data.right(),
                data.rightType().name(),
                data.rightRegistration(),
                date(data.listingStartNanos(), data),
                date(data.listingEndNanos(), data),
                date(data.signingNanos(), data),
                data.contract(),
                data.transferor(),
                data.transferorAgent(),
                transferees,
                mode(data),
                data.appraisal().equals(Money.NONE) ? "" : data.appraisal().toString(),
                data.price().toString(),
                data.paymentForm().name(),
                CONCLUSION,
                CONCLUSION_ZH,
                keys.publicKey().name());
    }

    /** A single bidder quotes: nobody competes, so whichever mode was announced had no say. */
    private static String mode(CertificateData data) {
        boolean announced =
                data.auctionMode() != AuctionMode.NEGOTIATED && data.auctionMode() != AuctionMode.MARKED_PRICE;
        return announced && data.feeMode() == FeeMode.NEGOTIATED
                ? "SINGLE_QUOTE"
                : data.auctionMode().name();
    }

    private static String date(long nanos, CertificateData data) {
        return nanos == 0 ? "" : local(nanos, data).toLocalDate().format(DateTimeFormatter.ISO_LOCAL_DATE);
    }

    private static OffsetDateTime local(long nanos, CertificateData data) {
        return instant(nanos).atOffset(ZoneOffset.ofTotalSeconds(data.utcOffsetSeconds()));
    }

    private static Instant instant(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS_A_SECOND), Math.floorMod(nanos, NANOS_A_SECOND));
    }
}
