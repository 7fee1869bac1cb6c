package org.tpx.gateway.cli;

import java.util.ArrayList;
import java.util.List;
import org.tpx.settlement.proof.Certificate;
import org.tpx.settlement.proof.CertificateFacts;
import org.tpx.settlement.proof.CertificateText;
import org.tpx.settlement.proof.Revocations;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a certificate from its JSON. Whether the file is the certificate's one text is for {@code CertificateCheck} to say. */
final class CertificateJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private CertificateJson() {}

    /** Throws {@link IllegalArgumentException} with a sentence for anything else than a certificate. */
    static Certificate read(byte[] json) {
        try {
            JsonNode root = MAPPER.readTree(json);
            if (!ProofJson.text(root, "format").equals(CertificateText.FORMAT)) {
                throw new IllegalArgumentException("is no certificate of the format " + CertificateText.FORMAT);
            }
            return new Certificate(
                    facts(root.path("facts")),
                    ProofJson.readMembers(root.path("proof")),
                    ProofJson.text(root, "signature"));
        } catch (JacksonException malformed) {
            throw new IllegalArgumentException("is no JSON: " + malformed.getOriginalMessage(), malformed);
        }
    }

    /** Reads a list of revocations; throws {@link IllegalArgumentException} with a sentence for anything else. */
    static Revocations readRevocations(byte[] json) {
        try {
            JsonNode root = MAPPER.readTree(json);
            if (!ProofJson.text(root, "format").equals(Revocations.FORMAT)) {
                throw new IllegalArgumentException("is no list of the format " + Revocations.FORMAT);
            }
            return new Revocations(
                    ProofJson.text(root, "exchange"),
                    ProofJson.number(root, "sequence"),
                    ProofJson.text(root, "at"),
                    ProofJson.path(root, "revoked"),
                    ProofJson.text(root, "signature"));
        } catch (JacksonException malformed) {
            throw new IllegalArgumentException("is no JSON: " + malformed.getOriginalMessage(), malformed);
        }
    }

    private static CertificateFacts facts(JsonNode facts) {
        return new CertificateFacts(
                ProofJson.text(facts, "number"),
                ProofJson.text(facts, "exchange"),
                ProofJson.text(facts, "issued"),
                ProofJson.text(facts, "project"),
                ProofJson.text(facts, "subject"),
                ProofJson.text(facts, "subjectType"),
                ProofJson.text(facts, "registration"),
                ProofJson.text(facts, "listingStart"),
                ProofJson.text(facts, "listingEnd"),
                ProofJson.text(facts, "signed"),
                ProofJson.text(facts, "contract"),
                ProofJson.text(facts, "transferor"),
                ProofJson.text(facts, "transferorAgent"),
                transferees(facts.path("transferees")),
                ProofJson.text(facts, "tradeMode"),
                ProofJson.text(facts, "appraisal"),
                ProofJson.text(facts, "price"),
                ProofJson.text(facts, "paymentForm"),
                ProofJson.text(facts, "conclusion"),
                ProofJson.text(facts, "conclusionZh"),
                ProofJson.text(facts, "verifyAt"));
    }

    private static List<CertificateFacts.Transferee> transferees(JsonNode array) {
        List<CertificateFacts.Transferee> transferees = new ArrayList<>();
        for (JsonNode entry : array) {
            transferees.add(new CertificateFacts.Transferee(
                    ProofJson.text(entry, "party"), ProofJson.text(entry, "agent"), ProofJson.text(entry, "price")));
        }
        return transferees;
    }
}
