package org.tpx.engine.offer;

import org.junit.jupiter.api.Test;
import org.tpx.engine.Gives;
import org.tpx.engine.With;
import org.tpx.engine.Written;
import org.tpx.protocol.EncumbranceKind;
import org.tpx.protocol.GuideForce;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.RightType;

/** Every reason that only offers know, one test each, in the order of the enum, which is the precedence. */
public class OfferRefusalTest extends OfferScenario {

    @Test
    @Gives(RejectReason.EXCLUSIVELY_LICENSED)
    void shouldRefuseAnOfferBesideAnExclusiveLicence() {
        market.party("B1");
        encumbers(EncumbranceKind.LICENCE_SOLE, "B1", "LIC-1");
        submits(offer("O-1", OPEN)).refused(RejectReason.EXCLUSIVELY_LICENSED);
        submits(offer("O-1", ORDINARY)).refused(RejectReason.EXCLUSIVELY_LICENSED);
    }

    @Test
    @Gives(RejectReason.LICENCE_OFFERED)
    void shouldRefuseAnExclusiveLicenceBesideAnOffer() {
        market.party("B1");
        offers("O-1", ORDINARY);
        encumbers(EncumbranceKind.LICENCE_EXCLUSIVE, "B1", "LIC-1").refused(RejectReason.LICENCE_OFFERED);
    }

    @Test
    @Gives(RejectReason.EVALUATION_REPORT_MISSING)
    void shouldRefuseAnOpenLicenceOfAnUnexaminedRightWithoutItsReport() {
        market.right("R2", RightType.PATENT_DESIGN, "SELLER");
        var offer = With.with(offer("O-1", OPEN), "rightId", market.id(Ref.RIGHT, "R2"));
        submits(offer).refused(RejectReason.EVALUATION_REPORT_MISSING);
        submits(With.with(offer, "terms", With.with(OPEN, "evaluationReport", Written.digest("report"))))
                .accepted();
        submits(With.with(offer("O-2", ORDINARY), "rightId", market.id(Ref.RIGHT, "R2")))
                .accepted();
        submits(offer("O-3", OPEN)).accepted();
    }

    @Test
    @Gives(RejectReason.ALREADY_TAKEN_UP)
    void shouldRefuseASecondPlaceOfTheSameOffer() {
        market.party("B1");
        offers("O-1", OPEN);
        takes("B1", "O-1", "T1").accepted();
        takes("B1", "O-1", "T2").refused(RejectReason.ALREADY_TAKEN_UP);
    }

    @Test
    @Gives(RejectReason.ABOVE_PRICE_GUIDE)
    void shouldRefuseAnOpenLicenceAboveThePriceGuide() {
        market.rules("openLicenceGuide", GuideForce.REFUSE);
        submits(offer("O-1", With.with(OPEN, "profitRoyaltyBps", 4_001))).refused(RejectReason.ABOVE_PRICE_GUIDE);
        submits(offer("O-1", With.with(OPEN, "profitRoyaltyBps", 4_000))).accepted();
    }

    @Test
    @Gives(RejectReason.SOLD_OUT)
    void shouldRefuseWhoeverComesAfterTheLastPlace() {
        market.parties("B1", "B2");
        offers("O-1", With.with(ORDINARY, "places", 1));
        takes("B1", "O-1", "T1").accepted();
        takes("B2", "O-1", "T2").refused(RejectReason.SOLD_OUT);
    }
}
