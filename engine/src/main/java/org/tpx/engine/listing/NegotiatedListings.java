package org.tpx.engine.listing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Turn;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.BuyerShare;
import org.tpx.protocol.FeeMode;
import org.tpx.protocol.ForfeitPolicy;
import org.tpx.protocol.ListingEvent.ListingDrafted;
import org.tpx.protocol.ListingState;
import org.tpx.protocol.ListingTerms;
import org.tpx.protocol.Money;
import org.tpx.protocol.NegotiationCommand.ProposeNegotiation;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.UnsoldReason;

/**
 * The listing side of a negotiated transfer. Whatever comes after the agreement (deal, money, certificate, title) knows a
 * listing, so a negotiation always has one: the unsold listing that it is about, or one that stands for it alone, is never
 * disclosed, and asks for no deposit.
 */
public final class NegotiatedListings {

    private final Foundation foundation;
    private final Listings listings;
    private final Rules rules;
    private final Applications applications;
    private final Forfeits forfeits;
    private final Endings endings;

    /** The negotiated ones among these listings. */
    public NegotiatedListings(
            Foundation foundation,
            Listings listings,
            Rules rules,
            Applications applications,
            Forfeits forfeits,
            Endings endings) {
        this.foundation = foundation;
        this.listings = listings;
        this.rules = rules;
        this.applications = applications;
        this.forfeits = forfeits;
        this.endings = endings;
    }

    /** Why no listing can stand for this negotiation, or null; of the reasons about its subject the first. */
    public @Nullable RejectReason refusalOfSubject(ProposeNegotiation command) {
        boolean known = foundation.rights().exists(command.rightId())
                && foundation.members().parties().exists(command.terms().transfereeId());
        if (!known) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        if (listings.isCodeTaken(command.code())) {
            return RejectReason.CODE_TAKEN;
        }
        if (!rules.isVarietyApproved(command.profileId(), command.feeScheduleId(), command.calendarId())) {
            return RejectReason.VARIETY_NOT_APPROVED;
        }
        RejectReason title = foundation.rights().mayTransfer(command.rightId(), command.transferorId());
        if (title != null) {
            return title;
        }
        return listings.isRightTaken(command.rightId(), null) ? RejectReason.RIGHT_ALREADY_LISTED : null;
    }

    /** Whether its amounts are in the currency of its profile and fee schedule. */
    public boolean isInCurrency(ProposeNegotiation command) {
        return rules.areInCurrency(
                command.profileId(), command.feeScheduleId(), command.terms().price(), command.appraisal());
    }

    /** Causes ListingDrafted: the listing that stands for a negotiation. */
    public Listing draft(Turn turn, ProposeNegotiation command) {
        Money price = command.terms().price();
        Money nothing = Money.zero(price.currency());
        ListingTerms terms = new ListingTerms(
                price,
                command.appraisal(),
                nothing,
                nothing,
                AuctionMode.NEGOTIATED,
                0,
                0,
                0,
                0,
                0,
                false,
                command.releasePolicy(),
                0,
                ForfeitPolicy.BY_PROFILE,
                command.terms().scope());
        ListingDrafted drafted = new ListingDrafted(
                listings.nextId(),
                command.code(),
                foundation.members().access().memberOf(turn.principalId()),
                command.rightId(),
                command.transferorId(),
                command.profileId(),
                command.feeScheduleId(),
                command.calendarId(),
                terms);
        Listing listing = listings.add(drafted);
        listing.become(ListingState.NEGOTIATING);
        turn.emit(drafted);
        return listing;
    }

    /** Causes ApplicationAccepted where the listing has no number yet: it gets one, profile and fee schedule are pinned. */
    public void accept(Turn turn, Listing listing) {
        if (listing.number().isEmpty()) {
            applications.pin(turn, listing);
            listing.become(ListingState.NEGOTIATING);
        }
    }

    /** The contract is being signed at this price, with one buyer, or with several who share it. */
    public void award(Listing listing, List<BuyerShare> buyers, Money price) {
        listing.award(buyers, price, FeeMode.NEGOTIATED);
    }

    /** The contract was signed: the actual loss of earlier defaults is known. */
    public void settleAfterSale(Turn turn, Listing listing) {
        forfeits.settleAfterSale(turn, listing);
    }

    /** The negotiation came to nothing: causes Unsold, or ListingClosed where there is no listing but for it. */
    public void fail(Turn turn, Listing listing) {
        if (listing.isNegotiated()) {
            listing.clearAward();
            endings.close(turn, listing);
        } else {
            endings.unsold(turn, listing, UnsoldReason.NEGOTIATION_CANCELLED);
        }
    }
}
