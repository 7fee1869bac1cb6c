package org.tpx.engine.offer;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Foundation;
import org.tpx.engine.listing.Listings;
import org.tpx.engine.member.Access;
import org.tpx.engine.right.Licences;
import org.tpx.protocol.MandateScope;
import org.tpx.protocol.OfferCommand.PublishOffer;
import org.tpx.protocol.OfferCommand.RefuseOffer;
import org.tpx.protocol.OfferCommand.SubmitOffer;
import org.tpx.protocol.OfferCommand.WithdrawOffer;
import org.tpx.protocol.OfferEvent.OfferEnded;
import org.tpx.protocol.OfferEvent.OfferPublished;
import org.tpx.protocol.OfferEvent.OfferRefused;
import org.tpx.protocol.OfferEvent.OfferSubmitted;
import org.tpx.protocol.OfferEvent.OfferWithdrawn;
import org.tpx.protocol.OfferKind;
import org.tpx.protocol.OfferTerms;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;
import org.tpx.protocol.TimerKind;

/** How an offer comes to stand, and how it ends: by its owner's will, a supervisor's order, or its time. */
public final class Publications {

    private static final int CLERK = Access.mask(Role.CLERK);
    private static final int AGENT_OR_SUPERVISOR = Access.mask(Role.AGENT, Role.SUPERVISOR);

    private final Foundation foundation;
    private final Listings listings;
    private final OfferRegister register;
    private final OfferRules rules;

    Publications(Foundation foundation, Listings listings, OfferRegister register) {
        this.foundation = foundation;
        this.listings = listings;
        this.register = register;
        rules = new OfferRules(foundation, register);
    }

    /** Causes OfferSubmitted. */
    public void submit(Turn turn, SubmitOffer command) {
        RejectReason reason = foundation.members().access().agent(turn, command.ownerId(), MandateScope.SELL, true);
        if (reason == null) {
            reason = refusalOfSubmission(turn, command);
        }
        if (reason != null) {
            turn.refuse(reason, 0);
            return;
        }
        OfferSubmitted submitted = new OfferSubmitted(
                register.nextOfferId(),
                command.code(),
                foundation.members().access().memberOf(turn.principalId()),
                command.rightId(),
                command.ownerId(),
                command.plateId(),
                command.profileId(),
                command.feeScheduleId(),
                command.calendarId(),
                rules.exceedsGuide(command),
                command.terms());
        register.add(submitted);
        turn.emit(submitted);
    }

    /** Causes OfferPublished; the right is on offer from now on. */
    public void publish(Turn turn, PublishOffer command) {
        Offer offer = forClerk(turn, command.offerId());
        if (offer == null) {
            return;
        }
        OfferSubmitted submitted = offer.submitted();
        long endNanos = rules.endNanos(submitted.terms(), submitted.plateId());
        RejectReason reason = refusalOfRight(submitted.rightId(), submitted.ownerId(), offer.isOpenLicence(), offer);
        if (reason == null && offer.state() != Offer.State.SUBMITTED) {
            reason = RejectReason.NOT_ALLOWED;
        }
        if (reason == null && isPast(turn, endNanos)) {
            reason = RejectReason.LATE;
        }
        if (reason != null) {
            turn.refuse(reason, offer.id());
            return;
        }
        offer.publish(
                foundation.profiles().latestVersion(submitted.profileId()),
                foundation.feeSchedules().latestVersion(submitted.feeScheduleId()),
                endNanos == 0 ? 0 : foundation.timers().set(TimerKind.OFFER_END, 0, offer.id(), endNanos));
        licences().offer(submitted.rightId(), submitted.ownerId());
        turn.emit(new OfferPublished(offer.id(), offer.profileVersion(), offer.feeScheduleVersion(), endNanos));
    }

    /** Causes OfferRefused. */
    public void refuse(Turn turn, RefuseOffer command) {
        Offer offer = forClerk(turn, command.offerId());
        if (offer == null) {
            return;
        }
        if (offer.state() != Offer.State.SUBMITTED) {
            turn.refuse(RejectReason.NOT_ALLOWED, offer.id());
            return;
        }
        offer.become(Offer.State.REFUSED);
        turn.emit(new OfferRefused(offer.id(), command.reason()));
    }

