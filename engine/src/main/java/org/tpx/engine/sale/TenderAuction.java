package org.tpx.engine.sale;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.listing.Listing;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.PriceFormula;
import org.tpx.protocol.TenderEvent.TenderTermsSet;

/** One weighted quotation or tender: what was handed in, the committee, and the objections against its candidates. */
final class TenderAuction extends Auction {

    /** Terms of no listing, which only say what a snapshot holds. */
    static final TenderTermsSet BLANK_TERMS =
            new TenderTermsSet(0, 0, PriceFormula.SHARE_OF_HIGHEST, 0, 0, 0, 0, 0, 0, 0, List.of());

    private TenderTermsSet terms = BLANK_TERMS;
    private boolean scoresSealed;
    private long remainingNanos;
    private long firstOfficerId;
    private long secondOfficerId;
    private final List<Seat> seats = new ArrayList<>();
    private final List<Bid> bids = new ArrayList<>();
    private final List<Doubt> doubts = new ArrayList<>();

    TenderAuction() {}

    TenderAuction(Listing listing, TenderTermsSet terms) {
        super(listing);
        this.terms = terms;
        for (int number = 1; number <= terms.committeeSize(); number++) {
            seats.add(new Seat(number));
        }
    }

    /** What the notice says. */
    TenderTermsSet terms() {
        return terms;
    }

    /** The committee, vacant seats included. */
    List<Seat> seats() {
        return seats;
    }

    /** The seat of an expert, or null; of 0 the first vacant one. */
    @Nullable
    Seat seatOf(long personId) {
        for (Seat seat : seats) {
            if (seat.personId == personId) {
                return seat;
            }
        }
        return null;
    }

    /** Whether the scores of all seats are sealed, so that they may be revealed. */
    boolean areScoresSealed() {
        return scoresSealed;
    }

    /** Whether nothing is left to seal; remembered until a seat becomes vacant. */
    boolean sealScores() {
        scoresSealed = seats.stream().noneMatch(seat -> seat.commitment.isAbsent());
        return scoresSealed;
    }

    /** A seat becomes vacant, and its scores are sealed no more. */
    void vacate(Seat seat) {
        seat.take(0);
        scoresSealed = false;
    }

    /** How many officers released their shares. */
    int shares() {
        return (firstOfficerId == 0 ? 0 : 1) + (secondOfficerId == 0 ? 0 : 1);
    }

    boolean hasShareOf(long officerId) {
        return firstOfficerId == officerId || secondOfficerId == officerId;
    }

    /** Whether two officers released their shares, so that prices may be told. */
    boolean isUnlocked() {
        return secondOfficerId != 0;
    }

    void release(long officerId) {
        if (firstOfficerId == 0) {
            firstOfficerId = officerId;
        } else {
            secondOfficerId = officerId;
        }
    }

    /** In the order in which they came; once they are ranked, the best first. */
    List<Bid> bids() {
        return bids;
    }

    /** Puts those that count first, in this order. */
    void order(List<Bid> ranking) {
        bids.removeAll(ranking);
        bids.addAll(0, ranking);
    }

    @Nullable
    Bid bid(long partyId) {
        for (Bid bid : bids) {
            if (bid.partyId == partyId) {
                return bid;
            }
        }
        return null;
    }

    /** The candidates that are not excluded, the best first. */
    List<Bid> candidates() {
        return bids.stream().filter(bid -> bid.candidate).toList();
    }

    /** Objections in the order in which they came; the first has number 1. */
    List<Doubt> doubts() {
        return doubts;
    }

    /** Whether an objection waits for its answer. */
    boolean isDoubted() {
        return doubts.stream().anyMatch(doubt -> doubt.open);
    }

    /** When the next objection must be answered whose time is not over yet; {@link Auction#NONE} without any. */
    long nextAnswerNanos() {
        return doubts.stream()
                .filter(doubt -> doubt.open && !doubt.overdue)
                .mapToLong(doubt -> doubt.dueNanos)
                .min()
                .orElse(NONE);
    }

    /** What was left of the notice when it began to stand still. */
    long remainingNanos() {
        return remainingNanos;
    }

    void keepRemaining(long nanos) {
        remainingNanos = nanos;
    }

