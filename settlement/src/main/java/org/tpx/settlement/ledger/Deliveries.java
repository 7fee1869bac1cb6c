package org.tpx.settlement.ledger;

import java.math.BigInteger;
import org.jdbi.v3.core.Handle;
import org.tpx.protocol.DealEvent.ReleaseConditionMet;
import org.tpx.protocol.DeliveryEvent.PartReleased;
import org.tpx.protocol.DeliveryEvent.PledgeClaimDue;
import org.tpx.protocol.DeliveryEvent.PledgeClaimRecorded;
import org.tpx.protocol.DeliveryEvent.PledgeReleased;
import org.tpx.protocol.DeliveryEvent.ReleasesFrozen;
import org.tpx.protocol.DeliveryEvent.ReleasesUnfrozen;
import org.tpx.protocol.EncumbranceKind;
import org.tpx.protocol.Money;
import org.tpx.protocol.MoneyEvent.PaymentInstructed;
import org.tpx.protocol.PaymentKind;
import org.tpx.protocol.PaymentState;
import org.tpx.protocol.RegisterEvent.PledgeEntered;
import org.tpx.protocol.ReleasePolicy;
import org.tpx.protocol.RightEvent.EncumbranceRecorded;
import org.tpx.protocol.RightEvent.EncumbranceReleased;

/**
 * What leaves the price of a deal, reckoned from the deal's own terms: pledgees in the order of registration, then the transferor by the
 * policy of the listing; nothing while the money is in dispute or a pledge stands, and no title while one stands.
 */
final class Deliveries {
    private static final BigInteger WHOLE_BPS = BigInteger.valueOf(10_000);

    /** What left a price so far. */
    private record Left(long releasedMinor, long pledgedMinor, long frozenNanos) {}

    private record Split(ReleasePolicy policy, long bps) {}

    private record Claim(long pledgeeId, long claimMinor, long dueSequence, long dueMinor) {}

    private final Handle handle;
    private final Deals deals;
    private final Differences differences;

    Deliveries(Handle handle, Deals deals, Differences differences) {
        this.handle = handle;
        this.deals = deals;
        this.differences = differences;
    }

    void encumbered(Place place, EncumbranceRecorded event) {
        if (event.encumbranceKind() == EncumbranceKind.PLEDGE) {
            pledged(place, event.rightId(), event.holderId(), event.reference());
        }
    }

    void pledgeEntered(Place place, PledgeEntered event) {
        pledged(place, event.rightId(), event.pledgeeId(), event.reference());
    }

    private void pledged(Place place, long rightId, long pledgeeId, String reference) {
        handle.execute(
                "INSERT INTO pledge (sequence, ordinal, right_id, pledgee_id, reference, released_nanos)"
                        + " VALUES (?, ?, ?, ?, ?, 0)",
                place.sequence(),
                place.ordinal(),
                rightId,
                pledgeeId,
                reference);
    }

    void encumbranceReleased(Place place, EncumbranceReleased event) {
        handle.execute(
                "UPDATE pledge SET released_nanos = ? WHERE right_id = ? AND reference = ? AND released_nanos = 0",
                place.timeNanos(),
                event.rightId(),
                event.reference());
    }

    void claimRecorded(Place place, PledgeClaimRecorded event) {
        handle.execute(
                "INSERT INTO pledge_claim (deal_id, reference, pledgee_id, claim_minor, due_sequence, due_minor)"
                        + " VALUES (?, ?, ?, ?, 0, 0)"
                        + " ON CONFLICT (deal_id, reference) DO UPDATE SET claim_minor = excluded.claim_minor,"
                        + " pledgee_id = excluded.pledgee_id",
                event.dealId(),
                event.reference(),
                event.pledgeeId(),
                event.amount().minor());
    }

    void claimDue(Place place, PledgeClaimDue event) {
        deals.with(event.dealId(), "PledgeClaimDue", deal -> {
            String what = "claim under pledge " + event.reference() + " on DEAL-" + deal.dealId();
            Claim claim = claim(deal, event.reference());
            Left left = left(deal);
            long available = availableMinor(deal, left);
            long due = Math.min(claim.claimMinor(), available);
            differences.check(what, Money.ofMinor(due, deal.currency()), event.amount());
            differences.check(
                    what + ", shortfall", Money.ofMinor(claim.claimMinor() - due, deal.currency()), event.shortfall());
            differences.check(what + ", pledgee", claim.pledgeeId(), event.pledgeeId());
            differences.check(what + ", due before", 0L, claim.dueSequence());
            differences.check(what + ", pledges before it without a claim that is due", 0L, waitingBefore(deal, event));
            checkLoose(deal, left, "PledgeClaimDue");
            handle.execute(
                    "UPDATE pledge_claim SET due_sequence = ?, due_minor = ? WHERE deal_id = ? AND reference = ?",
                    place.sequence(),
                    due,
                    deal.dealId(),
                    event.reference());
            move(deal, 0, event.amount().minor());
        });
    }