    /** Causes OfferWithdrawn. What was taken up stands, whether it is paid or not (Patent Law Art. 50). */
    public void withdraw(Turn turn, WithdrawOffer command) {
        Offer offer = register.offer(command.offerId());
        RejectReason reason = mayWithdraw(turn, offer);
        if (reason != null || offer == null) {
            turn.refuse(reason == null ? RejectReason.UNKNOWN_SUBJECT : reason, command.offerId());
            return;
        }
        foundation.timers().cancel(offer.endTimerId());
        end(offer, Offer.State.WITHDRAWN);
        turn.emit(new OfferWithdrawn(offer.id(), command.reason()));
    }

    /** T:offer end: causes OfferEnded. */
    public void onEnd(Turn turn, long offerId) {
        Offer offer = register.requireOffer(offerId);
        end(offer, Offer.State.ENDED);
        turn.emit(new OfferEnded(offer.id()));
    }

    private void end(Offer offer, Offer.State last) {
        if (offer.state() == Offer.State.OPEN) {
            licences().endOffer(offer.submitted().rightId(), offer.submitted().ownerId());
        }
        offer.become(last);
    }

    private Licences licences() {
        return foundation.rights().licences();
    }

    private @Nullable Offer forClerk(Turn turn, long offerId) {
        RejectReason reason = foundation.members().access().role(turn, CLERK);
        Offer offer = register.offer(offerId);
        if (reason == null && offer == null) {
            reason = RejectReason.UNKNOWN_SUBJECT;
        }
        if (reason != null) {
            turn.refuse(reason, offerId);
            return null;
        }
        return offer;
    }

    private @Nullable RejectReason mayWithdraw(Turn turn, @Nullable Offer offer) {
        Access access = foundation.members().access();
        RejectReason reason = access.role(turn, AGENT_OR_SUPERVISOR);
        if (reason == null && access.roleOf(turn.principalId()) == Role.AGENT) {
            long ownerId = offer == null ? 0 : offer.submitted().ownerId();
            reason = access.agent(turn, ownerId, MandateScope.SELL, false);
        }
        if (reason != null) {
            return reason;
        }
        if (offer == null) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        return offer.isLive() ? null : RejectReason.NOT_ALLOWED;
    }

    private @Nullable RejectReason refusalOfSubmission(Turn turn, SubmitOffer command) {
        boolean plateKnown = command.plateId() == 0 || register.plate(command.plateId()) != null;
        if (!foundation.rights().exists(command.rightId()) || !plateKnown) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        if (register.isOfferCodeTaken(command.code())) {
            return RejectReason.CODE_TAKEN;
        }
        if (!rules.areApproved(command)) {
            return RejectReason.VARIETY_NOT_APPROVED;
        }
        OfferTerms terms = command.terms();
        boolean open = terms.offerKind() == OfferKind.OPEN_LICENCE;
        RejectReason reason = refusalOfRight(command.rightId(), command.ownerId(), open, null);
        if (reason == null) {
            reason = rules.refusalOfForm(command);
        }
        if (reason == null && isPast(turn, rules.endNanos(terms, command.plateId()))) {
            reason = RejectReason.LATE;
        }
        return reason == null ? rules.refusalOfPrice(command) : reason;
    }

    private @Nullable RejectReason refusalOfRight(long rightId, long ownerId, boolean open, @Nullable Offer offer) {
        RejectReason reason = licences().mayOffer(rightId, ownerId, open);
        if (reason == null && licences().exclusiveLicences(rightId).stream().anyMatch(listings::isRightTaken)) {
            reason = RejectReason.EXCLUSIVELY_LICENSED;
        }
        if (reason == null && open && register.isOpenlyLicensed(rightId, offer)) {
            reason = RejectReason.RIGHT_ALREADY_LISTED;
        }
        return reason;
    }

    private static boolean isPast(Turn turn, long endNanos) {
        return endNanos != 0 && endNanos <= turn.timeNanos();
    }
}
