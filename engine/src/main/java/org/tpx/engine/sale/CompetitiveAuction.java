package org.tpx.engine.sale;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.listing.Listing;

/** One competitive negotiation: the last offer of each bidder, and the round that runs. */
final class CompetitiveAuction extends Auction {

    // The best first: the higher amount, of equal ones the earlier.
    private static final Comparator<Seat> BEST_FIRST =
            Comparator.comparingLong((Seat seat) -> -seat.amountMinor).thenComparingLong(seat -> seat.order);

    private int round;
    private boolean closed;
    private long lastOrder;
    private final List<Seat> seats = new ArrayList<>();

    CompetitiveAuction() {}

    CompetitiveAuction(Listing listing) {
        super(listing);
    }

    /** The round that runs, 1 for the first; final offers count as one more. */
    int round() {
        return round;
    }

    void nextRound() {
        round++;
    }

    /** Whether the transferor closed the rounds. */
    boolean isClosed() {
        return closed;
    }

    void close() {
        closed = true;
    }

    /** Whoever offered in the first round, in the order of those offers. */
    List<Seat> seats() {
        return seats;
    }

    /** The seat of a bidder, or null where it made no offer. */
    @Nullable
    Seat seat(long partyId) {
        for (Seat seat : seats) {
            if (seat.partyId == partyId) {
                return seat;
            }
        }
        return null;
    }

    /** An offer in the round that runs. */
    void offer(long partyId, long amountMinor) {
        Seat seat = seat(partyId);
        if (seat == null) {
            seat = new Seat();
            seat.partyId = partyId;
            seats.add(seat);
        }
        seat.amountMinor = amountMinor;
        seat.round = round;
        seat.order = ++lastOrder;
    }

    /** All seats, the best first. */
    List<Seat> ranking() {
        return seats.stream().sorted(BEST_FIRST).toList();
    }

    @Override
    public void exchange(Snapshot snapshot) {
        super.exchange(snapshot);
        round = snapshot.number(round);
        closed = snapshot.flag(closed);
        lastOrder = snapshot.number(lastOrder);
        snapshot.parts(seats, Seat::new);
    }

    /** The last offer of one bidder, its round, and when that was, counted over all offers. */
    static final class Seat implements Snapshot.Part {
        private long partyId;
        private long amountMinor;
        private int round;
        private long order;

        private Seat() {}

        long partyId() {
            return partyId;
        }

        long amountMinor() {
            return amountMinor;
        }

        int round() {
            return round;
        }

        @Override
        public void exchange(Snapshot snapshot) {
            partyId = snapshot.number(partyId);
            amountMinor = snapshot.number(amountMinor);
            round = snapshot.number(round);
            order = snapshot.number(order);
        }
    }
}
