package org.tpx.engine.negotiation;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Timer;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Foundation;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.listing.Listings;
import org.tpx.engine.listing.Rules;
import org.tpx.engine.member.Access;
import org.tpx.protocol.BasisRule;
import org.tpx.protocol.CancellationGround;
import org.tpx.protocol.NegotiationCommand;
import org.tpx.protocol.NegotiationEvent;
import org.tpx.protocol.ObjectionOutcome;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.RelatedParty;
import org.tpx.protocol.Role;
import org.tpx.protocol.TimerKind;

/** The public notice of a negotiation, the objections that it brings, and the time to sign that follows. */
public final class PublicNotices {

    private static final int CLERK = Access.mask(Role.CLERK);
    private static final int SUPERVISOR = Access.mask(Role.SUPERVISOR);
    private static final Set<NegotiationState> NOTICE_READY = EnumSet.of(NegotiationState.NOTICE_READY);
    private static final Set<NegotiationState> WITHOUT_NOTICE =
            EnumSet.of(NegotiationState.PROPOSED, NegotiationState.NOTICE_READY, NegotiationState.RENEGOTIATE);
    private static final Set<NegotiationState> IN_NOTICE =
            EnumSet.of(NegotiationState.IN_NOTICE, NegotiationState.OBJECTED);

    private final Foundation foundation;
    private final Listings listings;
    private final Rules rules;
    private final NegotiationCases cases;

    /** Notices of these negotiations. */
    public PublicNotices(Foundation foundation, Listings listings, Rules rules, NegotiationCases cases) {
        this.foundation = foundation;
        this.listings = listings;
        this.rules = rules;
        this.cases = cases;
    }

    /** Causes NoticePosted; where the rules ask for no notice and it states no days, NoticeEnded and SigningOpened as well. */
    public void post(Turn turn, NegotiationCommand.PostNotice command) {
        Listing listing = listings.forRole(turn, command.listingId(), CLERK);
        if (listing == null) {
            return;
        }
        RejectReason reason = foundation.rights().mayTransfer(listing.rightId(), listing.transferorId());
        if (reason == null) {
            reason = refusalOfNotice(listing, command);
        }
        if (reason != null) {
            turn.refuse(reason, listing.id());
            return;
        }
        post(turn, listing, cases.get(listing), command);
    }

    /** T:noticeEnd: causes NoticeEnded, and SigningOpened where no objection is open. */
    public void onNoticeEnd(Turn turn, Listing listing) {
        listing.timers().id(TimerKind.NOTICE_END, 0);
        end(turn, listing);
    }

    /** Causes ObjectionFiled; nothing may be signed until it is answered. */
    public void fileObjection(Turn turn, NegotiationCommand.FileObjection command) {
        Listing listing = listings.forRole(turn, command.listingId(), CLERK);
        if (listing == null) {
            return;
        }
        RejectReason reason = refusalOfObjection(listing);
        if (reason != null) {
            turn.refuse(reason, listing.id());
            return;
        }
        long timerId = rules.startPartyDays(
                listing,
                TimerKind.OBJECTION,
                0,
                turn.timeNanos(),
                rules.of(listing).objectionDays());
        Objection objection = cases.objections().add(listing, timerId);
        cases.get(listing).become(NegotiationState.OBJECTED);
        turn.emit(new NegotiationEvent.ObjectionFiled(
                objection.id(), listing.id(), foundation.timers().deadlineNanos(timerId), command.reasons()));
    }

    /** Causes ObjectionRejected, and SigningOpened where it was the last one and the notice is over. */
    public void rejectObjection(Turn turn, NegotiationCommand.RejectObjection command) {
        Objection objection = open(turn, command.objectionId());
        if (objection != null) {
            Listing listing = listings.get(objection.listingId());
            cases.objections().close(objection);
            turn.emit(new NegotiationEvent.ObjectionRejected(objection.id(), listing.id()));
            cases.openSigning(turn, listing);
        }
    }

    /** Causes ObjectionUpheld: the notice is off, and the terms are renegotiated, or NegotiationCancelled follows. */
    public void upholdObjection(Turn turn, NegotiationCommand.UpholdObjection command) {
        Objection objection = open(turn, command.objectionId());
        if (objection == null) {
            return;
        }
        Listing listing = listings.get(objection.listingId());
        turn.emit(new NegotiationEvent.ObjectionUpheld(
                objection.id(), listing.id(), command.outcome(), command.reason()));
        if (command.outcome() == ObjectionOutcome.CANCEL) {
            cases.cancel(turn, listing, CancellationGround.OBJECTION_UPHELD, "");
        } else {
            cases.clear(listing);
            cases.get(listing).become(NegotiationState.RENEGOTIATE);
        }
    }

