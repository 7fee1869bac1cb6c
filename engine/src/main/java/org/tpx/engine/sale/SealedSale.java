package org.tpx.engine.sale;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Backlog;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Table;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.member.Access;
import org.tpx.engine.sale.SealedRanking.Quote;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.AuctionPhase;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.ListingState;
import org.tpx.protocol.Money;
import org.tpx.protocol.PriceRule;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;
import org.tpx.protocol.SealedCommand.CommitLotSeed;
import org.tpx.protocol.SealedCommand.SetSealedTerms;
import org.tpx.protocol.SealedCommand.SubmitSealedBid;
import org.tpx.protocol.SealedEvent.BidVoided;
import org.tpx.protocol.SealedEvent.BidsTied;
import org.tpx.protocol.SealedEvent.LotDrawn;
import org.tpx.protocol.SealedEvent.LotSeedCommitted;
import org.tpx.protocol.SealedEvent.OpeningClosed;
import org.tpx.protocol.SealedEvent.SealedBidSubmitted;
import org.tpx.protocol.SealedEvent.SealedTermsSet;
import org.tpx.protocol.TiePolicy;

/**
 * One sealed quote each (section 2.2 C): committed and encrypted while bids are collected, opened by {@link SealedOpening}
 * with the shares of two officers. The best valid bid wins at its own price or at the second ({@link SealedRanking}). Those who
 * tie may quote once more, sealed again; then the earlier bid wins, or the lot ({@link Lot}).
 *
 * <pre>
 *  SCHEDULED --T:start--> COLLECTING --T--> nobody bid: FAILED
 *                                    --T--> UNSEALING(1) -- closed, or T --> none valid: FAILED
 *                                                                       --> one best: DETERMINED
 *                                                                       --> tie: REQUOTE, where the terms give it time
 *  REQUOTE --T--> nobody quoted: as tied
 *          --T--> UNSEALING(2) -- closed, or T --> one best: DETERMINED, else as tied
 *  tied: EARLIEST: DETERMINED    LOT: LOT -- seed revealed --> DETERMINED
 *                                         -- T --> DETERMINED, the earlier one
 * </pre>
 *
 * <p>A bid that is not opened in time is void. So where two officers do not release their shares in time, no bid counts: the
 * auction fails, no amount was ever told, and the listing can be offered again; in the second round the first bids stand. A single
 * valid bid wins where the profile lets a single transferee quote. A lot needs its seed committed before the hours are fixed.
 */
public final class SealedSale implements Sale<SealedAuction> {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final int CLERK = Access.mask(Role.CLERK);

    private final Hall hall;
    private final Table<SealedAuction> auctions = new Table<>(SealedAuction::new);
    private final SaleTerms<SealedTermsSet> terms;
    private final SealedOpening opening;
    private final int closingWork;

    /** Auctions by sealed quotes in this hall. */
    public SealedSale(Hall hall) {
        this.hall = hall;
        SealedTermsSet blank = new SealedTermsSet(0, 0, PriceRule.FIRST_PRICE, TiePolicy.EARLIEST, 0, 0);
        terms = new SaleTerms<>(hall.listings(), AuctionMode.SEALED_ONE_TIME, blank);
        opening = new SealedOpening(hall, this);
        closingWork = hall.foundation().backlog().register(this::closeNext);
    }

    /** What officers do once no more bids are taken. */
    public SealedOpening opening() {
        return opening;
    }

    @Override
    public AuctionMode mode() {
        return AuctionMode.SEALED_ONE_TIME;
    }

    @Override
    public Table<SealedAuction> auctions() {
        return auctions;
    }

