package org.tpx.engine.sale;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Backlog;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Table;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.sale.RoundsAuction.Seat;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.AuctionPhase;
import org.tpx.protocol.Money;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.SaleCommand.SetRoundsTerms;
import org.tpx.protocol.SaleCommand.SubmitInitialBid;
import org.tpx.protocol.SaleCommand.TakeTurn;
import org.tpx.protocol.SaleEvent.InitialBidOpened;
import org.tpx.protocol.SaleEvent.InitialBidSubmitted;
import org.tpx.protocol.SaleEvent.RoundsTermsSet;
import org.tpx.protocol.SaleEvent.TurnStarted;
import org.tpx.protocol.SaleEvent.TurnTaken;

/**
 * Rising bids in rounds (section 2.2 K): first everyone bids in secret, then in each round every one of them has one turn, the
 * lowest bid first, of equal ones the later. In its turn a bidder may raise its own bid by whole increments, or stay with it;
 * the turn ends with its move, or with the clock. The highest bid wins, of equal ones the earlier.
 *
 * <pre>
 *  SCHEDULED --T:start--> COLLECTING --T--> nobody bid: FAILED;  one bid: DETERMINED
 *                                    --T--> ROUND_PAUSE(1) --T--> TURN ... TURN --> ROUND_PAUSE(2) ... --> DETERMINED
 *                                                              move, or T
 * </pre>
 *
 * <p>Initial bids are in no event before they are opened, and encrypted in the journal's command until the attempt to sell is
 * over.
 */
public final class RoundsSale implements Sale<RoundsAuction> {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final Hall hall;
    private final Table<RoundsAuction> auctions = new Table<>(RoundsAuction::new);
    private final SaleTerms<RoundsTermsSet> terms;
    private final int openingWork;

    /** Auctions in rounds in this hall. */
    public RoundsSale(Hall hall) {
        this.hall = hall;
        terms = new SaleTerms<>(hall.listings(), AuctionMode.ROUNDS, new RoundsTermsSet(0, 0, 0, 0, 0, 0));
        openingWork = hall.foundation().backlog().register(this::openNext);
    }

    @Override
    public AuctionMode mode() {
        return AuctionMode.ROUNDS;
    }

    @Override
    public Table<RoundsAuction> auctions() {
        return auctions;
    }

    @Override
    public RoundsAuction newAuction(Listing listing) {
        return new RoundsAuction(listing);
    }

    @Override
    public @Nullable RejectReason refusalOfNotice(Listing listing, Money price) {
        return terms.refusalOfNotice(listing);
    }

    @Override
    public boolean takesFirstPeriod() {
        return true;
    }

    @Override
    public long firstPeriodNanos(Listing listing) {
        return terms.get(listing).collectingSeconds() * NANOS_PER_SECOND;
    }

    /** Causes RoundsTermsSet. */
    public void setTerms(Turn turn, SetRoundsTerms command) {
        Listing listing = terms.draft(turn, command.listingId());
        if (listing != null) {
            RoundsTermsSet set = new RoundsTermsSet(
                    listing.id(),
                    command.rounds(),
                    command.turnSeconds(),
                    command.openingPauseSeconds(),
                    command.pauseSeconds(),
                    command.collectingSeconds());
            terms.put(listing, set);
            turn.emit(set);
        }
    }

    /** Causes PhaseStarted: initial bids are collected. */
    @Override
    public void onStart(Turn turn, Listing listing, RoundsAuction auction) {
        enter(turn, listing, auction, AuctionPhase.COLLECTING, turn.timeNanos() + auction.firstPeriodNanos());
    }

    /**
     * Causes InitialBidOpened per bid, in further turns too where the bids are very many; TurnStarted, PhaseStarted before a round, or
     * the end.
     */
    @Override
    public void onPhaseEnd(Turn turn, Listing listing, RoundsAuction auction) {
        switch (auction.phase()) {
            case COLLECTING -> hall.foundation().backlog().add(openingWork, listing.id());
            case ROUND_PAUSE -> startRound(turn, listing, auction);
            default -> endTurn(turn, listing, auction);
        }
    }

    /** Causes InitialBidSubmitted. */
    public void submitInitialBid(Turn turn, SubmitInitialBid command) {
        Bidder<RoundsAuction> bidder =
                hall.door().admit(turn, this, AuctionPhase.COLLECTING, command.listingId(), command.partyId());
        if (bidder == null) {
            return;
        }
        Listing listing = bidder.listing();
        RejectReason reason = bidder.auction().seat(command.partyId()) != null
                ? RejectReason.ALREADY_QUOTED
                : OwnRaise.refusal(
                        hall.rules(), listing, command.amount(), listing.price().minor() - 1);
        if (reason != null) {
            turn.refuse(reason, listing.id());
            return;
        }
        bidder.auction().sit(command.partyId(), command.amount().minor());
        int number = bidder.intent().bidderNumber();
        turn.emit(new InitialBidSubmitted(listing.id(), command.partyId(), number));
    }

