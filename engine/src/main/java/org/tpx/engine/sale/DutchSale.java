package org.tpx.engine.sale;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Backlog;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Table;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.sale.DutchAuction.Offer;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.AuctionPhase;
import org.tpx.protocol.Money;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.SaleCommand.AcceptPrice;
import org.tpx.protocol.SaleCommand.SetDutchTerms;
import org.tpx.protocol.SaleCommand.SubmitBestBid;
import org.tpx.protocol.SaleCommand.SubmitStageBid;
import org.tpx.protocol.SaleEvent.BestBidPlaced;
import org.tpx.protocol.SaleEvent.DutchTermsSet;
import org.tpx.protocol.SaleEvent.PriceAccepted;
import org.tpx.protocol.SaleEvent.PriceStepped;
import org.tpx.protocol.SaleEvent.StageBidOpened;
import org.tpx.protocol.SaleEvent.StageBidSubmitted;

/**
 * A falling price (section 2.2 G): price(k) = listing price - k steps stands for one interval; whoever accepts it first has
 * it. In a hybrid auction the others may then bid more, sealed, and the one that accepted more than the best of them.
 *
 * <pre>
 *  SCHEDULED --T:start--> DESCENDING(0) --T:step--> DESCENDING(k) --T:step, k is the last--> FAILED
 *                              |                        |
 *                              +------- accept ---------+
 *                                         |
 *                         pure: DETERMINED at price(k)
 *                         hybrid: SEALED_STAGE --T--> nobody bid: DETERMINED at price(k)
 *                                              --T--> BEST_BID -- best bid --> DETERMINED at it
 *                                                              --T--> DETERMINED at the best of the sealed stage
 * </pre>
 *
 * <p>Of equal bids in the sealed stage the earlier one is the better. They are in no event before the
 * stage ends, and encrypted in the journal's command until the attempt to sell is over.
 */
public final class DutchSale implements Sale<DutchAuction> {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final Hall hall;
    private final Table<DutchAuction> auctions = new Table<>(DutchAuction::new);
    private final SaleTerms<DutchTermsSet> terms;
    private final int openingWork;

    /** Dutch auctions in this hall. */
    public DutchSale(Hall hall) {
        this.hall = hall;
        DutchTermsSet blank = new DutchTermsSet(0, Money.NONE, 0, 0, false, 0, 0);
        terms = new SaleTerms<>(hall.listings(), AuctionMode.DUTCH, blank);
        openingWork = hall.foundation().backlog().register(this::openNext);
    }

    @Override
    public AuctionMode mode() {
        return AuctionMode.DUTCH;
    }

    @Override
    public Table<DutchAuction> auctions() {
        return auctions;
    }

    @Override
    public DutchAuction newAuction(Listing listing) {
        return new DutchAuction(listing);
    }

    @Override
    public @Nullable RejectReason refusalOfNotice(Listing listing, Money price) {
        DutchTermsSet set = terms.find(listing);
        if (set == null) {
            return RejectReason.TERMS_MISSING;
        }
        return isAboveZero(price, set.step(), set.steps()) ? null : RejectReason.NOT_ALLOWED;
    }

    @Override
    public Money leastPrice(Listing listing, Money price) {
        DutchTermsSet set = terms.find(listing);
        return set == null || !isAboveZero(price, set.step(), set.steps())
                ? price
                : priceAfter(price, set, set.steps());
    }

    /** Causes DutchTermsSet. */
    public void setTerms(Turn turn, SetDutchTerms command) {
        Listing listing = terms.draft(turn, command.listingId());
        if (listing == null) {
            return;
        }
        RejectReason reason = refusalOfTerms(listing, command);
        if (reason != null) {
            turn.refuse(reason, listing.id());
            return;
        }
        DutchTermsSet set = new DutchTermsSet(
                listing.id(),
                command.step(),
                command.stepSeconds(),
                command.steps(),
                command.hybrid(),
                command.sealedStageSeconds(),
                command.bestBidSeconds());
        terms.put(listing, set);
        turn.emit(set);
    }

    /** Causes PriceStepped: the listing price stands. */
    @Override
    public void onStart(Turn turn, Listing listing, DutchAuction auction) {
        stand(turn, listing, auction);
    }