    /** The time to answer an objection passed: causes ObjectionOverdue, nothing else. */
    public void onObjection(Turn turn, Listing listing, Timer timer) {
        Objection objection = cases.objections().of(timer);
        if (objection != null) {
            turn.emit(new NegotiationEvent.ObjectionOverdue(objection.id(), listing.id()));
        }
    }

    /** The holders of rights of first refusal have had their days: causes RofrWaived, and TermsChanged where one took the terms. */
    public void onRofrInquiry(Turn turn, Listing listing) {
        listing.timers().id(TimerKind.ROFR_INQUIRY, 0);
        cases.holders().end(turn, listing);
    }

    /** The time to sign passed: causes NegotiationCancelled. */
    public void onSigningWindow(Turn turn, Listing listing) {
        listing.timers().id(TimerKind.SIGNING_WINDOW, 0);
        cases.cancel(turn, listing, CancellationGround.NOT_SIGNED, "");
    }

    private void post(Turn turn, Listing listing, NegotiationCase negotiation, NegotiationCommand.PostNotice command) {
        BasisRule rule = cases.requireRule(listing);
        int days = days(rule, command);
        negotiation.post();
        long endNanos = days == 0
                ? turn.timeNanos()
                : rules.startPeriod(turn, listing, TimerKind.NOTICE_END, days, rule.noticeDayKind());
        turn.emit(new NegotiationEvent.NoticePosted(
                listing.id(),
                negotiation.transfereeId(),
                negotiation.price(),
                command.relatedParty(),
                endNanos,
                negotiation.scope(),
                command.inventors(),
                command.paymentForm(),
                command.objectionsTo()));
        foundation.members().commissions().disclose(turn, listing.id(), listing.transferorId(), listing.memberId());
        if (days == 0) {
            end(turn, listing);
        }
    }

    private void end(Turn turn, Listing listing) {
        cases.get(listing).endNotice();
        int open = cases.objections().open(listing);
        turn.emit(new NegotiationEvent.NoticeEnded(listing.id(), open));
        cases.openSigning(turn, listing);
    }

    private @Nullable RejectReason refusalOfNotice(Listing listing, NegotiationCommand.PostNotice command) {
        BasisRule rule = cases.rule(listing);
        if (rule == null) {
            return RejectReason.NOT_ALLOWED;
        }
        if (days(rule, command) < rule.noticeDays()) {
            return RejectReason.PERIOD_TOO_SHORT;
        }
        if (command.relatedParty() == RelatedParty.RELATED && !rule.relatedPartyAllowed()) {
            return RejectReason.RELATED_PARTY;
        }
        if (!isComplete(command)) {
            return RejectReason.NOTICE_INCOMPLETE;
        }
        return cases.isIn(listing, NOTICE_READY) ? null : RejectReason.NOT_ALLOWED;
    }

    private @Nullable RejectReason refusalOfObjection(Listing listing) {
        NegotiationCase negotiation = cases.find(listing);
        if (negotiation == null || WITHOUT_NOTICE.contains(negotiation.state())) {
            return RejectReason.NOT_ALLOWED;
        }
        boolean stands = IN_NOTICE.contains(negotiation.state()) && !negotiation.isNoticeOver();
        return stands ? null : RejectReason.LATE;
    }

    private @Nullable Objection open(Turn turn, long objectionId) {
        RejectReason reason = foundation.members().access().role(turn, SUPERVISOR);
        Objection objection = cases.objections().find(objectionId);
        if (reason == null && objection == null) {
            reason = RejectReason.UNKNOWN_SUBJECT;
        }
        if (reason == null && objection != null && !objection.isOpen()) {
            reason = RejectReason.NOT_ALLOWED;
        }
        if (reason != null) {
            turn.refuse(reason, objectionId);
            return null;
        }
        return objection;
    }

    private static int days(BasisRule rule, NegotiationCommand.PostNotice command) {
        return command.noticeDays() == 0 ? rule.noticeDays() : command.noticeDays();
    }

    private static boolean isComplete(NegotiationCommand.PostNotice command) {
        return command.relatedParty() != RelatedParty.NOT_STATED
                && !command.inventors().isBlank()
                && !command.paymentForm().isBlank()
                && !command.objectionsTo().isBlank();
    }
}
