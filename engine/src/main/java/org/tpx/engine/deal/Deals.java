package org.tpx.engine.deal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.custody.DealShares;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Table;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Awards;
import org.tpx.engine.listing.Foundation;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.listing.Listings;
import org.tpx.engine.listing.OfferFloor;
import org.tpx.engine.listing.Refunds;
import org.tpx.engine.listing.Rules;
import org.tpx.engine.member.Access;
import org.tpx.engine.money.Payment;
import org.tpx.engine.negotiation.NegotiationCases;
import org.tpx.protocol.AccountKind;
import org.tpx.protocol.BuyerShare;
import org.tpx.protocol.CancellationGround;
import org.tpx.protocol.ChargeEvent.FeeWaived;
import org.tpx.protocol.DealCommand;
import org.tpx.protocol.DealEvent;
import org.tpx.protocol.DealState;
import org.tpx.protocol.DefaultTrigger;
import org.tpx.protocol.FeeSide;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.ListingState;
import org.tpx.protocol.Money;
import org.tpx.protocol.PaymentKind;
import org.tpx.protocol.PostingReason;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;
import org.tpx.protocol.SaleEvent;
import org.tpx.protocol.TimerKind;

/** Contract and price: signing, effectiveness, payment in full, and what happens when it does not come (9.5). */
public final class Deals {

    static final int CLERK = Access.mask(Role.CLERK);
    private static final Set<ListingState> AFTER_DEFAULT =
            EnumSet.of(ListingState.DEFAULTED_AWARD, ListingState.UNSOLD, ListingState.CLOSED_UNSOLD);
    private static final Set<DealState> ANNULLABLE = EnumSet.of(
            DealState.SIGNED, DealState.AWAIT_APPROVAL, DealState.EFFECTIVE, DealState.OVERDUE, DealState.FUNDED);
    private static final Set<DealState> PAYABLE = EnumSet.of(DealState.EFFECTIVE, DealState.OVERDUE);

    private final Foundation foundation;
    private final Listings listings;
    private final Rules rules;
    private final Refunds refunds;
    private final Awards awards;
    private final NegotiationCases negotiations;
    private final OfferFloor offers;
    private final Brokerages brokerages;
    private final DealShares shares;
    private final Table<Deal> deals = new Table<>(Deal::new);

    /** Deals of these listings, of these negotiations, and of these offers that were taken up; some sell shares or are paid in them. */
    public Deals(
            Foundation foundation,
            Listings listings,
            Rules rules,
            Refunds refunds,
            Awards awards,
            NegotiationCases negotiations,
            OfferFloor offers,
            DealShares shares) {
        this.foundation = foundation;
        this.listings = listings;
        this.rules = rules;
        this.refunds = refunds;
        this.awards = awards;
        this.negotiations = negotiations;
        this.offers = offers;
        this.shares = shares;
        brokerages = new Brokerages(foundation);
    }

    /** Causes ContractSigned (L23, L21a). */
    public void sign(Turn turn, DealCommand.SignContract command) {
        Listing listing = listings.forRole(turn, command.listingId(), CLERK);
        if (listing == null) {
            return;
        }
        RejectReason reason = refusalOfSigning(listing);
        if (reason == null) {
            reason = listing.buyers().papers().refusalOfContract(sides(listing), command.contract());
        }
        if (reason != null) {
            turn.refuse(reason, listing.id());
            return;
        }
        boolean negotiated = listing.state() == ListingState.NEGOTIATING;
        if (negotiated) {
            negotiations.sign(listing);
        }
        sign(turn, listing, command.contract());
        if (negotiated) {
            negotiations.settle(turn, listing);
        }
    }

    private Deal sign(Turn turn, Listing listing, Hash256 contract) {
        rules.cancel(listing, TimerKind.SIGNING);
        Deal deal = deals.add(new Deal(
                deals.nextId(),
                listing.id(),
                listing.transferorId(),
                listing.buyers().shares(),
                listing.awardPrice(),
                listing.feeMode()));
        listing.dealId(deal.id());
        listing.become(ListingState.CONTRACTED);
        turn.emit(new DealEvent.ContractSigned(
                deal.id(),
                listing.id(),
                deal.transferorId(),
                deal.transfereeId(),
                deal.price(),
                deal.feeMode(),
                contract));
        return deal;
    }

