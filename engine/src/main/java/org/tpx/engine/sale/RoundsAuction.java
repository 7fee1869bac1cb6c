package org.tpx.engine.sale;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.listing.Listing;

/** One auction in rounds: what each bidder bids, and whose turn it is. */
final class RoundsAuction extends Auction {

    // The best first: the higher amount, of equal ones the earlier.
    private static final Comparator<Seat> BEST_FIRST =
            Comparator.comparingLong((Seat seat) -> -seat.amountMinor).thenComparingLong(seat -> seat.order);

    private int round;
    private int turn;
    private long lastOrder;
    private final List<Seat> seats = new ArrayList<>();

    RoundsAuction() {}

    RoundsAuction(Listing listing) {
        super(listing);
    }

    /** The round that runs, or before which there is a pause; 0 before the first. */
    int round() {
        return round;
    }

    /** In the order of the initial bids until the first round starts, then in the order of the turns. */
    List<Seat> seats() {
        return seats;
    }

    /** The seat of a bidder, or null where it made no initial bid. */
    @Nullable
    Seat seat(long partyId) {
        for (Seat seat : seats) {
            if (seat.partyId == partyId) {
                return seat;
            }
        }
        return null;
    }

    /** Whose turn it is. */
    Seat atTurn() {
        return seats.get(turn);
    }

    void sit(long partyId, long amountMinor) {
        Seat seat = new Seat();
        seat.partyId = partyId;
        seats.add(seat);
        raise(seat, amountMinor);
    }

    void raise(Seat seat, long toMinor) {
        seat.amountMinor = toMinor;
        seat.order = ++lastOrder;
    }

    void nextRound() {
        round++;
    }

    /** The lowest bid gets the first turn, of equal ones the later. */
    void order() {
        seats.sort(BEST_FIRST.reversed());
        turn = 0;
    }

    /** Whether a turn of the round is left; it is that of the next seat then. */
    boolean passTurn() {
        turn++;
        return turn < seats.size();
    }

    /** All seats, the best first. */
    List<Seat> ranking() {
        return seats.stream().sorted(BEST_FIRST).toList();
    }

    @Override
    public void exchange(Snapshot snapshot) {
        super.exchange(snapshot);
        round = snapshot.number(round);
        turn = snapshot.number(turn);
        lastOrder = snapshot.number(lastOrder);
        snapshot.parts(seats, Seat::new);
    }

    /** What one bidder bids, and when that was, counted over all bids of the auction. */
    static final class Seat implements Snapshot.Part {
        private long partyId;
        private long amountMinor;
        private long order;

        private Seat() {}

        long partyId() {
            return partyId;
        }

        long amountMinor() {
            return amountMinor;
        }

        @Override
        public void exchange(Snapshot snapshot) {
            partyId = snapshot.number(partyId);
            amountMinor = snapshot.number(amountMinor);
            order = snapshot.number(order);
        }
    }
}
