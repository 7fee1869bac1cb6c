package org.tpx.engine.deal;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.custody.DealShares;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Applications;
import org.tpx.engine.listing.Foundation;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.listing.Listings;
import org.tpx.engine.listing.Rules;
import org.tpx.engine.money.LargestRemainder;
import org.tpx.engine.money.Payment;
import org.tpx.engine.right.Rights;
import org.tpx.protocol.AccountKind;
import org.tpx.protocol.DealCommand;
import org.tpx.protocol.DealEvent;
import org.tpx.protocol.DealState;
import org.tpx.protocol.ListingEvent;
import org.tpx.protocol.ListingState;
import org.tpx.protocol.Money;
import org.tpx.protocol.Owner;
import org.tpx.protocol.PaymentKind;
import org.tpx.protocol.PaymentRef;
import org.tpx.protocol.PaymentState;
import org.tpx.protocol.PostingReason;
import org.tpx.protocol.ProposalKind;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.TimerKind;

/** What closes a deal that is paid: certificate, title or handover, release of the price, payments out (9.5). */
public final class Closings {

    private static final String HANDOVER = "Handover of deal ";

    private static final Set<DealState> BEFORE_FUNDED =
            EnumSet.of(DealState.SIGNED, DealState.AWAIT_APPROVAL, DealState.EFFECTIVE, DealState.OVERDUE);
    private static final Set<DealState> CERTIFIED =
            EnumSet.of(DealState.CERTIFIED, DealState.TITLE_DONE, DealState.RELEASED);

    private final Foundation foundation;
    private final Listings listings;
    private final Rules rules;
    private final Deals deals;
    private final DealShares shares;
    private final Releases releases;
    private final PledgeClaims pledgeClaims;
    private final Freezes freezes;
    private long certificates;

    /** Closings of these deals, and of the shares that they move. */
    public Closings(Foundation foundation, Listings listings, Rules rules, Deals deals, DealShares shares) {
        this.foundation = foundation;
        this.listings = listings;
        this.rules = rules;
        this.deals = deals;
        this.shares = shares;
        releases = new Releases(foundation, rules, deals.brokerages());
        pledgeClaims = new PledgeClaims(foundation, listings, deals, releases);
        freezes = new Freezes(foundation, listings, deals, releases, pledgeClaims);
    }

    /** Pledges of what is sold. */
    public PledgeClaims pledgeClaims() {
        return pledgeClaims;
    }

    /** Money in dispute. */
    public Freezes freezes() {
        return freezes;
    }

    Releases releases() {
        return releases;
    }

    /** Causes ProposalMade. */
    public void proposeCertificate(Turn turn, DealCommand.ProposeCertificate command) {
        Listing listing = listings.forRole(turn, command.listingId(), Deals.CLERK);
        if (listing != null) {
            RejectReason obstacle = refusalOfCertificate(listing.id());
            foundation
                    .proposals()
                    .propose(turn, command.proposal(), ProposalKind.CERTIFICATE, command, obstacle, listing.id());
        }
    }

    /** Why the certificate of this listing's deal cannot be issued now, or null; there is only one, once all is paid. */
    public @Nullable RejectReason refusalOfCertificate(long listingId) {
        Listing listing = listings.get(listingId);
        Deal deal = deals.current(listing);
        if (deal == null) {
            return RejectReason.NOT_ALLOWED;
        }
        if (BEFORE_FUNDED.contains(deal.state())) {
            return RejectReason.FEES_UNPAID;
        }
        if (deal.isCertified()) {
            return RejectReason.ALREADY_ISSUED;
        }
        return deal.state() == DealState.FUNDED ? null : RejectReason.NOT_ALLOWED;
    }

    /** Two people decided so: causes CertificateIssued, the fees on their way, and by policy the release. */
    public void issueCertificate(Turn turn, long listingId) {
        Listing listing = listings.get(listingId);
        Deal deal = deals.require(listing);
        rules.cancel(listing, TimerKind.CERTIFICATE);
        long certificateId = ++certificates;
        int year = rules.calendar(listing).localYear(turn.timeNanos());
        turn.emit(new DealEvent.CertificateIssued(
                certificateId,
                deal.id(),
                listing.id(),
                Applications.numbered("CERT-" + year + "-", certificateId, 6),
                deal.transferorId(),
                deal.transfereeId(),
                deal.price()));
        deal.certify(certificateId, earnFees(turn, listing, deal));
        pledgeClaims.pay(turn, listing, deal);
        releases.advance(turn, listing, deal);
        completeIfDone(turn, listing, deal);
    }