    /**
     * Causes ContractEffective, DepositConverted with its posting where there is a deposit, FeeWaived for whom a waiver spares, and
     * FeeAccrued for both sides, CommissionAccrued for their brokers; PricePaid as well where the deposit is all that the buyer owes.
     * SharesBlocked where shares are sold or pay.
     */
    public void makeEffective(Turn turn, DealCommand.MakeContractEffective command) {
        Listing listing = listings.forRole(turn, command.listingId(), CLERK);
        Deal deal = inState(turn, listing, EnumSet.of(DealState.SIGNED));
        if (listing != null && deal != null && mayTakeEffect(turn, listing)) {
            takeEffect(turn, listing, deal);
        }
    }

    /** Whether both sides have the shares that they sell or pay with; else the command was refused. */
    boolean mayTakeEffect(Turn turn, Listing listing) {
        RejectReason reason = shares.refusalOfEffect(turn, listing);
        if (reason != null) {
            turn.refuse(reason, listing.id());
        }
        return reason == null;
    }

    /**
     * The award itself concludes the contract, as a written notice does that takes up an offer: causes ContractSigned and
     * what follows from its effect.
     */
    public void conclude(Turn turn, Listing listing) {
        takeEffect(turn, listing, sign(turn, listing, Hash256.ZERO));
    }

    /** The contract is effective: causes what {@link #makeEffective} tells. */
    void takeEffect(Turn turn, Listing listing, Deal deal) {
        deal.takeEffect(
                rules.fee(listing, FeeSide.SELLER, deal.feeMode(), deal.price(), listing.packageShare()),
                rules.fee(listing, FeeSide.BUYER, deal.feeMode(), deal.price(), listing.packageShare()));
        List<FeeWaived> waived = waiveFees(turn, listing, deal);
        if (shares.isPaidInShares(listing)) {
            deal.payInShares();
        }
        brokerages.accrue(listing, deal);
        deal.buyers().forEach(buyer -> takeDeposit(listing, buyer));
        long dueNanos = rules.startDays(
                turn, listing, TimerKind.PAYMENT, rules.of(listing).paymentDays());
        turn.emit(new DealEvent.ContractEffective(deal.id(), listing.id(), deal.owed(), dueNanos));
        shares.onEffect(turn, listing);
        deal.buyers().forEach(buyer -> convertDeposit(turn, listing, deal, buyer));
        waived.forEach(turn::emit);
        turn.emit(new DealEvent.FeeAccrued(
                deal.id(), listing.id(), deal.transferorId(), FeeSide.SELLER, deal.sellerFee()));
        for (Buyer buyer : deal.buyers()) {
            turn.emit(new DealEvent.FeeAccrued(deal.id(), listing.id(), buyer.partyId(), FeeSide.BUYER, buyer.fee()));
        }
        brokerages.tell(turn, deal);
        if (deal.owed().isZero()) {
            onPaid(turn, listing, deal);
        }
    }

    private List<FeeWaived> waiveFees(Turn turn, Listing listing, Deal deal) {
        List<FeeWaived> waived = new ArrayList<>();
        long seller = deal.transferorId();
        FeeWaived ofSeller =
                rules.waived(listing, deal.id(), FeeSide.SELLER, seller, deal.sellerFee(), turn.timeNanos());
        if (ofSeller != null) {
            deal.spareSeller(ofSeller.waived());
            waived.add(ofSeller);
        }
        for (Buyer buyer : deal.buyers()) {
            FeeWaived ofBuyer =
                    rules.waived(listing, deal.id(), FeeSide.BUYER, buyer.partyId(), buyer.fee(), turn.timeNanos());
            if (ofBuyer != null) {
                buyer.spare(ofBuyer.waived());
                waived.add(ofBuyer);
            }
        }
        return waived;
    }