    /** Causes TurnTaken, and what follows the turn. */
    public void takeTurn(Turn turn, TakeTurn command) {
        Bidder<RoundsAuction> bidder =
                hall.door().admit(turn, this, AuctionPhase.TURN, command.listingId(), command.partyId());
        if (bidder == null) {
            return;
        }
        Listing listing = bidder.listing();
        RoundsAuction auction = bidder.auction();
        Seat seat = auction.atTurn();
        RejectReason reason = refusalOfTurn(listing, seat, command);
        if (reason != null) {
            turn.refuse(reason, listing.id());
            return;
        }
        if (!command.amount().isNone()) {
            auction.raise(seat, command.amount().minor());
        }
        int number = bidder.intent().bidderNumber();
        turn.emit(new TurnTaken(listing.id(), auction.round(), seat.partyId(), number, money(listing, seat)));
        endTurn(turn, listing, auction);
    }

    @Override
    public void exchange(Snapshot snapshot) {
        auctions.exchange(snapshot);
        terms.exchange(snapshot);
    }

    private long openNext(Turn turn, long listingId, long cursor) {
        Listing listing = hall.listings().get(listingId);
        RoundsAuction auction = auctions.get(hall.index().required(listing).number());
        if (cursor < auction.seats().size()) {
            Seat seat = auction.seats().get((int) cursor);
            turn.emit(new InitialBidOpened(
                    listing.id(), seat.partyId(), bidderNumber(listing, seat), money(listing, seat)));
            return cursor + 1;
        }
        endCollecting(turn, listing, auction);
        return Backlog.DONE;
    }

    private void endCollecting(Turn turn, Listing listing, RoundsAuction auction) {
        switch (auction.seats().size()) {
            case 0 -> hall.outcomes().fail(turn, listing, auction);
            case 1 -> determine(turn, listing, auction);
            default -> pause(turn, listing, auction, terms.get(listing).openingPauseSeconds());
        }
    }

    private void pause(Turn turn, Listing listing, RoundsAuction auction, int seconds) {
        auction.nextRound();
        enter(turn, listing, auction, AuctionPhase.ROUND_PAUSE, turn.timeNanos() + seconds * NANOS_PER_SECOND);
    }

    private void startRound(Turn turn, Listing listing, RoundsAuction auction) {
        auction.order();
        startTurn(turn, listing, auction);
    }

    private void startTurn(Turn turn, Listing listing, RoundsAuction auction) {
        long deadlineNanos = turn.timeNanos() + terms.get(listing).turnSeconds() * NANOS_PER_SECOND;
        Seat seat = auction.atTurn();
        hall.clock().enter(listing, auction, AuctionPhase.TURN, deadlineNanos);
        turn.emit(new TurnStarted(
                listing.id(), auction.round(), seat.partyId(), bidderNumber(listing, seat), deadlineNanos));
    }

    private void endTurn(Turn turn, Listing listing, RoundsAuction auction) {
        RoundsTermsSet set = terms.get(listing);
        if (auction.passTurn()) {
            startTurn(turn, listing, auction);
        } else if (auction.round() < set.rounds()) {
            pause(turn, listing, auction, set.pauseSeconds());
        } else {
            determine(turn, listing, auction);
        }
    }

    private void determine(Turn turn, Listing listing, RoundsAuction auction) {
        List<Seat> ranking = auction.ranking();
        Seat best = ranking.get(0);
        boolean alone = ranking.size() == 1;
        hall.outcomes()
                .determine(
                        turn,
                        listing,
                        auction,
                        best.partyId(),
                        money(listing, best),
                        alone ? 0 : ranking.get(1).partyId(),
                        alone ? Money.NONE : money(listing, ranking.get(1)));
    }

    private void enter(Turn turn, Listing listing, RoundsAuction auction, AuctionPhase phase, long deadlineNanos) {
        hall.clock().begin(turn, listing, auction, phase, auction.round(), deadlineNanos);
    }

    private @Nullable RejectReason refusalOfTurn(Listing listing, Seat seat, TakeTurn command) {
        if (seat.partyId() != command.partyId()) {
            return RejectReason.OUT_OF_TURN;
        }
        return command.amount().isNone()
                ? null
                : OwnRaise.refusal(hall.rules(), listing, command.amount(), seat.amountMinor());
    }

    private static int bidderNumber(Listing listing, Seat seat) {
        return listing.requireIntent(seat.partyId()).bidderNumber();
    }

    private static Money money(Listing listing, Seat seat) {
        return Money.ofMinor(seat.amountMinor(), listing.currency());
    }
}