    /** T:certificate: causes CertificateOverdue, nothing else. */
    public void onCertificate(Turn turn, Listing listing) {
        listing.timers().id(TimerKind.CERTIFICATE, 0);
        turn.emit(new DealEvent.CertificateOverdue(listing.dealId(), listing.id()));
    }

    /** Causes TitleFiled. */
    public void fileTitle(Turn turn, DealCommand.FileTitle command) {
        Listing listing = listings.forRole(turn, command.listingId(), Deals.CLERK);
        Deal deal = untitled(turn, listing);
        if (listing != null && deal != null) {
            turn.emit(new DealEvent.TitleFiled(deal.id(), listing.id(), command.receipt()));
        }
    }

    /**
     * Causes TitleRegistered per transferee, and by policy the release; the title register names the new owner. Shares in custody that
     * the deal sells or is paid with move in the same turn: causes SharesTransferred.
     */
    public void registerTitle(Turn turn, DealCommand.RegisterTitle command) {
        Listing listing = listings.forRole(turn, command.listingId(), Deals.CLERK);
        Deal deal = untitled(turn, listing);
        if (listing == null || deal == null || !mayMoveShares(turn, listing, deal)) {
            return;
        }
        if (pledgeClaims.stand(listing)) {
            turn.refuse(RejectReason.PLEDGE_OPEN, listing.id());
            return;
        }
        deliver(listing, deal, command.instrument());
        for (Buyer buyer : deal.buyers()) {
            turn.emit(new DealEvent.TitleRegistered(deal.id(), listing.id(), listing.rightId(), buyer.partyId()));
        }
        moveShares(turn, listing, deal);
        releases.advance(turn, listing, deal);
        completeIfDone(turn, listing, deal);
    }

    /** Causes HandoverAccepted, and by policy the release; for rights without a registry it is the delivery. */
    public void acceptHandover(Turn turn, DealCommand.AcceptHandover command) {
        Listing listing = listings.forRole(turn, command.listingId(), Deals.CLERK);
        Deal deal = deals.inState(turn, listing, CERTIFIED);
        if (listing == null || deal == null) {
            return;
        }
        boolean delivers =
                !listing.isTakeUp() && !Rights.hasRegistry(foundation.rights().type(listing.rightId()));
        RejectReason reason = delivers ? refusalOfDelivery(listing, deal) : null;
        if (reason == null) {
            reason = listing.buyers().papers().refusalOfAcceptance(command.document());
        }
        if (reason != null) {
            turn.refuse(reason, listing.id());
            return;
        }
        if (delivers && !mayMoveShares(turn, listing, deal)) {
            return;
        }
        turn.emit(new DealEvent.HandoverAccepted(deal.id(), listing.id(), command.document()));
        deal.delivery().accept();
        if (delivers) {
            deliver(listing, deal, HANDOVER + deal.id());
            moveShares(turn, listing, deal);
        }
        releases.advance(turn, listing, deal);
        completeIfDone(turn, listing, deal);
    }

    /** Causes ProposalMade; until it is decided no other proposal may name these payments. */
    public void proposePayments(Turn turn, DealCommand.ProposePayments command) {
        RejectReason obstacle = kept(command, foundation.payments().proposable(command.payments()));
        if (foundation
                .proposals()
                .propose(turn, Deals.CLERK, command.proposal(), ProposalKind.PAYMENTS, command, obstacle, 0)) {
            foundation.payments().propose(command.payments());
        }
    }

    /** Why these payments, which were proposed, cannot be sent now, or null: a price is in dispute, or one was cancelled since. */
    public @Nullable RejectReason refusalOfPayments(DealCommand.ProposePayments proposed) {
        boolean waiting = proposed.payments().stream()
                .allMatch(ref -> foundation.payments().get(ref.paymentId()).state() == PaymentState.PROPOSED);
        return kept(proposed, waiting ? null : RejectReason.NOT_ALLOWED);
    }

    private @Nullable RejectReason kept(DealCommand.ProposePayments proposed, @Nullable RejectReason other) {
        boolean first = other == null || other.compareTo(RejectReason.RELEASES_FROZEN) > 0;
        return first && freezes.keepsAny(proposed.payments()) ? RejectReason.RELEASES_FROZEN : other;
    }

    /** Two people decided so: causes PaymentInstructed per payment. */
    public void instruct(Turn turn, DealCommand.ProposePayments proposed) {
        for (PaymentRef payment : proposed.payments()) {
            foundation.payments().instruct(turn, payment.paymentId());
        }
    }