    /** Causes ResultPublished, once per deal. */
    public void publishResult(Turn turn, DealCommand.PublishResult command) {
        Listing listing = listings.forRole(turn, command.listingId(), CLERK);
        Deal deal = inState(turn, listing, EnumSet.complementOf(EnumSet.of(DealState.CLOSED_DEFAULT)));
        if (listing == null || deal == null) {
            return;
        }
        if (deal.isPublished()) {
            turn.refuse(RejectReason.NOT_ALLOWED, listing.id());
            return;
        }
        deal.publish();
        long untilNanos = rules.closeOfBusiness(turn, listing, rules.of(listing).publicationDays());
        turn.emit(new DealEvent.ResultPublished(deal.id(), listing.id(), untilNanos));
    }

    /** T:pay: causes PriceOverdue, and the grace period runs. */
    public void onPayment(Turn turn, Listing listing) {
        listing.timers().id(TimerKind.PAYMENT, 0);
        Deal deal = deals.get(listing.dealId());
        deal.become(DealState.OVERDUE);
        long graceEndNanos = rules.startDays(
                turn, listing, TimerKind.GRACE, rules.of(listing).graceDays());
        turn.emit(new DealEvent.PriceOverdue(deal.id(), listing.id(), graceEndNanos));
    }

    /**
     * T:grace: causes DealDefaulted; the deposit is a deposit again, what was paid beyond goes back, and the listing goes on
     * as after any default. A negotiated deal has no deposit to lose: NegotiationCancelled follows. A take-up has none either,
     * and nobody behind it; its place is free again.
     */
    public void onGrace(Turn turn, Listing listing) {
        listing.timers().id(TimerKind.GRACE, 0);
        Deal deal = deals.get(listing.dealId());
        deal.become(DealState.CLOSED_DEFAULT);
        turn.emit(new DealEvent.DealDefaulted(deal.id(), listing.id()));
        shares.onUndone(turn, listing);
        if (isNegotiated(listing)) {
            deal.buyers().forEach(buyer -> giveBackPaid(turn, listing, deal, buyer));
            giveBackSellersFee(turn, listing, deal);
            negotiations.cancel(turn, listing, CancellationGround.NOT_PAID, "");
            return;
        }
        undo(turn, listing, deal);
        if (listing.isTakeUp()) {
            offers.lapse(turn, listing);
        } else {
            // Of several who share, those who have paid lose nothing but the deal.
            deal.buyers().stream()
                    .filter(buyer -> !buyer.owed().isPositive())
                    .forEach(buyer -> refunds.lose(turn, listing, listing.requireIntent(buyer.partyId())));
            awards.fail(turn, listing, DefaultTrigger.NOT_PAID);
        }
    }

    /** Whether the listing's contract followed from its sale and is not certified yet, so that it falls with the sale. */
    public boolean isAnnullable(Listing listing) {
        Deal deal = current(listing);
        boolean sold = !isNegotiated(listing) && !listing.isTakeUp();
        return deal != null && sold && ANNULLABLE.contains(deal.state());
    }

    /** The sale is void: causes DealAnnulled, and the deposit is a deposit again, while what was paid beyond goes back. */
    public void annul(Turn turn, Listing listing) {
        Deal deal = current(listing);
        if (deal == null) {
            return;
        }
        boolean funded = deal.state() == DealState.FUNDED;
        boolean effective = funded || PAYABLE.contains(deal.state());
        deal.become(DealState.RESCINDED);
        turn.emit(new SaleEvent.DealAnnulled(deal.id(), listing.id()));
        shares.onUndone(turn, listing);
        if (funded) {
            foundation
                    .ledger()
                    .posting(PostingReason.SELLER_FEE_RESERVED)
                    .debit(AccountKind.FEE_HELD, 0, 0, deal.id(), deal.reservedFee())
                    .credit(AccountKind.PRICE, 0, 0, deal.id(), deal.reservedFee())
                    .post(turn);
            brokerages.unreserve(turn, deal);
        }
        if (effective) {
            undo(turn, listing, deal);
        }
    }