    @Override
    public void exchange(Snapshot snapshot) {
        super.exchange(snapshot);
        terms = snapshot.message(terms);
        scoresSealed = snapshot.flag(scoresSealed);
        remainingNanos = snapshot.number(remainingNanos);
        firstOfficerId = snapshot.number(firstOfficerId);
        secondOfficerId = snapshot.number(secondOfficerId);
        snapshot.parts(seats, () -> new Seat(0));
        snapshot.parts(bids, Bid::new);
        snapshot.parts(doubts, () -> new Doubt(0));
    }

    /** One seat of the committee. */
    static final class Seat implements Snapshot.Part {
        private int number;
        private long personId;
        private Hash256 commitment = Hash256.ZERO;
        private boolean revealed;

        private Seat(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }

        Hash256 commitment() {
            return commitment;
        }

        boolean isRevealed() {
            return revealed;
        }

        void take(long personId) {
            this.personId = personId;
            commitment = Hash256.ZERO;
        }

        void seal(Hash256 commitment) {
            this.commitment = commitment;
        }

        void reveal() {
            revealed = true;
        }

        @Override
        public void exchange(Snapshot snapshot) {
            number = snapshot.number(number);
            personId = snapshot.number(personId);
            commitment = snapshot.hash(commitment);
            revealed = snapshot.flag(revealed);
        }
    }

    /** What one bidder handed in. */
    static final class Bid implements Snapshot.Part {
        private long partyId;
        private int bidderNumber;
        private Hash256 commitment = Hash256.ZERO;
        private long amountMinor;
        private boolean rejected;
        private boolean candidate;
        private final List<Points> points = new ArrayList<>();

        private Bid() {}

        Bid(long partyId, int bidderNumber, Hash256 commitment, int criteria) {
            this.partyId = partyId;
            this.bidderNumber = bidderNumber;
            this.commitment = commitment;
            for (int i = 0; i < criteria; i++) {
                points.add(new Points());
            }
        }

        long partyId() {
            return partyId;
        }

        int bidderNumber() {
            return bidderNumber;
        }

        Hash256 commitment() {
            return commitment;
        }

        /** Its price; 0 before it is opened. */
        long amountMinor() {
            return amountMinor;
        }

        boolean isOpened() {
            return amountMinor > 0;
        }

        void open(long amountMinor) {
            this.amountMinor = amountMinor;
        }

        /** Whether it counts. */
        boolean isValid() {
            return isOpened() && !rejected;
        }

        void reject() {
            rejected = true;
        }

        void nominate(boolean candidate) {
            this.candidate = candidate;
        }

        /** Points by a criterion, 1 for the first, summed over the seats that were revealed. */
        int points(int criterion) {
            return points.get(criterion - 1).sum;
        }

        void add(int criterion, int more) {
            points.get(criterion - 1).sum += more;
        }

        @Override
        public void exchange(Snapshot snapshot) {
            partyId = snapshot.number(partyId);
            bidderNumber = snapshot.number(bidderNumber);
            commitment = snapshot.hash(commitment);
            amountMinor = snapshot.number(amountMinor);
            rejected = snapshot.flag(rejected);
            candidate = snapshot.flag(candidate);
            snapshot.parts(points, Points::new);
        }
    }

    private static final class Points implements Snapshot.Part {
        private int sum;

        @Override
        public void exchange(Snapshot snapshot) {
            sum = snapshot.number(sum);
        }
    }

    /** One objection. */
    static final class Doubt implements Snapshot.Part {
        private long dueNanos;
        private boolean open = true;
        private boolean overdue;

        Doubt(long dueNanos) {
            this.dueNanos = dueNanos;
        }

        boolean isOpen() {
            return open;
        }

        void close() {
            open = false;
        }

        /** Whether its time to be answered is over by then, which was not told before; it is from now on. */
        boolean passes(long nanos) {
            boolean passes = open && !overdue && dueNanos <= nanos;
            overdue |= passes;
            return passes;
        }

        @Override
        public void exchange(Snapshot snapshot) {
            dueNanos = snapshot.number(dueNanos);
            open = snapshot.flag(open);
            overdue = snapshot.flag(overdue);
        }
    }
}
