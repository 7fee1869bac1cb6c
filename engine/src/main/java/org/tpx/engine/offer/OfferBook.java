package org.tpx.engine.offer;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.deal.Deals;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.DirectListings;
import org.tpx.engine.listing.Foundation;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.sale.Halts;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.ForfeitPolicy;
import org.tpx.protocol.ListingEvent.ListingDrafted;
import org.tpx.protocol.ListingTerms;
import org.tpx.protocol.MandateScope;
import org.tpx.protocol.Money;
import org.tpx.protocol.OfferCommand.TakeUpOffer;
import org.tpx.protocol.OfferEvent.OfferSubmitted;
import org.tpx.protocol.OfferEvent.OfferTakenUp;
import org.tpx.protocol.RejectReason;

/**
 * Takes offers up: whoever's notice the sequencer has first gets the place, at the marked price. The notice concludes the
 * contract; the licence is given when the price is paid (Patent Law Art. 51).
 */
public final class OfferBook {

    private final Foundation foundation;
    private final DirectListings listings;
    private final Halts halts;
    private final Deals deals;
    private final OfferRegister register;

    OfferBook(Foundation foundation, DirectListings listings, Halts halts, Deals deals, OfferRegister register) {
        this.foundation = foundation;
        this.listings = listings;
        this.halts = halts;
        this.deals = deals;
        this.register = register;
    }

    /**
     * Causes ListingDrafted and ApplicationAccepted for the listing that stands for the take-up, OfferTakenUp,
     * IntentRegistered, Won and Awarded, and then what the contract causes, from ContractSigned on.
     */
    public void takeUp(Turn turn, TakeUpOffer command) {
        RejectReason reason = foundation.members().access().agent(turn, command.partyId(), MandateScope.BUY, true);
        Offer offer = register.offer(command.offerId());
        if (reason == null) {
            reason = refusal(offer, command);
        }
        if (reason != null || offer == null) {
            turn.refuse(reason == null ? RejectReason.UNKNOWN_SUBJECT : reason, command.offerId());
            return;
        }
        Plate plate = register.plate(offer.submitted().plateId());
        boolean feeWaived = plate != null && plate.terms().feeWaived();
        Listing listing = listings.open(
                turn, drafted(offer, command.code()), offer.profileVersion(), offer.feeScheduleVersion(), feeWaived);
        register.give(offer, new Taker(command.partyId(), listing.id()));
        turn.emit(new OfferTakenUp(
                offer.id(),
                listing.id(),
                command.partyId(),
                offer.submitted().plateId(),
                listing.price(),
                feeWaived,
                offer.taken(),
                command.notice()));
        listings.award(turn, listing, command.partyId());
        deals.conclude(turn, listing);
    }

    private @Nullable RejectReason refusal(@Nullable Offer offer, TakeUpOffer command) {
        if (offer == null) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        if (listings.isCodeTaken(command.code())) {
            return RejectReason.CODE_TAKEN;
        }
        OfferSubmitted submitted = offer.submitted();
        RejectReason reason = foundation
                .rights()
                .licences()
                .mayOffer(submitted.rightId(), submitted.ownerId(), offer.isOpenLicence());
        if (reason == null && offer.isHeldBy(command.partyId())) {
            reason = RejectReason.ALREADY_TAKEN_UP;
        }
        if (reason == null) {
            reason = refusalOfState(offer, command.partyId());
        }
        return reason == null ? refusalOfPlace(offer, command.partyId()) : reason;
    }

    private @Nullable RejectReason refusalOfState(Offer offer, long partyId) {
        if (partyId == offer.submitted().ownerId()) {
            return RejectReason.NOT_ALLOWED;
        }
        return switch (offer.state()) {
            case SUBMITTED, REFUSED -> RejectReason.NOT_ALLOWED;
            case OPEN -> halts.marketNanos() == 0 ? null : RejectReason.HALTED;
            case WITHDRAWN, ENDED -> halts.marketNanos() == 0 ? RejectReason.LATE : RejectReason.HALTED;
        };
    }

    private @Nullable RejectReason refusalOfPlace(Offer offer, long partyId) {
        Plate plate = register.plate(offer.submitted().plateId());
        if (plate != null && !plate.isAdmitted(partyId)) {
            return RejectReason.NOT_ADMITTED;
        }
        boolean noPlace = offer.isSoldOut() || (plate != null && plate.isSoldOut(partyId));
        return noPlace ? RejectReason.SOLD_OUT : null;
    }

    private ListingDrafted drafted(Offer offer, String code) {
        OfferSubmitted submitted = offer.submitted();
        Money price = submitted.terms().price();
        Money nothing = Money.zero(price.currency());
        ListingTerms terms = new ListingTerms(
                price,
                Money.NONE,
                nothing,
                nothing,
                AuctionMode.MARKED_PRICE,
                0,
                0,
                0,
                0,
                0,
                false,
                submitted.terms().releasePolicy(),
                0,
                ForfeitPolicy.BY_PROFILE,
                "");
        return new ListingDrafted(
                listings.nextId(),
                code,
                submitted.memberId(),
                submitted.rightId(),
                submitted.ownerId(),
                submitted.profileId(),
                submitted.feeScheduleId(),
                submitted.calendarId(),
                terms);
    }
}