    /** Whether a payment towards the price is awaited from this party. */
    boolean awaitsPrice(Listing listing, long partyId) {
        Deal deal = current(listing);
        return deal != null && deal.owedBy(partyId).isPositive() && PAYABLE.contains(deal.state());
    }

    /**
     * A payment towards price and fee was booked: causes PricePaid with the reserved seller's fee, or PriceShort. The licence
     * of a take-up is given with the price (Patent Law Art. 51): causes LicenceRecorded.
     */
    void onPaid(Turn turn, Listing listing, Deal deal) {
        if (!deal.owed().isZero()) {
            turn.emit(new DealEvent.PriceShort(deal.id(), listing.id(), deal.owed()));
            return;
        }
        rules.cancel(listing, TimerKind.PAYMENT);
        rules.cancel(listing, TimerKind.GRACE);
        deal.become(DealState.FUNDED);
        foundation
                .ledger()
                .posting(PostingReason.SELLER_FEE_RESERVED)
                .debit(AccountKind.PRICE, 0, 0, deal.id(), deal.reservedFee())
                .credit(AccountKind.FEE_HELD, 0, 0, deal.id(), deal.reservedFee())
                .post(turn);
        brokerages.reserve(turn, deal);
        long dueNanos = rules.startDays(
                turn, listing, TimerKind.CERTIFICATE, rules.of(listing).certificateDays());
        turn.emit(new DealEvent.PricePaid(deal.id(), listing.id(), deal.received(), dueNanos));
        awards.releaseRunnerUp(turn, listing);
        if (listing.isTakeUp()) {
            deal.titleDone();
            foundation
                    .rights()
                    .licences()
                    .record(turn, listing.rightId(), listing.id(), deal.id(), deal.transfereeId(), listing.number());
        }
    }

    /** The commissions of these deals. */
    Brokerages brokerages() {
        return brokerages;
    }

    /** The deal that carries the listing's award out, or null. */
    @Nullable
    Deal current(Listing listing) {
        return deals.find(listing.dealId());
    }

    /** The deal of a listing that is known to have one. */
    Deal require(Listing listing) {
        return deals.get(listing.dealId());
    }

    /** The deal out of whose price a payment is made, its listing's last one or one before, or null. */
    @Nullable
    Deal payer(Payment payment) {
        for (Deal deal : deals) {
            if (deal.listingId() == payment.listingId() && deal.delivery().pays(payment.id())) {
                return deal;
            }
        }
        return null;
    }

    /** The listing's deal if it is in one of these states, or null after a refusal. */
    @Nullable
    Deal inState(Turn turn, @Nullable Listing listing, Set<DealState> states) {
        if (listing == null) {
            return null;
        }
        Deal deal = current(listing);
        if (deal == null || !states.contains(deal.state())) {
            turn.refuse(RejectReason.NOT_ALLOWED, listing.id());
            return null;
        }
        return deal;
    }

    /** Writes or reads all deals. */
    public void exchange(Snapshot snapshot) {
        deals.exchange(snapshot);
    }

    /** The parties that sign the listing's contract: the transferor, then everybody who pays. */
    List<Long> sides(Listing listing) {
        List<BuyerShare> buyers = listing.state() == ListingState.NEGOTIATING
                ? negotiations.buyers(listing)
                : listing.buyers().shares();
        List<Long> sides = new ArrayList<>(List.of(listing.transferorId()));
        buyers.forEach(buyer -> sides.add(buyer.partyId()));
        return sides;
    }

    /** Why the listing's contract cannot be signed now, whatever the papers say, or null. */
    @Nullable
    RejectReason refusalOfSigning(Listing listing) {
        boolean negotiating = listing.state() == ListingState.NEGOTIATING;
        boolean awarded = listing.state() == ListingState.AWARDED;
        RejectReason title = foundation.rights().mayTransfer(listing.rightId(), listing.transferorId());
        if ((awarded || negotiating) && title != null) {
            return title;
        }
        if (negotiating) {
            return negotiations.refusalOfSigning(listing);
        }
        if (awarded) {
            return null;
        }
        return AFTER_DEFAULT.contains(listing.state()) ? RejectReason.LATE : RejectReason.NOT_ALLOWED;
    }