    @Override
    public SealedAuction newAuction(Listing listing) {
        return new SealedAuction(listing);
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
    public boolean isReady(Listing listing) {
        boolean lot = terms.get(listing).tiePolicy() != TiePolicy.EARLIEST;
        return !lot || hall.current(listing) instanceof SealedAuction;
    }

    /** Causes SealedTermsSet. */
    public void setTerms(Turn turn, SetSealedTerms command) {
        Listing listing = terms.draft(turn, command.listingId());
        if (listing != null) {
            SealedTermsSet set = new SealedTermsSet(
                    listing.id(),
                    command.replacements(),
                    command.priceRule(),
                    command.tiePolicy(),
                    command.requoteSeconds(),
                    command.openingSeconds());
            terms.put(listing, set);
            turn.emit(set);
        }
    }

    /** Causes LotSeedCommitted: once per attempt, before the hours are fixed. */
    public void commitSeed(Turn turn, CommitLotSeed command) {
        Listing listing = hall.listings().forRole(turn, command.listingId(), CLERK);
        if (listing == null) {
            return;
        }
        boolean due = listing.terms().auctionMode() == mode()
                && listing.state() == ListingState.IN_AUCTION
                && !isReady(listing);
        if (!due) {
            turn.refuse(RejectReason.NOT_ALLOWED, listing.id());
            return;
        }
        hall.open(this, listing).commitSeed(command.commitment());
        turn.emit(new LotSeedCommitted(listing.id(), command.commitment()));
    }

    /** Causes PhaseStarted: bids are collected. */
    @Override
    public void onStart(Turn turn, Listing listing, SealedAuction auction) {
        enter(turn, listing, auction, AuctionPhase.COLLECTING, turn.timeNanos() + auction.firstPeriodNanos());
    }

    /** Causes PhaseStarted of the opening; or what {@link #close} does; or the award, or AuctionFailed. */
    @Override
    public void onPhaseEnd(Turn turn, Listing listing, SealedAuction auction) {
        switch (auction.phase()) {
            case UNSEALING -> close(listing);
            case LOT -> determine(turn, listing, auction, auction.ranking().best());
            default -> unseal(turn, listing, auction);
        }
    }

    /** Causes SealedBidSubmitted. */
    public void submit(Turn turn, SubmitSealedBid command) {
        Bidder<SealedAuction> bidder =
                hall.door().admit(turn, this, collecting(command.listingId()), command.listingId(), command.partyId());
        if (bidder == null) {
            return;
        }
        Listing listing = bidder.listing();
        SealedAuction auction = bidder.auction();
        SealedBid own = auction.bid(command.partyId());
        RejectReason reason = refusalOfBid(listing, auction, own, command.partyId());
        if (reason != null) {
            turn.refuse(reason, listing.id());
            return;
        }
        SealedBidSubmitted submitted = new SealedBidSubmitted(
                listing.id(),
                command.partyId(),
                bidder.intent().bidderNumber(),
                auction.round(),
                own == null ? 0 : own.replacements() + 1,
                command.commitment(),
                command.ciphertext());
        auction.submit(submitted);
        turn.emit(submitted);
    }

    @Override
    public void exchange(Snapshot snapshot) {
        auctions.exchange(snapshot);
        terms.exchange(snapshot);
    }

    /**
     * No more bids are opened: causes BidVoided for each that was not, OpeningClosed, and what follows from the bids that count. Goes
     * on in further turns where the bids are very many.
     */
    void close(Listing listing) {
        hall.foundation().backlog().add(closingWork, listing.id());
    }

    /** Causes BidVoided. */
    void makeVoid(Turn turn, Listing listing, SealedAuction auction, SealedBid bid, RejectReason reason) {
        bid.makeVoid();
        turn.emit(new BidVoided(listing.id(), bid.partyId(), bid.bidderNumber(), auction.round(), reason));
    }

    /** Causes LotDrawn and the award. */
    void draw(Turn turn, Listing listing, SealedAuction auction, String seed) {
        List<Quote> tied = auction.ranking().tied().stream()
                .sorted(Comparator.comparingInt(Quote::bidderNumber))
                .toList();
        Hash256 digest = digest(listing, auction, seed);
        int index = Lot.index(digest, tied.size());
        Quote winner = tied.get(index);
        turn.emit(new LotDrawn(listing.id(), Lot.ROUND, digest, tied.size(), index, winner.partyId()));
        determine(turn, listing, auction, winner);
    }

    /** The least that those who tied may quote: one increment more than they bid. */
    long leastRequoteMinor(Listing listing, SealedAuction auction) {
        long tiedMinor = auction.firstRanking().best().amountMinor();
        return Math.min(Money.MAX_MINOR, tiedMinor + listing.terms().increment().minor());
    }

    private long closeNext(Turn turn, long listingId, long cursor) {
        Listing listing = hall.listings().get(listingId);
        SealedAuction auction = auctions.get(hall.index().required(listing).number());
        List<SealedBid> bids = auction.roundBids();
        if (cursor < bids.size()) {
            SealedBid bid = bids.get((int) cursor);
            if (bid.isSealed()) {
                makeVoid(turn, listing, auction, bid, RejectReason.LATE);
            }
            return cursor + 1;
        }
        int valid = (int) bids.stream().filter(SealedBid::isValid).count();
        turn.emit(new OpeningClosed(listing.id(), auction.round(), valid));
        decide(turn, listing, auction);
        return Backlog.DONE;
    }

    private void unseal(Turn turn, Listing listing, SealedAuction auction) {
        if (auction.roundBids().isEmpty()) {
            decide(turn, listing, auction);
        } else {
            enter(turn, listing, auction, AuctionPhase.UNSEALING, openingEndNanos(turn, listing));
        }
    }

    private void decide(Turn turn, Listing listing, SealedAuction auction) {
        SealedRanking ranking = auction.ranking();
        boolean lonely = ranking.size() == 1 && !hall.rules().of(listing).singleQuoteAllowed();
        if (ranking.isEmpty() || lonely) {
            hall.outcomes().fail(turn, listing, auction);
        } else if (!ranking.isTied()) {
            determine(turn, listing, auction, ranking.best());
        } else if (auction.round() == 1) {
            onTie(turn, listing, auction, ranking);
        } else {
            breakTie(turn, listing, auction);
        }
    }

    private void onTie(Turn turn, Listing listing, SealedAuction auction, SealedRanking ranking) {
        int seconds = terms.get(listing).requoteSeconds();
        Money least = seconds == 0 ? Money.NONE : money(listing, leastRequoteMinor(listing, auction));
        Money amount = money(listing, ranking.best().amountMinor());
        turn.emit(new BidsTied(listing.id(), ranking.tied().size(), amount, least));
        if (seconds == 0) {
            breakTie(turn, listing, auction);
        } else {
            auction.nextRound();
            enter(turn, listing, auction, AuctionPhase.REQUOTE, turn.timeNanos() + seconds * NANOS_PER_SECOND);
        }
    }

    private void breakTie(Turn turn, Listing listing, SealedAuction auction) {
        if (terms.get(listing).tiePolicy() == TiePolicy.EARLIEST) {
            determine(turn, listing, auction, auction.ranking().best());
            return;
        }
        long deadlineNanos = openingEndNanos(turn, listing);
        hall.clock().begin(turn, listing, auction, AuctionPhase.LOT, 0, deadlineNanos);
    }

    private void determine(Turn turn, Listing listing, SealedAuction auction, Quote winner) {
        SealedRanking ranking = auction.ranking();
        Quote next = ranking.next(winner);
        long priceMinor = ranking.price(
                terms.get(listing).priceRule(), winner, listing.price().minor());
        hall.outcomes()
                .determine(
                        turn,
                        listing,
                        auction,
                        winner.partyId(),
                        money(listing, priceMinor),
                        next == null ? 0 : next.partyId(),
                        next == null ? Money.NONE : money(listing, next.amountMinor()));
    }

    private void enter(Turn turn, Listing listing, SealedAuction auction, AuctionPhase phase, long deadlineNanos) {
        hall.clock().begin(turn, listing, auction, phase, auction.round(), deadlineNanos);
    }

    private long openingEndNanos(Turn turn, Listing listing) {
        return turn.timeNanos() + terms.get(listing).openingSeconds() * NANOS_PER_SECOND;
    }

    // The phase in which this auction takes bids next, or took the last ones.
    private AuctionPhase collecting(long listingId) {
        Listing listing = hall.listings().find(listingId);
        Auction auction = listing == null ? null : hall.current(listing);
        boolean again = auction != null && auction.phase() == AuctionPhase.REQUOTE;
        return again ? AuctionPhase.REQUOTE : AuctionPhase.COLLECTING;
    }

    private @Nullable RejectReason refusalOfBid(
            Listing listing, SealedAuction auction, @Nullable SealedBid own, long partyId) {
        boolean again = auction.round() > 1;
        boolean tied = again && auction.firstRanking().tied().stream().anyMatch(quote -> quote.partyId() == partyId);
        if (again && !tied) {
            return RejectReason.NOT_ADMITTED;
        }
        boolean last = own != null && own.replacements() == terms.get(listing).replacements();
        return last ? RejectReason.ALREADY_QUOTED : null;
    }

    private Hash256 digest(Listing listing, SealedAuction auction, String seed) {
        if (terms.get(listing).tiePolicy() == TiePolicy.LOT) {
            return Lot.digest(seed, listing.number());
        }
        List<SealedBid> byCode = auction.bids().stream()
                .sorted(Comparator.comparingInt(SealedBid::bidderNumber))
                .toList();
        return Lot.digest(seed, listing.number(), byCode);
    }

    private static Money money(Listing listing, long minor) {
        return Money.ofMinor(minor, listing.currency());
    }
}
