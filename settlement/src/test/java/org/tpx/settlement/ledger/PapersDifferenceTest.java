package org.tpx.settlement.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tpx.protocol.DealEvent.ContractSigned;
import org.tpx.protocol.DealEvent.HandoverAccepted;
import org.tpx.protocol.DealEvent.TitleRegistered;
import org.tpx.protocol.Event;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.PaperEvent.PaperFiled;
import org.tpx.protocol.PaperEvent.PaperSigned;
import org.tpx.protocol.PaperKind;
import org.tpx.settlement.proof.PaperSignature;

/** The books look at what the engine cannot see: whether a signature is by its key, and whether a contract is the one that was signed. */
class PapersDifferenceTest {
    private static final Hash256 TEXT = Hash256.ofHex("0f".repeat(32));
    private static final Hash256 OTHER = Hash256.ofHex("1e".repeat(32));

    @TempDir
    private Path directory;

    private KeyPair pair;
    private PaperSigned seller;
    private PaperSigned buyer;

    @BeforeEach
    void sign() throws GeneralSecurityException {
        pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        seller = signed(Examples.SELLER, TEXT);
        buyer = signed(Examples.B1, TEXT);
    }

    @Test
    void shouldFindNothingWhereBothSidesSignedTheAgreementOfTheContract() {
        assertThat(differences(TEXT, filed(TEXT), seller, buyer)).isEmpty();
    }

    @Test
    void shouldFindASignatureUnderAnotherText() {
        PaperSigned forged = new PaperSigned(
                1, Examples.B1, PaperKind.AGREEMENT, TEXT, buyer.publicKey(), buyer.signatureS(), buyer.signatureR());
        assertThat(differences(TEXT, filed(TEXT), seller, forged))
                .containsExactly("signature of party 2 under the AGREEMENT of listing 1");
    }

    @Test
    void shouldFindAContractThatNotBothSidesSigned() {
        assertThat(differences(TEXT, filed(TEXT), seller))
                .containsExactly("signature of party 2 under the AGREEMENT of listing 1");
    }

    @Test
    void shouldFindAContractOverAnotherTextThanTheAgreement() {
        assertThat(differences(OTHER, filed(TEXT), seller, buyer)).contains("agreement behind DEAL-1");
    }

    @Test
    void shouldFindAHandoverOnAProtocolThatNobodyFiled() {
        Tape tape = Examples.singleBidder()
                .before(TitleRegistered.class, new PaperFiled(1, PaperKind.HANDOVER_PROTOCOL, TEXT, "HANDOVER-1"))
                .before(TitleRegistered.class, new HandoverAccepted(1, 1, OTHER));
        assertThat(differences(tape)).containsExactly("protocol behind the handover of DEAL-1");
    }

    private List<String> differences(Hash256 contract, Event... papers) {
        return differences(Examples.singleBidder()
                .before(ContractSigned.class, papers)
                .with(event -> event instanceof ContractSigned contracted
                        ? new ContractSigned(
                                contracted.dealId(),
                                contracted.listingId(),
                                contracted.transferorId(),
                                contracted.transfereeId(),
                                contracted.price(),
                                contracted.feeMode(),
                                contract)
                        : event));
    }

    private List<String> differences(Tape tape) {
        List<String> found = new ArrayList<>();
        SettlementDatabase database = SettlementDatabase.open(directory.resolve("settlement.db"));
        try (SettlementProjection projection =
                new SettlementProjection(database, difference -> found.add(difference.what()))) {
            tape.play(projection);
        }
        return found;
    }

    private static PaperFiled filed(Hash256 digest) {
        return new PaperFiled(1, PaperKind.AGREEMENT, digest, "TRANSFER-1");
    }

    private PaperSigned signed(long partyId, Hash256 digest) {
        byte[] encoded = pair.getPublic().getEncoded();
        String key = HexFormat.of().formatHex(encoded, encoded.length - Hash256.LENGTH, encoded.length);
        String signature = PaperSignature.sign(pair.getPrivate(), digest.toString());
        return new PaperSigned(
                1,
                partyId,
                PaperKind.AGREEMENT,
                digest,
                Hash256.ofHex(key),
                Hash256.ofHex(signature.substring(0, 64)),
                Hash256.ofHex(signature.substring(64)));
    }
}