    /** Whether the deal was negotiated, so that no intent and no deposit stands behind it. */
    boolean isNegotiated(Listing listing) {
        return negotiations.isSigned(listing);
    }

    // The deposit that becomes price: all that is held of a winner up to its part, nothing where none was asked for.
    private void takeDeposit(Listing listing, Buyer buyer) {
        if (!isNegotiated(listing)) {
            listing.requireIntent(buyer.partyId()).settle();
            buyer.convert(refunds.held(listing, buyer.partyId()).min(buyer.cash()));
        }
    }

    // Where several share, a deposit may exceed its part of the price; the rest goes back.
    private void convertDeposit(Turn turn, Listing listing, Deal deal, Buyer buyer) {
        if (buyer.deposit().isPositive()) {
            turn.emit(new DealEvent.DepositConverted(deal.id(), listing.id(), buyer.partyId(), buyer.deposit()));
        }
        Money held = isNegotiated(listing) ? buyer.deposit() : refunds.held(listing, buyer.partyId());
        Money rest = held.minus(buyer.deposit());
        foundation
                .ledger()
                .posting(PostingReason.DEPOSIT_CONVERTED)
                .debit(AccountKind.DEPOSIT, buyer.partyId(), listing.id(), 0, held)
                .credit(AccountKind.PRICE, 0, 0, deal.id(), buyer.deposit())
                .credit(AccountKind.PAYABLE, buyer.partyId(), 0, 0, rest)
                .post(turn);
        if (rest.isPositive()) {
            refunds.due(turn, listing, PaymentKind.RETURN, buyer.partyId(), rest);
        }
    }

    // The deposits are deposits again, and what was paid beyond them goes back.
    private void undo(Turn turn, Listing listing, Deal deal) {
        for (Buyer buyer : deal.buyers()) {
            listing.requireIntent(buyer.partyId()).unsettle();
            foundation
                    .ledger()
                    .posting(PostingReason.DEPOSIT_CONVERTED)
                    .debit(AccountKind.PRICE, 0, 0, deal.id(), buyer.deposit())
                    .credit(AccountKind.DEPOSIT, buyer.partyId(), listing.id(), 0, buyer.deposit())
                    .post(turn);
            giveBackPaid(turn, listing, deal, buyer);
        }
        giveBackSellersFee(turn, listing, deal);
    }

    private void giveBackSellersFee(Turn turn, Listing listing, Deal deal) {
        if (deal.sellerPaid().isZero()) {
            return;
        }
        foundation
                .ledger()
                .posting(PostingReason.DEPOSIT_RELEASED)
                .debit(AccountKind.FEE_HELD, 0, 0, deal.id(), deal.sellerPaid())
                .credit(AccountKind.PAYABLE, deal.transferorId(), 0, 0, deal.sellerPaid())
                .post(turn);
        refunds.due(turn, listing, PaymentKind.RETURN, deal.transferorId(), deal.sellerPaid());
    }

    private void giveBackPaid(Turn turn, Listing listing, Deal deal, Buyer buyer) {
        Money paid = buyer.paid();
        if (paid.isZero()) {
            return;
        }
        foundation
                .ledger()
                .posting(PostingReason.DEPOSIT_RELEASED)
                .debit(AccountKind.PRICE, 0, 0, deal.id(), buyer.paidPrice())
                .debit(AccountKind.FEE_HELD, 0, 0, deal.id(), buyer.paidFee())
                .debit(AccountKind.COMMISSION, 0, 0, deal.id(), buyer.paidCommission())
                .credit(AccountKind.PAYABLE, buyer.partyId(), 0, 0, paid)
                .post(turn);
        refunds.due(turn, listing, PaymentKind.RETURN, buyer.partyId(), paid);
    }
}
