package org.tpx.engine.sale;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.member.Access;
import org.tpx.engine.member.Members;
import org.tpx.engine.sale.TenderAuction.Bid;
import org.tpx.engine.sale.TenderAuction.Seat;
import org.tpx.protocol.AuctionPhase;
import org.tpx.protocol.Commitment;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.MandateScope;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;
import org.tpx.protocol.Score;
import org.tpx.protocol.TenderCommand.AppointCommitteeMember;
import org.tpx.protocol.TenderCommand.DismissCommitteeMember;
import org.tpx.protocol.TenderCommand.RevealScores;
import org.tpx.protocol.TenderCommand.SealScores;
import org.tpx.protocol.TenderEvent.CommitteeMemberAppointed;
import org.tpx.protocol.TenderEvent.CommitteeMemberDismissed;
import org.tpx.protocol.TenderEvent.ScoresCommitted;
import org.tpx.protocol.TenderEvent.ScoresRevealed;
import org.tpx.protocol.TenderEvent.ScoresSealed;

/**
 * The committee of a weighted quotation or a tender. It is appointed once the bidders are known, so that an expert of a bidder's
 * member is kept away, and scores before any price is open: first every seat seals its scores, then every seat reveals them. Who
 * does not is replaced.
 */
public final class TenderCommittee {

    /** As many scores as one seat can reveal in one command. */
    static final int MOST_SCORES = 5_000;

    private static final int CLERK = Access.mask(Role.CLERK);
    private static final int EXPERT = Access.mask(Role.EXPERT);
    private static final int FULL_POINTS = 100;

    private final Hall hall;
    private final TenderCourse course;

    TenderCommittee(Hall hall, TenderCourse course) {
        this.hall = hall;
        this.course = course;
    }

    /** Causes CommitteeMemberAppointed. */
    public void appoint(Turn turn, AppointCommitteeMember command) {
        Listing listing = hall.listings().forRole(turn, command.listingId(), CLERK);
        if (listing == null) {
            return;
        }
        TenderAuction auction = tender(listing);
        Seat seat = auction == null ? null : auction.seatOf(0);
        RejectReason reason = refusalOfExpert(turn, listing, command);
        if (reason == null && (auction == null || seat == null || auction.seatOf(command.personId()) != null)) {
            reason = RejectReason.NOT_ALLOWED;
        }
        if (reason == null) {
            reason = hall.door().refusalAfter(turn, listing, auction, AuctionPhase.NONPRICE_SCORING);
        }
        if (reason != null) {
            turn.refuse(reason, listing.id());
            return;
        }
        Objects.requireNonNull(seat).take(command.personId());
        turn.emit(new CommitteeMemberAppointed(listing.id(), command.personId(), seat.number()));
    }

    /** Causes CommitteeMemberDismissed; whoever gets the seat seals anew. */
    public void dismiss(Turn turn, DismissCommitteeMember command) {
        Listing listing = hall.listings().forRole(turn, command.listingId(), CLERK);
        if (listing == null) {
            return;
        }
        TenderAuction auction = tender(listing);
        Seat seat = auction == null || command.personId() == 0 ? null : auction.seatOf(command.personId());
        RejectReason reason = null;
        if (auction == null || (seat != null && seat.isRevealed())) {
            reason = RejectReason.NOT_ALLOWED;
        } else if (seat == null) {
            reason = RejectReason.UNKNOWN_SUBJECT;
        }
        if (reason == null) {
            reason = hall.door().refusalAfter(turn, listing, auction, AuctionPhase.NONPRICE_SCORING);
        }
        if (reason != null) {
            turn.refuse(reason, listing.id());
            return;
        }
        Objects.requireNonNull(auction).vacate(Objects.requireNonNull(seat));
        turn.emit(new CommitteeMemberDismissed(listing.id(), command.personId(), seat.number(), command.reason()));
    }

    /** Causes ScoresCommitted, and ScoresSealed with the last seat. */
    public void seal(Turn turn, SealScores command) {
        Listing listing = hall.listings().forRole(turn, command.listingId(), EXPERT);
        TenderAuction auction = listing == null ? null : scoring(turn, listing);
        if (listing == null || auction == null) {
            return;
        }
        Seat seat = auction.seatOf(turn.principalId());
        if (seat == null || !seat.commitment().isAbsent()) {
            turn.refuse(seat == null ? RejectReason.NOT_ON_COMMITTEE : RejectReason.NOT_ALLOWED, listing.id());
            return;
        }
        seat.seal(command.commitment());
        turn.emit(new ScoresCommitted(listing.id(), turn.principalId(), seat.number(), command.commitment()));
        if (auction.sealScores()) {
            turn.emit(new ScoresSealed(listing.id(), auction.seats().size()));
        }
    }

