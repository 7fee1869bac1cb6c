package org.tpx.engine.sale;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.sale.SealedRanking.Quote;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.SealedEvent.SealedBidSubmitted;

/** One auction by sealed quotes: the first round, and a second one among those who tied. */
final class SealedAuction extends Auction {

    private static final int SHARES = 2;

    private Hash256 seedCommitment = Hash256.ZERO;
    private int round = 1;
    private long officerId;
    private int shares;
    private long lastOrder;
    private final List<SealedBid> bids = new ArrayList<>();
    private final List<SealedBid> requotes = new ArrayList<>();

    SealedAuction() {}

    SealedAuction(Listing listing) {
        super(listing);
    }

    /** What the seed of the lot is held to; {@link Hash256#ZERO} before it is committed. */
    Hash256 seedCommitment() {
        return seedCommitment;
    }

    void commitSeed(Hash256 commitment) {
        seedCommitment = commitment;
    }

    /** 1, or 2 from the tie on. */
    int round() {
        return round;
    }

    /** Those who tied quote again, under other keys of the officers. */
    void nextRound() {
        round++;
        shares = 0;
        officerId = 0;
    }

    /** How many officers released their share for this round. */
    int shares() {
        return shares;
    }

    /** Whether the bids of this round can be decrypted. */
    boolean isUnlocked() {
        return shares == SHARES;
    }

    /** Whether this officer released a share for this round, the only one so far or the first of both. */
    boolean hasShareOf(long principalId) {
        return shares > 0 && officerId == principalId;
    }

    void release(long principalId) {
        officerId = shares == 0 ? principalId : officerId;
        shares++;
    }

    /** The bids of the first round in the order of the bidders' first ones. */
    List<SealedBid> bids() {
        return bids;
    }

    /** The bids of this round. */
    List<SealedBid> roundBids() {
        return round == 1 ? bids : requotes;
    }

    /** The bid of a party in this round, or null. */
    @Nullable
    SealedBid bid(long partyId) {
        return find(roundBids(), partyId);
    }

    /** Takes a first bid, or one that replaces the bidder's other one. */
    void submit(SealedBidSubmitted submitted) {
        SealedBid own = bid(submitted.partyId());
        if (own == null) {
            roundBids().add(new SealedBid(submitted, ++lastOrder));
        } else {
            own.replace(submitted.commitment(), ++lastOrder);
        }
    }

    /** Whether every bid of this round was opened. */
    boolean isOpened() {
        return roundBids().stream().noneMatch(SealedBid::isSealed);
    }

    /** How the valid bids of the first round stand. */
    SealedRanking firstRanking() {
        return new SealedRanking(bids.stream()
                .filter(SealedBid::isValid)
                .map(SealedAuction::quote)
                .toList());
    }

    /** How the bids stand that count in the end: the second one of a bidder where it is valid, else the first. */
    SealedRanking ranking() {
        return new SealedRanking(bids.stream()
                .filter(SealedBid::isValid)
                .map(bid -> quote(last(bid)))
                .toList());
    }

    @Override
    public void exchange(Snapshot snapshot) {
        super.exchange(snapshot);
        seedCommitment = snapshot.hash(seedCommitment);
        round = snapshot.number(round);
        officerId = snapshot.number(officerId);
        shares = snapshot.number(shares);
        lastOrder = snapshot.number(lastOrder);
        snapshot.parts(bids, SealedBid::new);
        snapshot.parts(requotes, SealedBid::new);
    }

    private SealedBid last(SealedBid first) {
        SealedBid requote = find(requotes, first.partyId());
        return requote != null && requote.isValid() ? requote : first;
    }

    private static Quote quote(SealedBid bid) {
        return new Quote(bid.partyId(), bid.bidderNumber(), bid.amountMinor(), bid.order());
    }

    private static @Nullable SealedBid find(List<SealedBid> bids, long partyId) {
        for (SealedBid bid : bids) {
            if (bid.partyId() == partyId) {
                return bid;
            }
        }
        return null;
    }
}
