package org.tpx.engine.deal;

import static org.tpx.engine.Draft.listing;

import org.junit.jupiter.api.Test;
import org.tpx.engine.Gives;
import org.tpx.engine.Market;
import org.tpx.engine.Scenario;
import org.tpx.engine.Written;
import org.tpx.protocol.DealCommand.AcceptHandover;
import org.tpx.protocol.DealCommand.SignContract;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.PaperCommand.FilePaper;
import org.tpx.protocol.PaperCommand.SignPaper;
import org.tpx.protocol.PaperKind;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.RightType;

/** Agreement and protocols: filed by the exchange, signed by both sides, and only then what the contract or the handover rests on. */
public class PapersTest extends Scenario {

    private static final Hash256 KEY = Written.digest("key");
    private static final Hash256 SIGNATURE = Written.digest("signature");

    @Test
    void shouldSignTheContractOnceBothSidesHaveSignedTheWrittenAgreement() {
        market.awarded(listing("L1")).at("2025-07-09 10:00");
        files(PaperKind.AGREEMENT, "agreement").accepted();
        signs("SELLER", PaperKind.AGREEMENT, "agreement").accepted();
        signs("B1", PaperKind.AGREEMENT, "agreement").accepted();
        String digest = "digest=" + Written.digest("agreement");
        String signature = ", publicKey=" + KEY + ", signatureR=" + SIGNATURE + ", signatureS=" + KEY;
        contract("agreement")
                .then(
                        "PaperFiled listing=L1, kind=AGREEMENT, form=T-1, " + digest,
                        "PaperSigned listing=L1, party=SELLER, kind=AGREEMENT, " + digest + signature,
                        "PaperSigned listing=L1, party=B1, kind=AGREEMENT, " + digest + signature,
                        "ContractSigned deal=DEAL-1, contract=" + Written.digest("agreement"));
    }

    @Test
    void shouldTakeTheClerksWordWhereNoPaperIsOnFile() {
        market.awarded(listing("L1")).at("2025-07-09 10:00");
        contract("signed on paper").then("ContractSigned contract=" + Written.digest("signed on paper"));
    }

    @Test
    void shouldVoidTheSignaturesOfAnAgreementThatWasWrittenAnew() {
        market.awarded(listing("L1"));
        files(PaperKind.AGREEMENT, "agreement").accepted();
        signs("SELLER", PaperKind.AGREEMENT, "agreement").accepted();
        signs("B1", PaperKind.AGREEMENT, "agreement").accepted();
        files(PaperKind.AGREEMENT, "corrected").accepted();
        contract("corrected").refused(RejectReason.SIGNATURE_MISSING);
        signs("SELLER", PaperKind.AGREEMENT, "corrected").accepted();
        signs("B1", PaperKind.AGREEMENT, "corrected").accepted();
        contract("corrected").accepted();
    }

    @Test
    void shouldForgetTheAgreementWithTheAward() {
        market.parties("B1", "B2").awarded(listing("L1"));
        files(PaperKind.AGREEMENT, "agreement").accepted();
        at("2025-07-15 17:00");
        signs("B1", PaperKind.AGREEMENT, "agreement").refused(RejectReason.NOT_ALLOWED);
        files(PaperKind.AGREEMENT, "agreement").refused(RejectReason.LATE);
    }

    @Test
    void shouldAcceptTheHandoverOnItsSignedProtocol() {
        market.right("KNOW-HOW", RightType.KNOW_HOW, "SELLER")
                .certified(listing("L1").of("KNOW-HOW"));
        files(PaperKind.HANDOVER_PROTOCOL, "protocol").accepted();
        handover("protocol").refused(RejectReason.SIGNATURE_MISSING);
        signs("SELLER", PaperKind.HANDOVER_PROTOCOL, "protocol").accepted();
        signs("B1", PaperKind.HANDOVER_PROTOCOL, "protocol").accepted();
        handover("another").refused(RejectReason.PAPER_DIFFERS);
        handover("protocol")
                .including("HandoverAccepted deal=DEAL-1, listing=L1, document=" + Written.digest("protocol"));
    }