    /** Causes ScoresRevealed, and PhaseStarted with the last seat: prices are opened. */
    public void reveal(Turn turn, RevealScores command) {
        Listing listing = hall.listings().forRole(turn, command.listingId(), EXPERT);
        TenderAuction auction = listing == null ? null : scoring(turn, listing);
        if (listing == null || auction == null) {
            return;
        }
        Seat seat = auction.seatOf(turn.principalId());
        RejectReason reason =
                seat == null ? RejectReason.NOT_ON_COMMITTEE : refusalOfScores(listing, auction, seat, command);
        if (reason != null) {
            turn.refuse(reason, listing.id());
            return;
        }
        count(auction, Objects.requireNonNull(seat), command.scores());
        turn.emit(new ScoresRevealed(listing.id(), turn.principalId(), seat.number(), command.scores()));
        if (auction.seats().stream().allMatch(Seat::isRevealed)) {
            course.openPrices(turn, listing, auction);
        }
    }

    private static void count(TenderAuction auction, Seat seat, List<Score> scores) {
        seat.reveal();
        int criteria = auction.terms().criteria().size();
        List<Bid> bids = byNumber(auction);
        for (int i = 0; i < scores.size(); i++) {
            bids.get(i / criteria).add(scores.get(i).criterion(), scores.get(i).points());
        }
    }

    private static @Nullable RejectReason refusalOfScores(
            Listing listing, TenderAuction auction, Seat seat, RevealScores command) {
        if (!auction.areScoresSealed() || seat.isRevealed()) {
            return RejectReason.NOT_ALLOWED;
        }
        if (!isComplete(auction, command.scores())) {
            return RejectReason.SCORES_INCOMPLETE;
        }
        String scores = command.scores().stream()
                .map(score -> score.bidderNumber() + "/" + score.criterion() + ":" + score.points())
                .collect(Collectors.joining(","));
        boolean told = seat.commitment().equals(commitment(command.nonce(), seat, listing, scores));
        return told && Commitment.isNonce(command.nonce()) ? null : RejectReason.BAD_COMMITMENT;
    }

    private static Hash256 commitment(String nonce, Seat seat, Listing listing, String scores) {
        String parts = "|seat=" + seat.number() + "|listing=" + listing.number() + "|scores=" + scores;
        return Commitment.of("nonce=" + nonce + parts);
    }

    private static boolean isComplete(TenderAuction auction, List<Score> scores) {
        int criteria = auction.terms().criteria().size();
        List<Bid> bids = byNumber(auction);
        boolean complete = scores.size() == bids.size() * criteria;
        for (int i = 0; complete && i < scores.size(); i++) {
            Score score = scores.get(i);
            complete = score.bidderNumber() == bids.get(i / criteria).bidderNumber()
                    && score.criterion() == i % criteria + 1
                    && score.points() >= 0
                    && score.points() <= FULL_POINTS;
        }
        return complete;
    }

    private static List<Bid> byNumber(TenderAuction auction) {
        return auction.bids().stream()
                .sorted(Comparator.comparingInt(Bid::bidderNumber))
                .toList();
    }

    // The auction of a listing that is being scored, or null after a refusal.
    private @Nullable TenderAuction scoring(Turn turn, Listing listing) {
        TenderAuction auction = tender(listing);
        RejectReason reason = auction == null
                ? RejectReason.NOT_ALLOWED
                : hall.door().refusalOfPhase(turn, listing, auction, AuctionPhase.NONPRICE_SCORING);
        if (reason != null) {
            turn.refuse(reason, listing.id());
            return null;
        }
        return auction;
    }

    private @Nullable TenderAuction tender(Listing listing) {
        return hall.current(listing) instanceof TenderAuction auction ? auction : null;
    }

    private @Nullable RejectReason refusalOfExpert(Turn turn, Listing listing, AppointCommitteeMember command) {
        Members members = hall.foundation().members();
        Role role = members.access().roleOf(command.personId());
        if (role == null || role == Role.NODE) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        long memberId = members.access().memberOf(command.personId());
        if (command.declaration().isAbsent() || (memberId != 0 && isPartial(turn, listing, memberId))) {
            return RejectReason.CONFLICT_OF_INTEREST;
        }
        return role == Role.EXPERT ? null : RejectReason.NOT_ALLOWED;
    }

    // Whether the member acts for the transferor or for any bidder.
    private boolean isPartial(Turn turn, Listing listing, long memberId) {
        Members members = hall.foundation().members();
        long now = turn.timeNanos();
        return members.mandates().covers(listing.transferorId(), memberId, MandateScope.SELL, now)
                || listing.intents().stream()
                        .anyMatch(intent -> intent.memberId() == memberId
                                || members.mandates().covers(intent.partyId(), memberId, MandateScope.BUY, now));
    }
}
