package org.tpx.engine.deal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Table;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Foundation;
import org.tpx.engine.listing.Listings;
import org.tpx.engine.listing.Refunds;
import org.tpx.engine.money.LargestRemainder;
import org.tpx.protocol.AccountKind;
import org.tpx.protocol.DeliveryCommand.ReceiveRestitution;
import org.tpx.protocol.DeliveryEvent.RestitutionClaimed;
import org.tpx.protocol.DeliveryEvent.RestitutionReceived;
import org.tpx.protocol.Money;
import org.tpx.protocol.MoneyEvent.MoneyReceived;
import org.tpx.protocol.MoneyPurpose;
import org.tpx.protocol.PaymentKind;
import org.tpx.protocol.PostingReason;
import org.tpx.protocol.RejectReason;

/**
 * Claims on money that had left the settlement account before its deal was unwound. A claim is a record and no money: nothing is owed by
 * the settlement account before something arrives for it.
 */
public final class Restitutions {

    private final Foundation foundation;
    private final Listings listings;
    private final Refunds refunds;
    private final Table<RestitutionClaim> claims = new Table<>(RestitutionClaim::new);

    Restitutions(Foundation foundation, Listings listings, Refunds refunds) {
        this.foundation = foundation;
        this.listings = listings;
        this.refunds = refunds;
    }

    /** Causes MoneyReceived, RestitutionReceived, and a payment to whoever has the claim. */
    public void receive(Turn turn, ReceiveRestitution command) {
        RejectReason reason = foundation.members().access().role(turn, Deals.CLERK);
        RestitutionClaim claim = claims.find(command.claimId());
        if (reason == null) {
            reason = refusal(claim, command);
        }
        if (reason != null || claim == null) {
            turn.refuse(reason == null ? RejectReason.UNKNOWN_SUBJECT : reason, command.claimId());
            return;
        }
        foundation.bankReferences().use(command.bankReference());
        long payerId = claim.debtorId() == 0 ? claim.creditorId() : claim.debtorId();
        turn.emit(new MoneyReceived(
                command.bankReference(), MoneyPurpose.RESTITUTION, claim.listingId(), payerId, command.amount()));
        meet(turn, claim, command.amount(), AccountKind.SETTLEMENT, PostingReason.RESTITUTION_IN);
    }

    private @Nullable RejectReason refusal(@Nullable RestitutionClaim claim, ReceiveRestitution command) {
        if (claim == null) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        if (foundation.bankReferences().isUsed(command.bankReference())) {
            return RejectReason.DUPLICATE_BANK_REFERENCE;
        }
        if (claim.open().isZero()) {
            return RejectReason.NOT_ALLOWED;
        }
        if (command.amount().currency() != claim.open().currency()) {
            return RejectReason.CURRENCY;
        }
        return command.amount().isGreaterThan(claim.open()) ? RejectReason.NOT_ALLOWED : null;
    }

    /** Causes RestitutionClaimed, nothing where the amount is zero. */
    void claim(Turn turn, Deal deal, long debtorId, long creditorId, Money amount) {
        if (amount.isZero()) {
            return;
        }
        RestitutionClaim claim = claims.add(
                new RestitutionClaim(claims.nextId(), deal.id(), deal.listingId(), debtorId, creditorId, amount));
        turn.emit(new RestitutionClaimed(claim.id(), deal.id(), deal.listingId(), debtorId, creditorId, amount));
    }

    /**
     * An amount that was to leave for the transferor or a pledgee came back into the price of an unwound deal: it meets the claims against
     * the transferor, in proportion to what is open of them.
     */
    void meetFromPrice(Turn turn, Deal deal, Money amount) {
        List<RestitutionClaim> open = new ArrayList<>();
        for (RestitutionClaim claim : claims) {
            if (claim.dealId() == deal.id()
                    && claim.debtorId() == deal.transferorId()
                    && claim.open().isPositive()) {
                open.add(claim);
            }
        }
        long[] weights = open.stream().mapToLong(claim -> claim.open().minor()).toArray();
        long[] parts = LargestRemainder.divide(amount.minor(), weights);
        for (int i = 0; i < parts.length; i++) {
            Money part = Money.ofMinor(parts[i], amount.currency());
            if (part.isPositive()) {
                meet(turn, open.get(i), part, AccountKind.PRICE, PostingReason.UNWOUND);
            }
        }
    }

    private void meet(Turn turn, RestitutionClaim claim, Money amount, AccountKind from, PostingReason reason) {
        long dealId = from == AccountKind.PRICE ? claim.dealId() : 0;
        foundation
                .ledger()
                .posting(reason)
                .debit(from, 0, 0, dealId, amount)
                .credit(AccountKind.PAYABLE, claim.creditorId(), 0, 0, amount)
                .post(turn);
        claim.receive(amount);
        turn.emit(new RestitutionReceived(claim.id(), amount, claim.open()));
        refunds.due(turn, listings.get(claim.listingId()), PaymentKind.RESTITUTION, claim.creditorId(), amount);
    }

    /** Writes or reads all claims. */
    void exchange(Snapshot snapshot) {
        claims.exchange(snapshot);
    }
}
