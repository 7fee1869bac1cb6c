package org.tpx.engine.deal;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Awards;
import org.tpx.engine.listing.Endings;
import org.tpx.engine.listing.Foundation;
import org.tpx.engine.listing.Listings;
import org.tpx.engine.listing.OfferFloor;
import org.tpx.engine.listing.Refunds;
import org.tpx.engine.listing.Rules;
import org.tpx.engine.money.Payment;
import org.tpx.engine.negotiation.NegotiationCases;
import org.tpx.protocol.DealCommand.ReturnPayment;
import org.tpx.protocol.DealState;
import org.tpx.protocol.DeliveryCommand;
import org.tpx.protocol.DeliveryCommand.ProposeRescission;
import org.tpx.protocol.DeliveryCommand.ProposeRevocation;
import org.tpx.protocol.DeliveryCommand.ProposeUnfreezing;
import org.tpx.protocol.RejectReason;

/** What departs from the straight way of a deal, in one place: certificates revoked, contracts rescinded, and what is owed back then. */
public final class DeliveryCases {

    private final Foundation foundation;
    private final Deals deals;
    private final Closings closings;
    private final Restitutions restitutions;
    private final Unwinding unwinding;
    private final Revocations revocations;

    /** Cases of these deals. */
    public DeliveryCases(
            Foundation foundation,
            Listings listings,
            Rules rules,
            Refunds refunds,
            Awards awards,
            Endings endings,
            NegotiationCases negotiations,
            OfferFloor offers,
            Deals deals,
            Closings closings) {
        this.foundation = foundation;
        this.deals = deals;
        this.closings = closings;
        restitutions = new Restitutions(foundation, listings, refunds);
        unwinding = new Unwinding(
                foundation, rules, refunds, awards, endings, negotiations, offers, deals, closings, restitutions);
        revocations = new Revocations(foundation, listings, deals, unwinding);
    }

    /** Claims on what had left the settlement account. */
    public Restitutions restitutions() {
        return restitutions;
    }

    /** Certificates revoked and contracts rescinded. */
    public Revocations revocations() {
        return revocations;
    }

    /** Why what was proposed cannot be done now, or null. */
    public @Nullable RejectReason obstacle(DeliveryCommand proposed) {
        if (proposed instanceof ProposeUnfreezing unfreezing) {
            return closings.freezes().refusal(unfreezing);
        }
        if (proposed instanceof ProposeRevocation revocation) {
            return revocations.refusalOfRevocation(revocation.listingId());
        }
        return proposed instanceof ProposeRescission rescission
                ? revocations.refusal(rescission.listingId())
                : RejectReason.NOT_ALLOWED;
    }

    /** Carries an approved proposal out. */
    public void carryOut(Turn turn, DeliveryCommand proposed) {
        if (proposed instanceof ProposeUnfreezing unfreezing) {
            closings.freezes().lift(turn, unfreezing);
        } else if (proposed instanceof ProposeRevocation revocation) {
            revocations.revoke(turn, revocation);
        } else if (proposed instanceof ProposeRescission rescission) {
            revocations.rescind(turn, rescission);
        }
    }

    /** Causes PaymentReturned; where the payment was out of the price of a deal that is unwound, its amount goes to the buyers. */
    public void returnPayment(Turn turn, ReturnPayment command) {
        Payment payment = foundation.payments().returnPayment(turn, command);
        Deal deal = payment == null ? null : deals.payer(payment);
        boolean unwound = deal != null && (deal.state() == DealState.REVOKED || deal.state() == DealState.RESCINDED);
        if (payment != null && deal != null && unwound) {
            unwinding.onReturned(turn, deal, payment);
        }
    }

    /** Writes or reads all claims. */
    public void exchange(Snapshot snapshot) {
        restitutions.exchange(snapshot);
    }
}