    /**
     * Causes PriceStepped or AuctionFailed; or StageBidOpened and PhaseStarted, in further turns too where the bids are very many;
     * or the award.
     */
    @Override
    public void onPhaseEnd(Turn turn, Listing listing, DutchAuction auction) {
        switch (auction.phase()) {
            case DESCENDING -> descend(turn, listing, auction);
            case SEALED_STAGE -> hall.foundation().backlog().add(openingWork, listing.id());
            default -> determine(turn, listing, auction);
        }
    }

    /** Causes PriceAccepted; then the award, or in a hybrid auction the sealed stage. */
    public void accept(Turn turn, AcceptPrice command) {
        Bidder<DutchAuction> bidder =
                hall.door().admit(turn, this, AuctionPhase.DESCENDING, command.listingId(), command.partyId());
        if (bidder == null) {
            return;
        }
        Listing listing = bidder.listing();
        DutchAuction auction = bidder.auction();
        Money price = standingPrice(listing, auction);
        if (!command.price().equals(price)) {
            boolean foreign = command.price().currency() != price.currency();
            turn.refuse(foreign ? RejectReason.CURRENCY : RejectReason.NOT_STANDING_PRICE, listing.id());
            return;
        }
        auction.offers().add(new Offer(command.partyId(), price.minor()));
        int number = bidder.intent().bidderNumber();
        turn.emit(new PriceAccepted(listing.id(), command.partyId(), number, auction.step(), price));
        DutchTermsSet set = terms.get(listing);
        if (set.hybrid()) {
            enter(turn, listing, auction, AuctionPhase.SEALED_STAGE, set.sealedStageSeconds());
        } else {
            determine(turn, listing, auction);
        }
    }

    /** Causes StageBidSubmitted. */
    public void submitStageBid(Turn turn, SubmitStageBid command) {
        Bidder<DutchAuction> bidder =
                hall.door().admit(turn, this, AuctionPhase.SEALED_STAGE, command.listingId(), command.partyId());
        if (bidder == null) {
            return;
        }
        Listing listing = bidder.listing();
        RejectReason reason = refusalOfStageBid(listing, bidder.auction(), command);
        if (reason != null) {
            turn.refuse(reason, listing.id());
            return;
        }
        bidder.auction()
                .offers()
                .add(new Offer(command.partyId(), command.amount().minor()));
        int number = bidder.intent().bidderNumber();
        turn.emit(new StageBidSubmitted(listing.id(), command.partyId(), number));
    }

    /** Causes BestBidPlaced and the award: nobody else may bid any more. */
    public void submitBestBid(Turn turn, SubmitBestBid command) {
        Bidder<DutchAuction> bidder =
                hall.door().admit(turn, this, AuctionPhase.BEST_BID, command.listingId(), command.partyId());
        if (bidder == null) {
            return;
        }
        Listing listing = bidder.listing();
        RejectReason reason = refusalOfBestBid(listing, bidder.auction(), command);
        if (reason != null) {
            turn.refuse(reason, listing.id());
            return;
        }
        bidder.auction().accepted().raise(command.amount().minor());
        int number = bidder.intent().bidderNumber();
        turn.emit(new BestBidPlaced(listing.id(), command.partyId(), number, command.amount()));
        determine(turn, listing, bidder.auction());
    }

    @Override
    public void exchange(Snapshot snapshot) {
        auctions.exchange(snapshot);
        terms.exchange(snapshot);
    }

    private void stand(Turn turn, Listing listing, DutchAuction auction) {
        long deadlineNanos = turn.timeNanos() + terms.get(listing).stepSeconds() * NANOS_PER_SECOND;
        hall.clock().enter(listing, auction, AuctionPhase.DESCENDING, deadlineNanos);
        turn.emit(new PriceStepped(listing.id(), auction.step(), standingPrice(listing, auction), deadlineNanos));
    }

    // Causes PriceStepped, or AuctionFailed and Unsold when nobody accepted the last price.
    private void descend(Turn turn, Listing listing, DutchAuction auction) {
        if (auction.step() == terms.get(listing).steps()) {
            hall.outcomes().fail(turn, listing, auction);
            return;
        }
        auction.nextStep();
        stand(turn, listing, auction);
    }

