package org.tpx.engine.listing;

import static org.tpx.engine.Draft.listing;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tpx.engine.Market;
import org.tpx.engine.Scenario;
import org.tpx.engine.Written;
import org.tpx.protocol.ConsentKind;
import org.tpx.protocol.EncumbranceKind;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.ListingCommand.RejectApplication;
import org.tpx.protocol.ListingCommand.RequestCorrection;
import org.tpx.protocol.Owner;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.RightCommand.RecordConsent;
import org.tpx.protocol.RightCommand.RecordEncumbrance;
import org.tpx.protocol.RightCommand.RecordTitle;
import org.tpx.protocol.RightCommand.ReleaseEncumbrance;
import org.tpx.protocol.RightType;

/** From the draft to acceptance (L1 to L5). */
class ApplicationTest extends Scenario {

    @Test
    void shouldNumberListingsInTheOrderOfTheirAcceptance() {
        market.right("R2", RightType.KNOW_HOW, "SELLER");
        at("2025-06-04 09:00")
                .drafts(listing("L1"))
                .submits()
                .then(
                        "ListingDrafted code=L1, member=M-SELLER, right=R1, transferor=SELLER, listingPrice=CNY 6,000,000.00, deposit=CNY 1,800,000.00, increment=CNY 50,000.00, disclosureDays=20",
                        "ApplicationSubmitted reviewDue=2025-06-11 17:00");
        market.drafts(listing("L2").of("R2")).submits();
        at("2025-06-05 09:00")
                .accepts()
                .then(
                        "ApplicationAccepted listing=L2, listingNumber=LST-2025-0001, profileVersion=1, feeScheduleVersion=1");
        at("2026-01-05 09:00")
                .on("L1")
                .accepts()
                .including("ApplicationAccepted listing=L1, listingNumber=LST-2026-0002");
    }

    @Test
    void shouldTellWhenTheReviewIsOverdueAndStillDecide() {
        at("2025-06-04 09:00").drafts(listing("L1")).submits();
        at("2025-06-11 17:00").then("TimerFired kind=REVIEW, listing=L1", "ReviewOverdue listing=L1");
        at("2025-06-12 09:00").accepts().then("ApplicationAccepted listing=L1");
    }

    @Test
    void shouldTakeACorrectedApplicationInTime() {
        at("2025-06-04 09:00").drafts(listing("L1")).submits();
        at("2025-06-05 09:00")
                .by("CLERK-1", new RequestCorrection(market.listingId(), "the deed is missing"))
                .then("CorrectionRequested reason=the deed is missing, resubmissionDue=2025-06-19 17:00");
        at("2025-06-19 16:59:59.999999999").submits().then("ApplicationSubmitted reviewDue=2025-06-26 17:00");
        at("2025-06-20 09:00").accepts().then("ApplicationAccepted listing=L1");
    }

    @Test
    void shouldRejectAnApplicationThatIsNotCorrectedInTime() {
        at("2025-06-04 09:00").drafts(listing("L1")).submits();
        at("2025-06-05 09:00").by("CLERK-1", new RequestCorrection(market.listingId(), "the deed is missing"));
        at("2025-06-19 17:00")
                .submits()
                .refused(RejectReason.NOT_ALLOWED)
                .then(
                        "TimerFired kind=RESUBMISSION, listing=L1",
                        "ApplicationRejected reason=not handed in again in time",
                        "CommandRefused reason=NOT_ALLOWED");
    }

    @Test
    void shouldRejectAnApplicationForGood() {
        at("2025-06-04 09:00").drafts(listing("L1")).submits();
        by("CLERK-1", new RejectApplication(market.listingId(), "no market for it"))
                .accepted();
        at("2025-07-31 09:00").then();
        market.submits().refused(RejectReason.NOT_ALLOWED).accepts().refused(RejectReason.NOT_ALLOWED);
        market.drafts(listing("L2")).submits().accepted();
    }