    /** Pledges of the same right that were registered earlier, stand, and have got nothing. */
    private long waitingBefore(Deal deal, PledgeClaimDue event) {
        return handle.select(
                        "SELECT COUNT(*) FROM pledge p JOIN listing l ON l.right_id = p.right_id WHERE l.listing_id = ?"
                                + " AND p.released_nanos = 0 AND p.reference NOT IN (SELECT reference FROM pledge_claim"
                                + " WHERE deal_id = ? AND due_sequence > 0) AND (p.sequence, p.ordinal) <"
                                + " (SELECT MIN(q.sequence), MIN(q.ordinal) FROM pledge q WHERE q.right_id = l.right_id"
                                + " AND q.reference = ? AND q.released_nanos = 0)",
                        deal.listingId(),
                        deal.dealId(),
                        event.reference())
                .mapTo(Long.class)
                .one();
    }

    void pledgeReleased(Place place, PledgeReleased event) {
        deals.with(event.dealId(), "PledgeReleased", deal -> {
            Claim claim = claim(deal, event.reference());
            String what = "pledge " + event.reference() + " released for DEAL-" + deal.dealId();
            differences.require(claim.dueSequence() > 0, what, "a claim that was due", "none");
            long paid = paidMinor(deal, claim.pledgeeId(), PaymentKind.PLEDGE_CLAIM);
            differences.require(
                    paid >= claim.dueMinor(), what, "paid out " + claim.dueMinor() + " at least", "paid out " + paid);
        });
    }

    void partReleased(Place place, PartReleased event) {
        deals.with(event.dealId(), "PartReleased", deal -> {
            Left left = left(deal);
            Split split = split(deal);
            long all = Math.addExact(availableMinor(deal, left), left.releasedMinor());
            long part = BigInteger.valueOf(all)
                            .multiply(BigInteger.valueOf(split.bps()))
                            .divide(WHOLE_BPS)
                            .longValueExact()
                    - left.releasedMinor();
            differences.check(
                    deal.named("release policy at PartReleased"), (Object) ReleasePolicy.SPLIT, split.policy());
            differences.check(
                    deal.named("part of the price that is released"),
                    Money.ofMinor(part, deal.currency()),
                    event.amount());
            differences.check(
                    deal.named("part of the price that waits"),
                    Money.ofMinor(availableMinor(deal, left) - part, deal.currency()),
                    event.rest());
            differences.check(deal.named("state at PartReleased"), Deal.State.CERTIFIED, deal.state());
            checkLoose(deal, left, "PartReleased");
            move(deal, event.amount().minor(), 0);
        });
    }

    void released(Place place, ReleaseConditionMet event) {
        deals.with(event.dealId(), "ReleaseConditionMet", deal -> {
            Left left = left(deal);
            differences.check(
                    deal.named("price less the seller's fee"),
                    Money.ofMinor(availableMinor(deal, left), deal.currency()),
                    event.amount());
            differences.check(deal.named("state at ReleaseConditionMet"), Deal.State.CERTIFIED, deal.state());
            checkLoose(deal, left, "ReleaseConditionMet");
            boolean early = deal.deliveredNanos() == 0 && split(deal).policy() != ReleasePolicy.ON_CERTIFICATE;
            differences.require(!early, deal.named("release before delivery"), "none", "released");
            if (deal.deliveredNanos() == 0) {
                checkUnpledged(deal, "ReleaseConditionMet");
            }
            move(deal, event.amount().minor(), 0);
            deals.checkShares(place, deal);
            deals.move(deal, Deal.State.RELEASED, "released_nanos", place);
        });
    }

    /** The title passed: no pledge may stand, else its holder would lose what secures its claim. */
    void checkUnpledged(Deal deal, String event) {
        long standing = handle.select(
                        "SELECT COUNT(*) FROM pledge p JOIN listing l ON l.right_id = p.right_id WHERE l.listing_id = ?"
                                + " AND p.released_nanos = 0",
                        deal.listingId())
                .mapTo(Long.class)
                .one();
        differences.check(deal.named("pledges that stand at " + event), 0L, standing);
    }

    void frozen(Place place, ReleasesFrozen event) {
        deals.with(event.dealId(), "ReleasesFrozen", deal -> freeze(deal, place.timeNanos()));
    }

    void unfrozen(Place place, ReleasesUnfrozen event) {
        deals.with(event.dealId(), "ReleasesUnfrozen", deal -> freeze(deal, 0));
    }

    private void freeze(Deal deal, long nanos) {
        move(deal, 0, 0);
        handle.execute("UPDATE deal_release SET frozen_nanos = ? WHERE deal_id = ?", nanos, deal.dealId());
    }