    /** Causes PaymentConfirmed with its posting; with the last one DealCompleted and ListingCompleted. */
    public void confirmPayment(Turn turn, DealCommand.ConfirmPayment command) {
        Payment payment = foundation.payments().confirmPayment(turn, command);
        Listing listing = payment == null ? null : listings.find(payment.listingId());
        Deal deal = listing == null ? null : deals.current(listing);
        if (listing != null && deal != null) {
            completeIfDone(turn, listing, deal);
        }
    }

    /** Writes or reads the count of certificates. */
    public void exchange(Snapshot snapshot) {
        certificates = snapshot.number(certificates);
    }

    private long earnFees(Turn turn, Listing listing, Deal deal) {
        Money fees = deal.sellerFee().plus(deal.buyerFee());
        if (fees.isZero()) {
            return 0;
        }
        foundation
                .ledger()
                .posting(PostingReason.FEES_EARNED)
                .debit(AccountKind.FEE_HELD, 0, 0, deal.id(), fees)
                .credit(AccountKind.FEE_EARNED, 0, 0, 0, fees)
                .post(turn);
        long paymentId = foundation.payments().due(turn, PaymentKind.FEES, 0, listing.id(), fees, turn.timeNanos());
        foundation.payments().instruct(turn, paymentId);
        return paymentId;
    }

    private @Nullable Deal untitled(Turn turn, @Nullable Listing listing) {
        Deal deal = deals.inState(turn, listing, CERTIFIED);
        if (listing == null || deal == null) {
            return null;
        }
        boolean registered = Rights.hasRegistry(foundation.rights().type(listing.rightId()));
        if (deal.isTitleDone() || !registered) {
            turn.refuse(RejectReason.NOT_ALLOWED, listing.id());
            return null;
        }
        return deal;
    }

    private @Nullable RejectReason refusalOfDelivery(Listing listing, Deal deal) {
        if (!deal.isTitleDone() && pledgeClaims.stand(listing)) {
            return RejectReason.PLEDGE_OPEN;
        }
        return deal.isTitleDone() ? RejectReason.NOT_ALLOWED : null;
    }

    // Shares in the right as they shared the price; whoever's part rounds to no basis point keeps its claim outside the
    // register.
    static List<Owner> owners(Deal deal) {
        long[] prices =
                deal.buyers().stream().mapToLong(buyer -> buyer.price().minor()).toArray();
        long[] shares = LargestRemainder.divide(Rights.WHOLE_BPS, prices);
        List<Owner> owners = new ArrayList<>();
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] > 0) {
                owners.add(new Owner(deal.buyers().get(i).partyId(), (int) shares[i]));
            }
        }
        return owners;
    }

    private boolean mayMoveShares(Turn turn, Listing listing, Deal deal) {
        boolean disputed = deal.isPaidInShares() && deal.delivery().isFrozen();
        RejectReason reason = disputed ? RejectReason.RIGHT_FROZEN : shares.refusalOfTitle(turn, listing);
        if (reason != null) {
            turn.refuse(reason, listing.id());
        }
        return reason == null;
    }

    private void moveShares(Turn turn, Listing listing, Deal deal) {
        if (shares.onTitle(turn, listing, deal.id())) {
            deal.moveShares();
        }
    }

    private void deliver(Listing listing, Deal deal, String instrument) {
        deal.delivery().passFrom(foundation.rights().owners(listing.rightId()));
        foundation.rights().transferTo(listing.rightId(), owners(deal), instrument);
        deal.titleDone();
        if (deal.state() == DealState.CERTIFIED) {
            deal.become(DealState.TITLE_DONE);
        }
    }

    private void completeIfDone(Turn turn, Listing listing, Deal deal) {
        boolean paidOut = deal.state() == DealState.RELEASED
                && arePaid(deal)
                && isConfirmed(deal.feePaymentId())
                && deals.brokerages().arePaid(deal);
        if (!deal.isTitleDone() || !paidOut) {
            return;
        }
        deal.become(DealState.COMPLETE);
        rules.cancel(listing, TimerKind.LISTING_LIFE);
        listing.become(ListingState.COMPLETED);
        turn.emit(new DealEvent.DealCompleted(deal.id(), listing.id()));
        turn.emit(new ListingEvent.ListingCompleted(listing.id()));
    }

    private boolean arePaid(Deal deal) {
        return deal.delivery().payments().stream().allMatch(this::isDone);
    }

    private boolean isDone(long paymentId) {
        PaymentState state = foundation.payments().get(paymentId).state();
        return state == PaymentState.CONFIRMED || state == PaymentState.CANCELLED;
    }

    private boolean isConfirmed(long paymentId) {
        return paymentId == 0 || foundation.payments().get(paymentId).isConfirmed();
    }
}