    @Test
    void shouldDecideOnApplicationsUnderReviewOnly() {
        at("2025-06-04 09:00").drafts(listing("L1"));
        by("CLERK-1", new RequestCorrection(market.listingId(), "unclear")).refused(RejectReason.NOT_ALLOWED);
        by("CLERK-1", new RejectApplication(market.listingId(), "unclear")).refused(RejectReason.NOT_ALLOWED);
        market.submits();
        by("CLERK-1", new RequestCorrection(market.listingId(), "unclear")).accepted();
        by("CLERK-1", new RejectApplication(market.listingId(), "unclear")).refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldTakeTheShortestPeriodsThatTheRulesAllow() {
        at("2025-06-04 09:00")
                .drafts(listing("L1").days(10).with("extensionDays", 5))
                .submits()
                .accepted();
    }

    @Test
    void shouldAcceptUnderTheRulesThatHoldAtThatMomentAndKeepThem() {
        at("2025-06-04 09:00").drafts(listing("L1")).submits();
        at("2025-06-05 09:00")
                .rules("singleQuoteAllowed", false)
                .accepts()
                .including("ApplicationAccepted profileVersion=2");
        market.rules("singleQuoteAllowed", true).party("B1");
        at("2025-06-09 09:00").publishes();
        at("2025-07-01 09:00").admitted("CNY 1,800,000.00", "B1");
        at("2025-07-07 17:00").including("Unsold reason=NO_ADMITTED");
    }

    @Test
    void shouldTakeTheShortestPeriodOfTheProfileWhereTheNoticeNamesNone() {
        market.disclosed(listing("L1").days(0)).then("NoticePublished disclosureEnd=2025-06-23 17:00");
        market.right("R2", RightType.KNOW_HOW, "SELLER").right("R3", RightType.KNOW_HOW, "SELLER");
        market.drafts(listing("L2").of("R2").price("CNY 10,000,000.00").days(0))
                .submits()
                .accepts();
        market.publishes().including("NoticePublished listing=L2, disclosureEnd=2025-07-07 17:00");
        market.drafts(listing("L3")
                        .of("R3")
                        .price("CNY 1,000,000.00")
                        .deposit("CNY 1.00")
                        .days(0))
                .submits();
        market.accepts().publishes().including("NoticePublished listing=L3, disclosureEnd=2025-06-16 17:00");
    }

    @Test
    void shouldAskEveryOtherOwnerForItsConsent() {
        market.parties("CO-1", "CO-2", "CO-3");
        by(
                "CLERK-1",
                new RecordTitle(
                        market.id(Ref.RIGHT, "R1"),
                        "deed",
                        Hash256.ZERO,
                        owners("SELLER", 5_000, "CO-1", 2_500, "CO-2", 2_500)));
        at("2025-06-04 09:00").drafts(listing("L1")).submits().refused(RejectReason.CO_OWNER_CONSENT);
        consents("CO-1", ConsentKind.CO_OWNER).submits().refused(RejectReason.CO_OWNER_CONSENT);
        consents("CO-2", ConsentKind.CO_OWNER).submits().accepted();
        at("2025-06-05 09:00").accepts().accepted();
        by(
                        "CLERK-1",
                        new RecordTitle(
                                market.id(Ref.RIGHT, "R1"),
                                "deed",
                                Hash256.ZERO,
                                owners("SELLER", 5_000, "CO-3", 5_000)))
                .publishes()
                .refused(RejectReason.CO_OWNER_CONSENT);
        consents("CO-3", ConsentKind.CO_OWNER).publishes().accepted();
    }

    @Test
    void shouldAskThePledgeeForItsConsentAsInE20() {
        market.party("BANK");
        by(
                "CLERK-1",
                new RecordEncumbrance(
                        market.id(Ref.RIGHT, "R1"), EncumbranceKind.PLEDGE, market.id(Ref.PARTY, "BANK"), "PLEDGE-1"));
        at("2025-06-04 09:00").drafts(listing("L1")).submits().refused(RejectReason.PLEDGEE_CONSENT);
        consents("BANK", ConsentKind.PLEDGEE).submits().accepted();
    }

    @Test
    void shouldNotListARightUnderPreservationUntilThatIsOver() {
        by("CLERK-1", new RecordEncumbrance(market.id(Ref.RIGHT, "R1"), EncumbranceKind.PRESERVATION, 0, "COURT-1"));
        at("2025-06-04 09:00").drafts(listing("L1")).submits().refused(RejectReason.RIGHT_FROZEN);
        by("CLERK-1", new ReleaseEncumbrance(market.id(Ref.RIGHT, "R1"), "COURT-1"))
                .submits()
                .accepted();
    }

    @Test
    void shouldLetALicenceStandInNobodysWay() {
        by("CLERK-1", new RecordEncumbrance(market.id(Ref.RIGHT, "R1"), EncumbranceKind.LICENCE, 0, "LICENCE-1"));
        at("2025-06-04 09:00").drafts(listing("L1")).submits().accepted();
    }

    @Test
    void shouldOfferARightInOneOpenListingOnly() {
        market.acceptedListing(listing("L1"));
        market.drafts(listing("L2")).submits().refused(RejectReason.RIGHT_ALREADY_LISTED);
        market.on("L1").withdraws().accepted().on("L2").submits().accepted();
    }

    private Market consents(String party, ConsentKind kind) {
        return by(
                "CLERK-1",
                new RecordConsent(
                        market.id(Ref.RIGHT, "R1"), market.id(Ref.PARTY, party), kind, Written.digest("consent")));
    }

    private List<Owner> owners(Object... partiesAndShares) {
        List<Owner> owners = new ArrayList<>();
        for (int i = 0; i < partiesAndShares.length; i += 2) {
            owners.add(new Owner(market.id(Ref.PARTY, (String) partiesAndShares[i]), (int) partiesAndShares[i + 1]));
        }
        return owners;
    }
}
