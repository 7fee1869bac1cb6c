package org.tpx.engine.sale;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Backlog;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Table;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.sale.CompetitiveAuction.Seat;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.AuctionPhase;
import org.tpx.protocol.CompetitiveCommand.CloseRounds;
import org.tpx.protocol.CompetitiveCommand.MakeRoundOffer;
import org.tpx.protocol.CompetitiveCommand.SetCompetitiveTerms;
import org.tpx.protocol.CompetitiveEvent.CompetitiveTermsSet;
import org.tpx.protocol.CompetitiveEvent.OfferSelected;
import org.tpx.protocol.CompetitiveEvent.RoundOfferMade;
import org.tpx.protocol.CompetitiveEvent.RoundOfferOpened;
import org.tpx.protocol.CompetitiveEvent.RoundsClosed;
import org.tpx.protocol.Money;
import org.tpx.protocol.RejectReason;

/**
 * Competitive negotiation (section 2.2 F): all admitted bidders are invited to offer in rounds, open or sealed until the round
 * ends, once a round and each time more than before by whole increments. After the last round, or the one in which the transferor
 * closes them, everyone may make a final offer, which is always sealed. The last offer of each is binding; the highest is selected,
 * of equal ones the earlier. Who makes no offer in the first round takes no part in the others.
 *
 * <pre>
 *  SCHEDULED --T:start--> ROUND(1) --T--> nobody offered: FAILED
 *                                  --T--> ROUND(2) ... --T, the last or closed--> FINAL_OFFERS --T--> SELECTED --> DETERMINED
 * </pre>
 *
 * <p>Sealed offers are in no event before their round ends, and every offer is encrypted in the journal's command until the
 * attempt to sell is over. SELECTED takes no time.
 */
public final class CompetitiveSale implements Sale<CompetitiveAuction> {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final Hall hall;
    private final Table<CompetitiveAuction> auctions = new Table<>(CompetitiveAuction::new);
    private final SaleTerms<CompetitiveTermsSet> terms;
    private final int openingWork;

    /** Competitive negotiations in this hall. */
    public CompetitiveSale(Hall hall) {
        this.hall = hall;
        CompetitiveTermsSet blank = new CompetitiveTermsSet(0, 0, 0, 0, 0, false);
        terms = new SaleTerms<>(hall.listings(), AuctionMode.COMPETITIVE_NEGOTIATION, blank);
        openingWork = hall.foundation().backlog().register(this::openNext);
    }

    @Override
    public AuctionMode mode() {
        return AuctionMode.COMPETITIVE_NEGOTIATION;
    }

    @Override
    public Table<CompetitiveAuction> auctions() {
        return auctions;
    }

    @Override
    public CompetitiveAuction newAuction(Listing listing) {
        return new CompetitiveAuction(listing);
    }

    @Override
    public @Nullable RejectReason refusalOfNotice(Listing listing, Money price) {
        return terms.refusalOfNotice(listing);
    }

    /** Causes CompetitiveTermsSet. */
    public void setTerms(Turn turn, SetCompetitiveTerms command) {
        Listing listing = terms.draft(turn, command.listingId());
        if (listing == null) {
            return;
        }
        if (command.leastRounds() > command.rounds()) {
            turn.refuse(RejectReason.NOT_ALLOWED, listing.id());
            return;
        }
        CompetitiveTermsSet set = new CompetitiveTermsSet(
                listing.id(),
                command.rounds(),
                command.leastRounds(),
                command.roundSeconds(),
                command.finalSeconds(),
                command.secret());
        terms.put(listing, set);
        turn.emit(set);
    }

    /** Causes PhaseStarted: the first round. */
    @Override
    public void onStart(Turn turn, Listing listing, CompetitiveAuction auction) {
        enter(turn, listing, auction, AuctionPhase.ROUND, terms.get(listing).roundSeconds());
    }

    /** Causes RoundOfferOpened where offers were sealed, in further turns too where they are very many; then PhaseStarted, or the end. */
    @Override
    public void onPhaseEnd(Turn turn, Listing listing, CompetitiveAuction auction) {
        if (areOffersSealed(listing, auction)) {
            hall.foundation().backlog().add(openingWork, listing.id());
        } else {
            endRound(turn, listing, auction);
        }
    }

    /** Causes RoundOfferMade. */
    public void makeOffer(Turn turn, MakeRoundOffer command) {
        Bidder<CompetitiveAuction> bidder =
                hall.door().admit(turn, this, phaseOfOffers(command), command.listingId(), command.partyId());
        if (bidder == null) {
            return;
        }
        Listing listing = bidder.listing();
        CompetitiveAuction auction = bidder.auction();
        RejectReason reason = refusalOfOffer(listing, auction, command);
        if (reason != null) {
            turn.refuse(reason, listing.id());
            return;
        }
        auction.offer(command.partyId(), command.amount().minor());
        turn.emit(new RoundOfferMade(
                listing.id(),
                command.partyId(),
                bidder.intent().bidderNumber(),
                auction.round(),
                areOffersSealed(listing, auction) ? Money.NONE : command.amount()));
    }

