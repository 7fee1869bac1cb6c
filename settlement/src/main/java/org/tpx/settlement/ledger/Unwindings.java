package org.tpx.settlement.ledger;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.tpx.protocol.DeliveryEvent.CertificateRevoked;
import org.tpx.protocol.DeliveryEvent.RescissionOrdered;
import org.tpx.protocol.DeliveryEvent.RestitutionClaimed;
import org.tpx.protocol.DeliveryEvent.RestitutionReceived;
import org.tpx.protocol.MoneyEvent.PaymentDue;
import org.tpx.protocol.PaymentKind;

/**
 * Deals that were unwound. For each buyer its part of the price, and of the fee where that is given back, must be refunded in the same
 * turn or stand in a claim; what is claimed of the transferor is what left the price, and its fee where that stays earned.
 */
final class Unwindings {

    /** A deal that is unwound in this turn, and what the turn says about it; amounts by creditor. */
    private static final class Case {
        private final Deal deal;
        private final boolean feesReturned;
        private final Map<Long, Long> refundedMinor = new LinkedHashMap<>();
        private final Map<Long, Long> claimedMinor = new LinkedHashMap<>();
        private long fromTransferorMinor;

        Case(Deal deal, boolean feesReturned) {
            this.deal = deal;
            this.feesReturned = feesReturned;
        }
    }

    private final Handle handle;
    private final Ledger ledger;
    private final Deals deals;
    private final Deliveries deliveries;
    private final Buyers buyers;
    private final Commissions commissions;
    private final Differences differences;
    private final Map<Long, Case> open = new LinkedHashMap<>();
    private final Map<Long, Long> heldMinor = new LinkedHashMap<>();
    private final Map<Long, Long> commissionsMinor = new LinkedHashMap<>();

    Unwindings(
            Handle handle,
            Ledger ledger,
            Deals deals,
            Deliveries deliveries,
            Buyers buyers,
            Commissions commissions,
            Differences differences) {
        this.handle = handle;
        this.ledger = ledger;
        this.deals = deals;
        this.deliveries = deliveries;
        this.buyers = buyers;
        this.commissions = commissions;
        this.differences = differences;
    }

    /** Forgets what a turn left unfinished, as after a failed write. */
    void reset() {
        open.clear();
        heldMinor.clear();
        commissionsMinor.clear();
    }

    void rescinded(Place place, RescissionOrdered event) {
        deals.with(event.dealId(), "RescissionOrdered", deal -> {
            differences.require(
                    deal.state().compareTo(Deal.State.RELEASED) < 0,
                    deal.named("state at RescissionOrdered"),
                    "before " + Deal.State.RELEASED,
                    deal.state().name());
            open(deal, event.feesReturned(), Deal.State.RESCINDED);
        });
    }

    void revoked(Place place, CertificateRevoked event) {
        int rows = handle.execute(
                "UPDATE certificate SET revoked_nanos = ? WHERE certificate_id = ? AND deal_id = ? AND revoked_nanos = 0",
                place.timeNanos(),
                event.certificateId(),
                event.dealId());
        differences.require(rows == 1, "CERT-" + event.certificateId(), "in force", "unknown or revoked before");
        deals.with(event.dealId(), "CertificateRevoked", deal -> {
            if (!open.containsKey(deal.dealId())) {
                open(deal, event.feesReturned(), Deal.State.REVOKED);
            }
        });
    }

    private void open(Deal deal, boolean feesReturned, Deal.State last) {
        open.put(deal.dealId(), new Case(deal, feesReturned));
        heldMinor.put(
                deal.dealId(),
                ledger.balanceMinor(deal.priceAccount())
                        + ledger.balanceMinor(deal.feeAccount())
                        + ledger.balanceMinor(deal.commissionAccount()));
        commissionsMinor.put(deal.dealId(), ledger.balanceMinor(deal.commissionAccount()));
        deals.end(deal, last);
    }

    void due(PaymentDue event) {
        if (event.kind() != PaymentKind.RESTITUTION) {
            return;
        }
        for (Case unwound : open.values()) {
            if (unwound.deal.listingId() == event.listingId()) {
                unwound.refundedMinor.merge(event.partyId(), event.amount().minor(), Math::addExact);
            }
        }
    }

