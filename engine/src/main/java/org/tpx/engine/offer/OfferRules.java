package org.tpx.engine.offer;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.listing.Foundation;
import org.tpx.protocol.GuideForce;
import org.tpx.protocol.OfferCommand.SubmitOffer;
import org.tpx.protocol.OfferKind;
import org.tpx.protocol.OfferTerms;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.RightType;
import org.tpx.protocol.RuleProfileTerms;

/** What the law and the rule profile ask of an offer before it may stand. */
final class OfferRules {

    private final Foundation foundation;
    private final OfferRegister register;

    OfferRules(Foundation foundation, OfferRegister register) {
        this.foundation = foundation;
        this.register = register;
    }

    /** Whether two people approved the rules that the offer names. */
    boolean areApproved(SubmitOffer command) {
        return foundation.profiles().isLoaded(command.profileId())
                && foundation.feeSchedules().isLoaded(command.feeScheduleId())
                && foundation.calendars().find(command.calendarId()) != null;
    }

    /** EVALUATION_REPORT_MISSING, NOT_ALLOWED or null. */
    @Nullable
    RejectReason refusalOfForm(SubmitOffer command) {
        OfferTerms terms = command.terms();
        RightType type = foundation.rights().type(command.rightId());
        boolean open = terms.offerKind() == OfferKind.OPEN_LICENCE;
        boolean utilityOrDesign = type == RightType.PATENT_UTILITY || type == RightType.PATENT_DESIGN;
        if (open && utilityOrDesign && terms.evaluationReport().isAbsent()) {
            return RejectReason.EVALUATION_REPORT_MISSING;
        }
        Plate plate = register.plate(command.plateId());
        boolean ownPlate = plate == null || plate.ownerId() == command.ownerId();
        // An open licence is for anyone: no cap and no admission.
        boolean forAnyone = plate == null && terms.places() == 0;
        boolean fits = open
                ? forAnyone && (utilityOrDesign || type == RightType.PATENT_INVENTION)
                : ownPlate && isLicensable(type);
        return fits ? null : RejectReason.NOT_ALLOWED;
    }

    /** CURRENCY, ABOVE_PRICE_GUIDE or null. */
    @Nullable
    RejectReason refusalOfPrice(SubmitOffer command) {
        RuleProfileTerms profile = profile(command);
        boolean oneCurrency = command.terms().price().currency() == profile.currency()
                && foundation.feeSchedules().currency(command.feeScheduleId()) == profile.currency();
        if (!oneCurrency) {
            return RejectReason.CURRENCY;
        }
        boolean refused = profile.openLicenceGuide() == GuideForce.REFUSE && exceedsGuide(command);
        return refused ? RejectReason.ABOVE_PRICE_GUIDE : null;
    }

    /** Whether an open licence costs more than the profile's price guide says; its currency is known to be the profile's. */
    boolean exceedsGuide(SubmitOffer command) {
        OfferTerms terms = command.terms();
        RuleProfileTerms profile = profile(command);
        boolean flat =
                !profile.openLicenceFlatCap().isNone() && terms.price().isGreaterThan(profile.openLicenceFlatCap());
        return terms.offerKind() == OfferKind.OPEN_LICENCE
                && (flat
                        || isAbove(terms.salesRoyaltyBps(), profile.openLicenceSalesCapBps())
                        || isAbove(terms.profitRoyaltyBps(), profile.openLicenceProfitCapBps()));
    }

    /** When an offer ends, by its own terms or with its plate, whichever is earlier; 0 where it stands until it is withdrawn. */
    long endNanos(OfferTerms terms, long plateId) {
        Plate plate = register.plate(plateId);
        long plateEndNanos = plate == null ? 0 : plate.terms().endNanos();
        if (terms.endNanos() == 0 || plateEndNanos == 0) {
            return terms.endNanos() + plateEndNanos;
        }
        return Math.min(terms.endNanos(), plateEndNanos);
    }

    private RuleProfileTerms profile(SubmitOffer command) {
        return foundation
                .profiles()
                .terms(command.profileId(), foundation.profiles().latestVersion(command.profileId()));
    }

    private static boolean isAbove(int bps, int capBps) {
        return capBps > 0 && bps > capBps;
    }

    // Shares, capital, units and orders are not licensed; a licence right is itself a licence.
    private static boolean isLicensable(RightType type) {
        return switch (type) {
            case PATENT_INVENTION,
                    PATENT_UTILITY,
                    PATENT_DESIGN,
                    PATENT_APPLICATION,
                    SOFTWARE_COPYRIGHT,
                    KNOW_HOW,
                    IC_LAYOUT,
                    PLANT_VARIETY -> true;
            case LICENCE_EXCLUSIVE,
                    LICENCE_SOLE,
                    LICENCE_ORDINARY,
                    OPEN_LICENCE,
                    TECH_EQUITY,
                    CAPITAL_INCREASE,
                    POOL_UNIT,
                    SERVICE_ORDER -> false;
        };
    }
}
