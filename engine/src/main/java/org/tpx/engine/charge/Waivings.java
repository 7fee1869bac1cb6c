package org.tpx.engine.charge;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.InvariantBrokenException;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Foundation;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.listing.Listings;
import org.tpx.engine.member.Access;
import org.tpx.engine.rule.FeeSchedules;
import org.tpx.engine.rule.FeeWaivers;
import org.tpx.protocol.ChargeCommand.ProposeFeeWaiver;
import org.tpx.protocol.ChargeCommand.RevokeFeeWaiver;
import org.tpx.protocol.ChargeEvent.FeeWaiverGranted;
import org.tpx.protocol.FeeWaiverRule;
import org.tpx.protocol.ListingState;
import org.tpx.protocol.ProposalKind;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;

/**
 * Lets service fees be waived: a clerk proposes, a supervisor approves and may take back. On which grounds, and how much of whose fee,
 * the fee schedule says; a listing has the version that it was accepted under, everything else the latest.
 */
public final class Waivings {

    private static final int CLERK = Access.mask(Role.CLERK);
    private static final int SUPERVISOR = Access.mask(Role.SUPERVISOR);
    /** Once the contract is signed the two sides rely on what they owe. */
    private static final Set<ListingState> SIGNED = EnumSet.of(ListingState.CONTRACTED, ListingState.COMPLETED);

    private final Foundation foundation;
    private final Listings listings;

    /** Waivers of the fees of these listings. */
    public Waivings(Foundation foundation, Listings listings) {
        this.foundation = foundation;
        this.listings = listings;
    }

    /** Causes ProposalMade. */
    public void propose(Turn turn, ProposeFeeWaiver command) {
        foundation
                .proposals()
                .propose(
                        turn,
                        CLERK,
                        command.proposal(),
                        ProposalKind.FEE_WAIVER,
                        command,
                        obstacle(command),
                        command.listingId());
    }

    /**
     * Why the fees cannot be waived, or null: UNKNOWN_SUBJECT; WAIVER_NOT_OPEN where the schedule does not open the ground; NOT_ALLOWED
     * where neither a listing nor a party with schedule and time is named, or the contract of the listing is signed.
     */
    public @Nullable RejectReason obstacle(ProposeFeeWaiver command) {
        if (!isKnown(command)) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        Listing listing = listings.find(command.listingId());
        boolean whole = listing == null ? isForParty(command) : isForListing(command);
        if (whole && rule(command) == null) {
            return RejectReason.WAIVER_NOT_OPEN;
        }
        boolean signed = listing != null && SIGNED.contains(listing.state());
        return whole && !signed ? null : RejectReason.NOT_ALLOWED;
    }

    /** Two people decided so: causes FeeWaiverGranted. */
    public void grant(Turn turn, ProposeFeeWaiver command) {
        FeeWaiverRule rule = rule(command);
        if (rule == null) {
            throw new InvariantBrokenException("a waiver was approved that no schedule opens");
        }
        FeeWaivers waivers = foundation.feeWaivers();
        waivers.grant(
                turn,
                new FeeWaiverGranted(
                        waivers.nextId(),
                        command.listingId(),
                        command.partyId(),
                        scheduleId(command),
                        command.ground(),
                        rule.sellerBps(),
                        rule.buyerBps(),
                        command.fromNanos(),
                        command.untilNanos()));
    }

    /** Causes FeeWaiverRevoked. */
    public void revoke(Turn turn, RevokeFeeWaiver command) {
        RejectReason reason = refusal(turn, command.waiverId());
        if (reason != null) {
            turn.refuse(reason, command.waiverId());
            return;
        }
        foundation.feeWaivers().revoke(turn, command.waiverId(), command.reason());
    }

    private @Nullable RejectReason refusal(Turn turn, long waiverId) {
        RejectReason reason = foundation.members().access().role(turn, SUPERVISOR);
        if (reason != null) {
            return reason;
        }
        FeeWaivers waivers = foundation.feeWaivers();
        if (!waivers.exists(waiverId)) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        return waivers.isRevoked(waiverId) ? RejectReason.NOT_ALLOWED : null;
    }

    private boolean isKnown(ProposeFeeWaiver command) {
        boolean listing = command.listingId() == 0 || listings.find(command.listingId()) != null;
        boolean party = command.partyId() == 0 || foundation.members().parties().exists(command.partyId());
        boolean schedule =
                command.feeScheduleId() == 0 || foundation.feeSchedules().isLoaded(command.feeScheduleId());
        return listing && party && schedule;
    }

    private static boolean isForListing(ProposeFeeWaiver command) {
        return command.feeScheduleId() == 0 && command.fromNanos() == 0 && command.untilNanos() == 0;
    }

    private static boolean isForParty(ProposeFeeWaiver command) {
        return command.partyId() != 0 && command.feeScheduleId() != 0 && command.fromNanos() < command.untilNanos();
    }

    private long scheduleId(ProposeFeeWaiver command) {
        Listing listing = listings.find(command.listingId());
        return listing == null ? command.feeScheduleId() : listing.feeScheduleId();
    }

    private @Nullable FeeWaiverRule rule(ProposeFeeWaiver command) {
        FeeSchedules schedules = foundation.feeSchedules();
        Listing listing = listings.find(command.listingId());
        long scheduleId = scheduleId(command);
        int pinned = listing == null ? 0 : listing.feeScheduleVersion();
        int version = pinned > 0 ? pinned : schedules.latestVersion(scheduleId);
        return schedules.waiver(scheduleId, version, command.ground());
    }
}
