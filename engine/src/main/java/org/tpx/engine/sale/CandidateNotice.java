package org.tpx.engine.sale;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.member.Access;
import org.tpx.engine.sale.TenderAuction.Bid;
import org.tpx.engine.sale.TenderAuction.Doubt;
import org.tpx.protocol.AuctionPhase;
import org.tpx.protocol.DayKind;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;
import org.tpx.protocol.TenderCommand.AnswerCandidateObjection;
import org.tpx.protocol.TenderCommand.FileCandidateObjection;
import org.tpx.protocol.TenderEvent.CandidateExcluded;
import org.tpx.protocol.TenderEvent.CandidateObjectionAnswered;
import org.tpx.protocol.TenderEvent.CandidateObjectionFiled;

/**
 * Objections against the published candidates. While one waits for its answer, the notice stands still and the clock of the
 * phase is that of the answer; afterwards the notice goes on with what was left of it.
 */
public final class CandidateNotice {

    private static final int CLERK = Access.mask(Role.CLERK);
    private static final int SUPERVISOR = Access.mask(Role.SUPERVISOR);

    private final Hall hall;
    private final TenderCourse course;

    CandidateNotice(Hall hall, TenderCourse course) {
        this.hall = hall;
        this.course = course;
    }

    /** Causes CandidateObjectionFiled. */
    public void file(Turn turn, FileCandidateObjection command) {
        Listing listing = hall.listings().forRole(turn, command.listingId(), CLERK);
        TenderAuction auction = listing == null ? null : inNotice(turn, listing);
        if (listing == null || auction == null) {
            return;
        }
        if (!auction.isDoubted()) {
            auction.keepRemaining(auction.deadlineNanos() - turn.timeNanos());
        }
        int days = auction.terms().objectionDays();
        long dueNanos = hall.rules().endOfPeriod(listing, turn.timeNanos(), days, DayKind.CALENDAR);
        boolean unclocked = !auction.isDoubted() || auction.deadlineNanos() == Auction.NONE;
        auction.doubts().add(new Doubt(dueNanos));
        if (unclocked) {
            hall.clock().enter(listing, auction, AuctionPhase.CANDIDATE_NOTICE, dueNanos);
        }
        turn.emit(new CandidateObjectionFiled(listing.id(), auction.doubts().size(), dueNanos, command.reasons()));
    }

    /** Causes CandidateObjectionAnswered; upheld, CandidateExcluded or the failure; after the last one, PhaseStarted. */
    public void answer(Turn turn, AnswerCandidateObjection command) {
        Listing listing = hall.listings().forRole(turn, command.listingId(), SUPERVISOR);
        if (listing == null) {
            return;
        }
        TenderAuction auction = hall.current(listing) instanceof TenderAuction current ? current : null;
        RejectReason reason = auction == null ? RejectReason.NOT_ALLOWED : refusalOfAnswer(auction, command);
        if (reason != null) {
            turn.refuse(reason, listing.id());
            return;
        }
        auction = inNotice(turn, listing);
        if (auction != null) {
            auction.doubts().get(command.objection() - 1).close();
            turn.emit(new CandidateObjectionAnswered(
                    listing.id(), command.objection(), command.upheld(), command.excludedPartyId(), command.reply()));
            follow(turn, listing, auction, command);
        }
    }

    private void follow(Turn turn, Listing listing, TenderAuction auction, AnswerCandidateObjection command) {
        Bid excluded = auction.bid(command.excludedPartyId());
        if (excluded != null) {
            excluded.nominate(false);
            turn.emit(new CandidateExcluded(listing.id(), excluded.partyId(), excluded.bidderNumber()));
        }
        if ((command.upheld() && excluded == null) || auction.candidates().isEmpty()) {
            course.fail(turn, listing, auction);
        } else if (!auction.isDoubted()) {
            course.resumeNotice(turn, listing, auction);
        }
    }

    private static @Nullable RejectReason refusalOfAnswer(TenderAuction auction, AnswerCandidateObjection command) {
        if (command.objection() > auction.doubts().size()) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        long excludedId = command.excludedPartyId();
        boolean names = excludedId != 0;
        boolean candidate = auction.candidates().stream().anyMatch(bid -> bid.partyId() == excludedId);
        boolean fits = !names || (command.upheld() && candidate);
        boolean open = auction.doubts().get(command.objection() - 1).isOpen();
        return fits && open ? null : RejectReason.NOT_ALLOWED;
    }

    // The auction of a listing whose candidates are published, or null after a refusal.
    private @Nullable TenderAuction inNotice(Turn turn, Listing listing) {
        TenderAuction auction = hall.current(listing) instanceof TenderAuction current ? current : null;
        RejectReason reason = auction == null
                ? RejectReason.NOT_ALLOWED
                : hall.door().refusalOfPhase(turn, listing, auction, AuctionPhase.CANDIDATE_NOTICE);
        if (reason != null) {
            turn.refuse(reason, listing.id());
            return null;
        }
        return auction;
    }
}