    // The first offer is the accepted one; those of the stage follow.
    private long openNext(Turn turn, long listingId, long cursor) {
        Listing listing = hall.listings().get(listingId);
        DutchAuction auction = auctions.get(hall.index().required(listing).number());
        int next = (int) cursor + 1;
        if (next < auction.offers().size()) {
            Offer bid = auction.offers().get(next);
            int number = listing.requireIntent(bid.partyId()).bidderNumber();
            turn.emit(new StageBidOpened(listing.id(), bid.partyId(), number, money(listing, bid)));
            return next;
        }
        endSealedStage(turn, listing, auction);
        return Backlog.DONE;
    }

    private void endSealedStage(Turn turn, Listing listing, DutchAuction auction) {
        if (auction.offers().size() == 1) {
            determine(turn, listing, auction);
        } else {
            enter(
                    turn,
                    listing,
                    auction,
                    AuctionPhase.BEST_BID,
                    terms.get(listing).bestBidSeconds());
        }
    }

    private void enter(Turn turn, Listing listing, DutchAuction auction, AuctionPhase phase, int seconds) {
        long deadlineNanos = turn.timeNanos() + seconds * NANOS_PER_SECOND;
        hall.clock().begin(turn, listing, auction, phase, 0, deadlineNanos);
    }

    private void determine(Turn turn, Listing listing, DutchAuction auction) {
        Offer best = Objects.requireNonNull(auction.best(0));
        Offer next = auction.best(best.partyId());
        hall.outcomes()
                .determine(
                        turn,
                        listing,
                        auction,
                        best.partyId(),
                        money(listing, best),
                        next == null ? 0 : next.partyId(),
                        next == null ? Money.NONE : money(listing, next));
    }

    private Money standingPrice(Listing listing, DutchAuction auction) {
        return priceAfter(listing.price(), terms.get(listing), auction.step());
    }

    private @Nullable RejectReason refusalOfStageBid(Listing listing, DutchAuction auction, SubmitStageBid command) {
        Offer accepted = auction.accepted();
        if (auction.hasStageBidOf(command.partyId())) {
            return RejectReason.ALREADY_QUOTED;
        }
        if (command.amount().currency() != listing.currency()) {
            return RejectReason.CURRENCY;
        }
        if (command.amount().minor() <= accepted.amountMinor()) {
            return RejectReason.NOT_ABOVE_HIGH;
        }
        if (command.partyId() == accepted.partyId()) {
            return RejectReason.SELF_OUTBID;
        }
        return isAboveCap(listing, command.amount()) ? RejectReason.ABOVE_SANITY_CAP : null;
    }

    private @Nullable RejectReason refusalOfBestBid(Listing listing, DutchAuction auction, SubmitBestBid command) {
        if (command.partyId() != auction.accepted().partyId()) {
            return RejectReason.NOT_ADMITTED;
        }
        if (command.amount().currency() != listing.currency()) {
            return RejectReason.CURRENCY;
        }
        Offer best = Objects.requireNonNull(auction.best(0));
        if (command.amount().minor() <= best.amountMinor()) {
            return RejectReason.NOT_ABOVE_HIGH;
        }
        return isAboveCap(listing, command.amount()) ? RejectReason.ABOVE_SANITY_CAP : null;
    }

    private boolean isAboveCap(Listing listing, Money amount) {
        int multiple = hall.rules().of(listing).sanityCapMultiple();
        return SanityCap.isExceeded(amount.minor(), listing.price().minor(), multiple);
    }

    private static @Nullable RejectReason refusalOfTerms(Listing listing, SetDutchTerms command) {
        boolean foreign = command.step().currency() != listing.currency();
        boolean stagesLast = !command.hybrid() || (command.sealedStageSeconds() > 0 && command.bestBidSeconds() > 0);
        if (!stagesLast || (!foreign && !isAboveZero(listing.price(), command.step(), command.steps()))) {
            return RejectReason.NOT_ALLOWED;
        }
        return foreign ? RejectReason.CURRENCY : null;
    }

    private static boolean isAboveZero(Money price, Money step, int steps) {
        return step.minor() <= (price.minor() - 1) / steps;
    }

    private static Money priceAfter(Money price, DutchTermsSet set, int steps) {
        return Money.ofMinor(price.minor() - set.step().minor() * steps, price.currency());
    }

    private static Money money(Listing listing, Offer offer) {
        return Money.ofMinor(offer.amountMinor(), listing.currency());
    }
}