    /** No payment out of a price that is in dispute may be sent. */
    void instructed(PaymentInstructed event) {
        long frozen = handle.select(
                        "SELECT COUNT(*) FROM payment p JOIN deal d ON d.listing_id = p.listing_id AND d.certified_nanos > 0"
                                + " AND d.certified_nanos <= p.created_nanos JOIN deal_release r ON r.deal_id = d.deal_id"
                                + " WHERE p.payment_id = ? AND p.kind IN (?, ?) AND r.frozen_nanos > 0 AND d.state IN (?, ?)",
                        event.paymentId(),
                        PaymentKind.SELLER_PROCEEDS,
                        PaymentKind.PLEDGE_CLAIM,
                        Deal.State.CERTIFIED,
                        Deal.State.RELEASED)
                .mapTo(Long.class)
                .one();
        differences.check("freezes when PAY-" + event.paymentId() + " was sent", 0L, frozen);
    }

    /** All that was to leave the price was paid out. */
    void checkPaidOut(Deal deal) {
        long paid = Math.addExact(
                paidMinor(deal, 0, PaymentKind.SELLER_PROCEEDS), paidMinor(deal, 0, PaymentKind.PLEDGE_CLAIM));
        differences.check(
                deal.named("paid out to transferor and pledgees at DealCompleted"),
                deal.currency(),
                deal.netMinor(),
                paid);
    }

    private long paidMinor(Deal deal, long partyId, PaymentKind kind) {
        return handle.select(
                        "SELECT COALESCE(SUM(amount_minor), 0) FROM payment WHERE listing_id = ? AND kind = ? AND state = ?"
                                + " AND created_nanos >= ? AND (? = 0 OR party_id = ?)",
                        deal.listingId(),
                        kind,
                        PaymentState.CONFIRMED,
                        deal.certifiedNanos(),
                        partyId,
                        partyId)
                .mapTo(Long.class)
                .one();
    }

    /** A payment out of the price was taken back: it has not left. */
    void recalled(Deal deal, PaymentKind kind, long minor) {
        if (kind == PaymentKind.PLEDGE_CLAIM) {
            move(deal, 0, -minor);
        } else if (kind == PaymentKind.SELLER_PROCEEDS) {
            move(deal, -minor, 0);
        }
    }

    /** What left a deal's price and was not taken back. */
    long goneMinor(Deal deal) {
        Left left = left(deal);
        return Math.addExact(left.releasedMinor(), left.pledgedMinor());
    }

    private void checkLoose(Deal deal, Left left, String event) {
        differences.require(
                left.frozenNanos() == 0, deal.named("money at " + event), "not in dispute", "frozen by a supervisor");
    }

    private static long availableMinor(Deal deal, Left left) {
        return deal.netMinor() - left.pledgedMinor() - left.releasedMinor();
    }

    private void move(Deal deal, long releasedMinor, long pledgedMinor) {
        handle.execute(
                "INSERT INTO deal_release (deal_id, released_minor, pledged_minor, frozen_nanos) VALUES (?, ?, ?, 0)"
                        + " ON CONFLICT (deal_id) DO UPDATE SET"
                        + " released_minor = deal_release.released_minor + excluded.released_minor,"
                        + " pledged_minor = deal_release.pledged_minor + excluded.pledged_minor",
                deal.dealId(),
                releasedMinor,
                pledgedMinor);
    }

    private Left left(Deal deal) {
        return handle.select("SELECT * FROM deal_release WHERE deal_id = ?", deal.dealId())
                .map((row, context) -> new Left(
                        row.getLong("released_minor"), row.getLong("pledged_minor"), row.getLong("frozen_nanos")))
                .findOne()
                .orElse(new Left(0, 0, 0));
    }

    private Claim claim(Deal deal, String reference) {
        return handle.select("SELECT * FROM pledge_claim WHERE deal_id = ? AND reference = ?", deal.dealId(), reference)
                .map((row, context) -> new Claim(
                        row.getLong("pledgee_id"),
                        row.getLong("claim_minor"),
                        row.getLong("due_sequence"),
                        row.getLong("due_minor")))
                .findOne()
                .orElse(new Claim(0, 0, 0, 0));
    }

    /** The policy of a listing and its share, from its own terms or from its rule profile. */
    private Split split(Deal deal) {
        return handle.select(
                        "SELECT CASE WHEN l.release_policy = ? THEN p.release_policy ELSE l.release_policy END AS policy,"
                                + " CASE WHEN l.release_split_bps = 0 THEN p.release_split_bps ELSE l.release_split_bps END"
                                + " AS bps FROM listing l JOIN rule_profile p ON p.profile_id = l.profile_id"
                                + " AND p.version = l.profile_version WHERE l.listing_id = ?",
                        ReleasePolicy.BY_PROFILE,
                        deal.listingId())
                .map((row, context) -> new Split(ReleasePolicy.valueOf(row.getString("policy")), row.getLong("bps")))
                .findOne()
                .orElse(new Split(ReleasePolicy.BY_PROFILE, 0));
    }
}