    /** Causes RoundsClosed. */
    public void closeRounds(Turn turn, CloseRounds command) {
        Listing listing = hall.listings().forSeller(turn, command.listingId(), false);
        if (listing == null) {
            return;
        }
        CompetitiveAuction auction = hall.current(listing) instanceof CompetitiveAuction current ? current : null;
        boolean closable = auction != null
                && !auction.isClosed()
                && (auction.phase() != AuctionPhase.ROUND
                        || auction.round() >= terms.get(listing).leastRounds());
        RejectReason reason = closable
                ? hall.door().refusalOfPhase(turn, listing, auction, AuctionPhase.ROUND)
                : RejectReason.NOT_ALLOWED;
        if (reason != null || auction == null) {
            turn.refuse(reason == null ? RejectReason.NOT_ALLOWED : reason, listing.id());
            return;
        }
        auction.close();
        turn.emit(new RoundsClosed(listing.id(), auction.round()));
    }

    @Override
    public void exchange(Snapshot snapshot) {
        auctions.exchange(snapshot);
        terms.exchange(snapshot);
    }

    private void enter(Turn turn, Listing listing, CompetitiveAuction auction, AuctionPhase phase, int seconds) {
        auction.nextRound();
        long deadlineNanos = turn.timeNanos() + seconds * NANOS_PER_SECOND;
        hall.clock().begin(turn, listing, auction, phase, auction.round(), deadlineNanos);
    }

    private boolean areOffersSealed(Listing listing, CompetitiveAuction auction) {
        return auction.phase() == AuctionPhase.FINAL_OFFERS
                || terms.get(listing).secret();
    }

    private long openNext(Turn turn, long listingId, long cursor) {
        Listing listing = hall.listings().get(listingId);
        CompetitiveAuction auction = auctions.get(hall.index().required(listing).number());
        if (cursor < auction.seats().size()) {
            Seat seat = auction.seats().get((int) cursor);
            if (seat.round() == auction.round()) {
                turn.emit(new RoundOfferOpened(
                        listing.id(),
                        seat.partyId(),
                        bidderNumber(listing, seat),
                        auction.round(),
                        money(listing, seat)));
            }
            return cursor + 1;
        }
        endRound(turn, listing, auction);
        return Backlog.DONE;
    }

    private void endRound(Turn turn, Listing listing, CompetitiveAuction auction) {
        CompetitiveTermsSet set = terms.get(listing);
        if (auction.seats().isEmpty()) {
            hall.outcomes().fail(turn, listing, auction);
        } else if (auction.phase() == AuctionPhase.FINAL_OFFERS) {
            select(turn, listing, auction);
        } else if (auction.isClosed() || auction.round() == set.rounds()) {
            enter(turn, listing, auction, AuctionPhase.FINAL_OFFERS, set.finalSeconds());
        } else {
            enter(turn, listing, auction, AuctionPhase.ROUND, set.roundSeconds());
        }
    }

    private void select(Turn turn, Listing listing, CompetitiveAuction auction) {
        List<Seat> ranking = auction.ranking();
        Seat best = ranking.get(0);
        boolean alone = ranking.size() == 1;
        turn.emit(new OfferSelected(listing.id(), best.partyId(), bidderNumber(listing, best), money(listing, best)));
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

    private AuctionPhase phaseOfOffers(MakeRoundOffer command) {
        Listing listing = hall.listings().find(command.listingId());
        Auction auction = listing == null ? null : hall.current(listing);
        boolean last = auction != null && auction.phase() == AuctionPhase.FINAL_OFFERS;
        return last ? AuctionPhase.FINAL_OFFERS : AuctionPhase.ROUND;
    }

    private @Nullable RejectReason refusalOfOffer(Listing listing, CompetitiveAuction auction, MakeRoundOffer command) {
        Seat seat = auction.seat(command.partyId());
        if (seat == null && auction.round() > 1) {
            return RejectReason.NOT_ADMITTED;
        }
        if (seat != null && seat.round() == auction.round()) {
            return RejectReason.ALREADY_QUOTED;
        }
        return OwnRaise.refusal(hall.rules(), listing, command.amount(), seat == null ? 0 : seat.amountMinor());
    }

    private static int bidderNumber(Listing listing, Seat seat) {
        return listing.requireIntent(seat.partyId()).bidderNumber();
    }

    private static Money money(Listing listing, Seat seat) {
        return Money.ofMinor(seat.amountMinor(), listing.currency());
    }
}