    @Test
    void shouldWriteEachPaperInItsTimeOnly() {
        market.awarded(listing("L1"));
        files(PaperKind.HANDOVER_PROTOCOL, "protocol").refused(RejectReason.NOT_ALLOWED);
        signs("B1", PaperKind.AGREEMENT, "agreement").refused(RejectReason.NOT_ALLOWED);
        contract("signed on paper").accepted();
        files(PaperKind.AGREEMENT, "agreement").refused(RejectReason.NOT_ALLOWED);
        files(PaperKind.ACCEPTANCE_PROTOCOL, "protocol").refused(RejectReason.NOT_ALLOWED);
        market.becomesEffective();
        files(PaperKind.ACCEPTANCE_PROTOCOL, "protocol").accepted();
    }

    @Test
    @Gives(RejectReason.SIGNATURE_MISSING)
    void shouldRefuseAContractThatOneSideHasNotSigned() {
        market.awarded(listing("L1"));
        files(PaperKind.AGREEMENT, "agreement").accepted();
        signs("B1", PaperKind.AGREEMENT, "agreement").accepted();
        contract("another").refused(RejectReason.SIGNATURE_MISSING);
        contract("agreement").refused(RejectReason.SIGNATURE_MISSING);
    }

    @Test
    @Gives(RejectReason.ALREADY_SIGNED)
    void shouldRefuseASecondSignatureOfTheSameSide() {
        market.awarded(listing("L1"));
        files(PaperKind.AGREEMENT, "agreement").accepted();
        signs("B1", PaperKind.AGREEMENT, "agreement").accepted();
        signs("B1", PaperKind.AGREEMENT, "agreement").refused(RejectReason.ALREADY_SIGNED);
    }

    @Test
    @Gives(RejectReason.NOT_A_SIDE)
    void shouldRefuseTheSignatureOfWhoeverLost() {
        market.awarded(listing("L1")).party("STRANGER");
        files(PaperKind.AGREEMENT, "agreement").accepted();
        signs("STRANGER", PaperKind.AGREEMENT, "another").refused(RejectReason.NOT_A_SIDE);
        by("A-STRANGER", signing("B1", PaperKind.AGREEMENT, "agreement")).refused(RejectReason.NO_MANDATE);
    }

    @Test
    @Gives(RejectReason.PAPER_DIFFERS)
    void shouldRefuseASignatureAndAContractOverAnotherTextThanTheWrittenAgreement() {
        market.awarded(listing("L1"));
        files(PaperKind.AGREEMENT, "agreement").accepted();
        signs("B1", PaperKind.AGREEMENT, "another").refused(RejectReason.PAPER_DIFFERS);
        signs("B1", PaperKind.AGREEMENT, "agreement").accepted();
        signs("SELLER", PaperKind.AGREEMENT, "agreement").accepted();
        contract("another").refused(RejectReason.PAPER_DIFFERS);
        contract("agreement").accepted();
    }

    private Market files(PaperKind kind, String text) {
        return by("CLERK-1", new FilePaper(market.listingId(), kind, Written.digest(text), "T-1"));
    }

    private Market signs(String party, PaperKind kind, String text) {
        return by("A-" + party, signing(party, kind, text));
    }

    private SignPaper signing(String party, PaperKind kind, String text) {
        return new SignPaper(
                market.listingId(), market.id(Ref.PARTY, party), kind, Written.digest(text), KEY, SIGNATURE, KEY);
    }

    private Market contract(String text) {
        return by("CLERK-1", new SignContract(market.listingId(), Written.digest(text)));
    }

    private Market handover(String text) {
        return by("CLERK-1", new AcceptHandover(market.listingId(), Written.digest(text)));
    }
}
