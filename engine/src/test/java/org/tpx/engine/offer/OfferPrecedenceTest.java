package org.tpx.engine.offer;

import static org.tpx.engine.Draft.listing;

import org.junit.jupiter.api.Test;
import org.tpx.engine.With;
import org.tpx.engine.Written;
import org.tpx.protocol.ConsentKind;
import org.tpx.protocol.EncumbranceKind;
import org.tpx.protocol.GuideForce;
import org.tpx.protocol.HaltScope;
import org.tpx.protocol.MemberCommand.ReinstateMember;
import org.tpx.protocol.OfferCommand.AdmitApplicant;
import org.tpx.protocol.OfferCommand.PublishOffer;
import org.tpx.protocol.OfferCommand.RegisterApplicant;
import org.tpx.protocol.OfferCommand.SubmitOffer;
import org.tpx.protocol.OfferCommand.TakeUpOffer;
import org.tpx.protocol.OfferCommand.WithdrawOffer;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.RightCommand.ReleaseEncumbrance;
import org.tpx.protocol.RightType;
import org.tpx.protocol.Sanction;
import org.tpx.protocol.SystemCommand.SetAdmission;

/** Of several reasons against an offer, a take-up or an applicant the first in the order of {@link RejectReason} is given. */
class OfferPrecedenceTest extends OfferScenario {

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstATakeUp() {
        market.parties("B1", "B2", "B3", "HEIR", "BANK");
        market.drafts(listing("T1"));
        opensPlate("P-1", 1, true, "2025-12-31 17:00");
        admitted("P-1", "B1", "B2");
        offers("O-1", "P-1", With.with(ORDINARY, "places", 1));
        takes("B1", "O-1", "T0").accepted();
        encumbers(EncumbranceKind.PLEDGE, "BANK", "P-1");
        encumbers(EncumbranceKind.PRESERVATION, "BANK", "C-1");
        owners("HEIR");
        market.halts(HaltScope.MARKET).sanctions("M-B1", Sanction.RESTRICT, 0).by("NODE", new SetAdmission(false));
        TakeUpOffer take = new TakeUpOffer("T1", 99, market.id(Ref.PARTY, "B1"), Written.digest("x"));
        by("NOBODY", take).refused(RejectReason.NODE_FULL);
        by("NODE", new SetAdmission(true));
        by("NOBODY", take).refused(RejectReason.UNKNOWN_PRINCIPAL);
        by("CLERK-1", take).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("A-B3", take).refused(RejectReason.NO_MANDATE);
        by("A-B1", take).refused(RejectReason.RESTRICTED_MEMBER);
        reinstated("M-B1");
        by("A-B1", take).refused(RejectReason.UNKNOWN_SUBJECT);
        take = With.with(take, "offerId", market.id(Ref.OFFER, "O-1"));
        by("A-B1", take).refused(RejectReason.CODE_TAKEN);
        take = With.with(take, "code", "T2");
        by("A-B1", take).refused(RejectReason.NOT_OWNER);
        owners("SELLER");
        by("A-B1", take).refused(RejectReason.PLEDGEE_CONSENT);
        consents("BANK", ConsentKind.LICENCE_PLEDGEE).accepted();
        by("A-B1", take).refused(RejectReason.RIGHT_FROZEN);
        by("CLERK-1", new ReleaseEncumbrance(market.id(Ref.RIGHT, "R1"), "C-1"));
        by("A-B1", take).refused(RejectReason.ALREADY_TAKEN_UP);
        by("A-SELLER", With.with(take, "partyId", market.id(Ref.PARTY, "SELLER")))
                .refused(RejectReason.NOT_ALLOWED);
        takes("B3", "O-1", "T2").refused(RejectReason.HALTED);
        market.lifts(HaltScope.MARKET);
        takes("B3", "O-1", "T2").refused(RejectReason.NOT_ADMITTED);
        takes("B2", "O-1", "T2").refused(RejectReason.SOLD_OUT);
        withdraws("O-1");
        takes("B3", "O-1", "T2").refused(RejectReason.LATE);
        market.halts(HaltScope.MARKET);
        takes("B3", "O-1", "T2").refused(RejectReason.HALTED);
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstASubmission() {
        market.parties("B1", "HEIR", "BANK").right("R2", RightType.PATENT_UTILITY, "SELLER");
        market.right("RX", RightType.LICENCE_EXCLUSIVE, "SELLER");
        rests("RX", "R1").accepted();
        opensPlate("P-1", 1, true, "2025-06-05 12:00");
        submits(offer("O-0", ORDINARY)).accepted();
        market.rules("openLicenceGuide", GuideForce.REFUSE)
                .drafts(listing("LX").of("RX"))
                .submits();
        encumbers(EncumbranceKind.PLEDGE, "BANK", "P-1");
        encumbers(EncumbranceKind.PRESERVATION, "BANK", "C-1");
        at("2025-06-05 12:00").sanctions("M-SELLER", Sanction.RESTRICT, 0);
        owners("HEIR");
        SubmitOffer offer = With.with(
                offer("O-0", With.with(OPEN, "price", Written.money("USD 99,000,000.00"), "salesRoyaltyBps", 9_999)),
                "plateId",
                99L,
                "profileId",
                99L);
        by("NOBODY", offer).refused(RejectReason.UNKNOWN_PRINCIPAL);
        by("CLERK-1", offer).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("A-B1", offer).refused(RejectReason.NO_MANDATE);
        submits(offer).refused(RejectReason.RESTRICTED_MEMBER);
        reinstated("M-SELLER");
        submits(offer).refused(RejectReason.UNKNOWN_SUBJECT);
        offer = With.with(offer, "plateId", market.id(Ref.PLATE, "P-1"));
        submits(With.with(offer, "rightId", 99L)).refused(RejectReason.UNKNOWN_SUBJECT);
        submits(offer).refused(RejectReason.CODE_TAKEN);
        offer = With.with(offer, "code", "O-1");
        submits(offer).refused(RejectReason.VARIETY_NOT_APPROVED);
        offer = With.with(offer, "profileId", offer("O-1", OPEN).profileId());
        submits(offer).refused(RejectReason.NOT_OWNER);
        owners("SELLER", "HEIR");
        submits(offer).refused(RejectReason.CO_OWNER_CONSENT);
        owners("SELLER");
        submits(offer).refused(RejectReason.PLEDGEE_CONSENT);
        consents("BANK", ConsentKind.LICENCE_PLEDGEE).accepted();
        submits(offer).refused(RejectReason.RIGHT_FROZEN);
        by("CLERK-1", new ReleaseEncumbrance(market.id(Ref.RIGHT, "R1"), "C-1"));
        submits(offer).refused(RejectReason.EXCLUSIVELY_LICENSED);
        market.withdraws().accepted();
        submits(offer("O-2", OPEN)).accepted();
        submits(offer).refused(RejectReason.RIGHT_ALREADY_LISTED);
        offer = With.with(offer, "rightId", market.id(Ref.RIGHT, "R2"));
        submits(offer).refused(RejectReason.EVALUATION_REPORT_MISSING);
        offer = With.with(offer, "terms", With.with(offer.terms(), "evaluationReport", Written.digest("report")));
        submits(offer).refused(RejectReason.NOT_ALLOWED);
        submits(With.with(
                        offer,
                        "terms",
                        With.with(ORDINARY, "price", offer.terms().price())))
                .refused(RejectReason.LATE);
        offer = With.with(offer, "plateId", 0L);
        submits(offer).refused(RejectReason.CURRENCY);
        offer = With.with(offer, "terms", With.with(offer.terms(), "price", Written.money(PRICE)));
        submits(offer).refused(RejectReason.ABOVE_PRICE_GUIDE);
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstAPublicationAndAWithdrawal() {
        market.parties("B1", "HEIR");
        submits(offer("O-1", With.with(OPEN, "endNanos", Written.nanos("2025-06-05 12:00"))))
                .accepted();
        at("2025-06-05 12:00");
        encumbers(EncumbranceKind.LICENCE_SOLE, "B1", "LIC-1");
        owners("HEIR");
        by("A-SELLER", new PublishOffer(99)).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("CLERK-1", new PublishOffer(99)).refused(RejectReason.UNKNOWN_SUBJECT);
        publishes("O-1").refused(RejectReason.NOT_OWNER);
        owners("SELLER");
        publishes("O-1").refused(RejectReason.EXCLUSIVELY_LICENSED);
        by("CLERK-1", new ReleaseEncumbrance(market.id(Ref.RIGHT, "R1"), "LIC-1"));
        publishes("O-1").refused(RejectReason.LATE);
        by("CLERK-1", new WithdrawOffer(99, "x")).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("A-B1", new WithdrawOffer(market.id(Ref.OFFER, "O-1"), "x")).refused(RejectReason.NO_MANDATE);
        by("SUPERVISOR-1", new WithdrawOffer(99, "x")).refused(RejectReason.UNKNOWN_SUBJECT);
        by("A-SELLER", new WithdrawOffer(99, "x")).refused(RejectReason.UNKNOWN_SUBJECT);
        withdraws("O-1").accepted();
        submits(offer("O-2", OPEN)).accepted();
        publishes("O-1").refused(RejectReason.RIGHT_ALREADY_LISTED);
        withdraws("O-2").accepted();
        publishes("O-1").refused(RejectReason.NOT_ALLOWED);
        withdraws("O-1").refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstAnApplicant() {
        market.parties("B1", "B2");
        opensPlate("P-1", 1, true, "2025-06-05 12:00");
        applies("B1", "P-1").accepted();
        at("2025-06-05 12:00").sanctions("M-B1", Sanction.RESTRICT, 0).sanctions("M-SELLER", Sanction.RESTRICT, 0);
        RegisterApplicant again = With.with(applying("B1", "P-1"), "plateId", 99L);
        by("CLERK-1", again).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("A-B2", again).refused(RejectReason.NO_MANDATE);
        by("A-B1", again).refused(RejectReason.RESTRICTED_MEMBER);
        reinstated("M-B1");
        by("A-B1", again).refused(RejectReason.UNKNOWN_SUBJECT);
        applies("B1", "P-1").refused(RejectReason.ALREADY_REGISTERED);
        applies("B2", "P-1").refused(RejectReason.LATE);
        AdmitApplicant admit = new AdmitApplicant(1, market.id(Ref.PARTY, "B2"), "fits");
        by("SUPERVISOR-1", admit).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("A-B2", admit).refused(RejectReason.NO_MANDATE);
        by("A-SELLER", admit).refused(RejectReason.RESTRICTED_MEMBER);
        reinstated("M-SELLER");
        by("A-SELLER", With.with(admit, "plateId", 99L)).refused(RejectReason.UNKNOWN_SUBJECT);
        by("A-SELLER", admit).refused(RejectReason.UNKNOWN_SUBJECT);
        admits("A-SELLER", "B1", "P-1").refused(RejectReason.LATE);
    }

    private void reinstated(String member) {
        by("SUPERVISOR-1", new ReinstateMember(market.id(Ref.MEMBER, member), "amends"))
                .accepted();
    }
}
