package org.tpx.settlement.ledger;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.tpx.protocol.DealEvent.ContractSigned;
import org.tpx.protocol.DealEvent.HandoverAccepted;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.PaperEvent.PaperFiled;
import org.tpx.protocol.PaperEvent.PaperSigned;
import org.tpx.protocol.PaperKind;
import org.tpx.settlement.proof.PaperSignature;

/**
 * Papers of deals. The engine compares digests and takes every signature for what it says it is; here each is checked against the
 * key, and a contract or a handover against what was filed and signed.
 */
final class Papers {
    private final Handle handle;
    private final Differences differences;

    Papers(Handle handle, Differences differences) {
        this.handle = handle;
        this.differences = differences;
    }

    void filed(Place place, PaperFiled event) {
        handle.execute(
                "INSERT INTO paper (sequence, ordinal, listing_id, kind, digest, form, filed_nanos)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                place.sequence(),
                place.ordinal(),
                event.listingId(),
                event.kind(),
                event.digest().toString(),
                event.form(),
                place.timeNanos());
    }

    void signed(Place place, PaperSigned event) {
        String signature = event.signatureR().toString() + event.signatureS();
        String publicKey = event.publicKey().toString();
        differences.require(
                PaperSignature.isBy(publicKey, event.digest().toString(), signature),
                "signature of party " + event.partyId() + " under the " + event.kind() + " of listing "
                        + event.listingId(),
                "by the key " + publicKey,
                "not by it");
        handle.execute(
                "INSERT INTO paper_signature (sequence, ordinal, listing_id, party_id, kind, digest, public_key, signature,"
                        + " signed_nanos) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                place.sequence(),
                place.ordinal(),
                event.listingId(),
                event.partyId(),
                event.kind(),
                event.digest().toString(),
                publicKey,
                signature,
                place.timeNanos());
    }

    /** The contract is that of the agreement on file, if there is one, and both sides have signed that. */
    void contractSigned(Place place, ContractSigned event) {
        agreement(event.listingId()).ifPresent(agreement -> {
            String digest = event.contract().toString();
            differences.check("agreement behind DEAL-" + event.dealId(), agreement, digest);
            checkSigned(event.listingId(), PaperKind.AGREEMENT, digest, event.transferorId());
            checkSigned(event.listingId(), PaperKind.AGREEMENT, digest, event.transfereeId());
        });
        concluded(place, event.dealId(), event.listingId(), "CONTRACT", event.contract());
    }

    void handoverAccepted(Place place, HandoverAccepted event) {
        List<String> filed = handle.select(
                        "SELECT digest FROM paper WHERE listing_id = ? AND kind <> ? ORDER BY sequence, ordinal",
                        event.listingId(),
                        PaperKind.AGREEMENT)
                .mapTo(String.class)
                .list();
        differences.require(
                filed.isEmpty() || filed.contains(event.document().toString()),
                "protocol behind the handover of DEAL-" + event.dealId(),
                "one that was filed",
                event.document().toString());
        concluded(place, event.dealId(), event.listingId(), "HANDOVER", event.document());
    }

    private void concluded(Place place, long dealId, long listingId, String step, Hash256 digest) {
        handle.execute(
                "INSERT INTO concluded_paper (sequence, ordinal, deal_id, listing_id, step, digest)"
                        + " VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                place.sequence(),
                place.ordinal(),
                dealId,
                listingId,
                step,
                digest.toString());
    }

    /** The agreement that was filed since the award; one before it is about another. */
    private Optional<String> agreement(long listingId) {
        return handle.select(
                        "SELECT digest FROM paper WHERE listing_id = ? AND kind = ? AND sequence >"
                                + " (SELECT COALESCE(MAX(r.sequence), 0) FROM listing_result r WHERE r.listing_id = ?"
                                + " AND r.outcome NOT IN (?, ?)) ORDER BY sequence DESC, ordinal DESC LIMIT 1",
                        listingId,
                        PaperKind.AGREEMENT,
                        listingId,
                        ListingOutcome.SUSPENDED,
                        ListingOutcome.RESUMED)
                .mapTo(String.class)
                .findOne();
    }

    private void checkSigned(long listingId, PaperKind kind, String digest, long partyId) {
        long signatures = handle.select(
                        "SELECT COUNT(*) FROM paper_signature WHERE listing_id = ? AND kind = ? AND digest = ? AND party_id = ?",
                        listingId,
                        kind,
                        digest,
                        partyId)
                .mapTo(Long.class)
                .one();
        differences.require(
                signatures > 0,
                "signature of party " + partyId + " under the " + kind + " of listing " + listingId,
                "journaled",
                "none");
    }
}