    void claimed(Place place, RestitutionClaimed event) {
        int inserted = handle.execute(
                "INSERT INTO restitution_claim (claim_id, deal_id, listing_id, debtor_id, creditor_id, currency,"
                        + " claimed_sequence, amount_minor, received_minor) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)"
                        + " ON CONFLICT DO NOTHING",
                event.claimId(),
                event.dealId(),
                event.listingId(),
                event.debtorId(),
                event.creditorId(),
                event.amount().currency(),
                place.sequence(),
                event.amount().minor());
        Case unwound = open.get(event.dealId());
        differences.require(
                inserted == 1 && unwound != null,
                "CLAIM-" + event.claimId(),
                "a new one on a deal that is unwound in this turn",
                "another");
        if (unwound != null) {
            unwound.claimedMinor.merge(event.creditorId(), event.amount().minor(), Math::addExact);
            if (event.debtorId() != 0) {
                differences.check("debtor of CLAIM-" + event.claimId(), unwound.deal.transferorId(), event.debtorId());
                unwound.fromTransferorMinor += event.amount().minor();
            }
        }
    }

    void received(Place place, RestitutionReceived event) {
        handle.execute(
                "UPDATE restitution_claim SET received_minor = received_minor + ? WHERE claim_id = ?",
                event.amount().minor(),
                event.claimId());
        long left = handle.select(
                        "SELECT amount_minor - received_minor FROM restitution_claim WHERE claim_id = ?",
                        event.claimId())
                .mapTo(Long.class)
                .findOne()
                .orElse(-1L);
        differences.check(
                "left of CLAIM-" + event.claimId(), (Object) left, event.open().minor());
        differences.require(left >= 0, "left of CLAIM-" + event.claimId(), "0 at least", String.valueOf(left));
    }

    /** A turn ended: what it unwound must add up. */
    void checkUnwound() {
        for (Case unwound : open.values()) {
            if (unwound.deal.certifiedNanos() == 0) {
                checkAllBack(unwound);
            } else {
                checkRestored(unwound);
            }
        }
        open.clear();
        heldMinor.clear();
        commissionsMinor.clear();
    }

    /** Without a certificate all that was paid is still there, and goes back. */
    private void checkAllBack(Case unwound) {
        Deal deal = unwound.deal;
        differences.check(
                deal.named("refunded of what was held"),
                deal.currency(),
                heldMinor.getOrDefault(deal.dealId(), 0L),
                sum(unwound.refundedMinor));
        differences.check(deal.named("claimed though nothing had left"), deal.currency(), 0, sum(unwound.claimedMinor));
    }

    private void checkRestored(Case unwound) {
        Deal deal = unwound.deal;
        List<Buyers.Share> prices = buyers.of(deal, deal.priceMinor());
        List<Buyers.Share> fees = buyers.of(deal, deal.buyerFeeMinor());
        boolean commissionsBack = commissionsMinor.getOrDefault(deal.dealId(), 0L) > 0;
        long returned = 0;
        for (int i = 0; i < prices.size(); i++) {
            long partyId = prices.get(i).partyId();
            long fee = unwound.feesReturned ? fees.get(i).priceMinor() : 0;
            fee += commissionsBack ? commissions.ofBuyerMinor(deal.dealId(), partyId) : 0;
            returned += fee;
            differences.check(
                    deal.named("refunded to and claimed by party " + partyId),
                    deal.currency(),
                    Math.addExact(prices.get(i).priceMinor(), fee),
                    Math.addExact(
                            unwound.refundedMinor.getOrDefault(partyId, 0L),
                            unwound.claimedMinor.getOrDefault(partyId, 0L)));
        }
        long transferorFee = unwound.feesReturned ? 0 : deal.sellerFeeMinor();
        differences.check(
                deal.named("claimed of the transferor"),
                deal.currency(),
                deliveries.goneMinor(deal) + transferorFee + (commissionsBack ? 0 : deal.sellerCommissionMinor()),
                unwound.fromTransferorMinor);
        differences.check(
                deal.named("refunded and claimed"),
                deal.currency(),
                Math.addExact(deal.priceMinor(), returned),
                Math.addExact(sum(unwound.refundedMinor), sum(unwound.claimedMinor)));
    }

    private static long sum(Map<Long, Long> amounts) {
        return amounts.values().stream().mapToLong(Long::longValue).sum();
    }
}
