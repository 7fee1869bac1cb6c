package org.tpx.engine.offer;

import static org.tpx.engine.Draft.listing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tpx.protocol.EncumbranceKind;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.Owner;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.RightCommand.RecordTitle;
import org.tpx.protocol.RightCommand.ReleaseEncumbrance;
import org.tpx.protocol.RightType;

/** No exclusive or sole licence stands, or is listed, beside a standing offer of licences, and the other way round. */
class LicencesTest extends OfferScenario {

    @Test
    void shouldRecordNoExclusiveLicenceBesideAStandingOffer() {
        market.party("B1");
        offers("O-1", OPEN);
        encumbers(EncumbranceKind.LICENCE_EXCLUSIVE, "B1", "LIC-1").refused(RejectReason.LICENCE_OFFERED);
        encumbers(EncumbranceKind.LICENCE_SOLE, "B1", "LIC-1").refused(RejectReason.LICENCE_OFFERED);
        encumbers(EncumbranceKind.LICENCE, "B1", "LIC-1").accepted();
        withdraws("O-1");
        encumbers(EncumbranceKind.LICENCE_SOLE, "B1", "LIC-2").accepted();
    }

    @Test
    void shouldBarByTheLastOfSeveralOffers() {
        market.party("B1");
        offers("O-1", ORDINARY);
        offers("O-2", ORDINARY);
        withdraws("O-1");
        encumbers(EncumbranceKind.LICENCE_EXCLUSIVE, "B1", "LIC-1").refused(RejectReason.LICENCE_OFFERED);
        withdraws("O-2");
        encumbers(EncumbranceKind.LICENCE_EXCLUSIVE, "B1", "LIC-1").accepted();
    }

    @Test
    void shouldOfferNothingBesideAnExclusiveLicenceThatWasRecorded() {
        market.party("B1");
        offers("O-1", ORDINARY);
        withdraws("O-1");
        encumbers(EncumbranceKind.LICENCE_EXCLUSIVE, "B1", "LIC-1").accepted();
        submits(offer("O-2", ORDINARY)).refused(RejectReason.EXCLUSIVELY_LICENSED);
        by("CLERK-1", new ReleaseEncumbrance(market.id(Ref.RIGHT, "R1"), "LIC-1"))
                .accepted();
        offers("O-2", ORDINARY);
    }

    @Test
    void shouldPublishNothingThatAnExclusiveLicenceOvertook() {
        market.party("B1");
        submits(offer("O-1", ORDINARY)).accepted();
        encumbers(EncumbranceKind.LICENCE_SOLE, "B1", "LIC-1").accepted();
        publishes("O-1").refused(RejectReason.EXCLUSIVELY_LICENSED);
    }

    @Test
    void shouldListNoExclusiveLicenceOfARightThatIsOnOffer() {
        exclusiveLicence();
        offers("O-1", OPEN);
        market.drafts(listing("LX").of("RX")).submits().refused(RejectReason.LICENCE_OFFERED);
        withdraws("O-1");
        market.submits().accepted();
        submits(offer("O-2", OPEN)).refused(RejectReason.EXCLUSIVELY_LICENSED);
        submits(offer("O-2", ORDINARY)).refused(RejectReason.EXCLUSIVELY_LICENSED);
        market.withdraws();
        offers("O-2", OPEN);
        market.drafts(listing("LY").of("RX")).submits().refused(RejectReason.LICENCE_OFFERED);
    }

    @Test
    void shouldListAnOrdinaryLicenceOfARightThatIsOnOffer() {
        market.right("RO", RightType.LICENCE_ORDINARY, "SELLER");
        rests("RO", "R1").accepted();
        offers("O-1", OPEN);
        market.drafts(listing("LO").of("RO")).submits().accepted();
        submits(offer("O-2", ORDINARY)).accepted();
    }

    @Test
    void shouldKeepAnExclusiveLicenceWithItsLicensorWhileTheRightIsOnOffer() {
        market.parties("B1");
        exclusiveLicence();
        offers("O-1", OPEN);
        title("RX", "B1", RejectReason.LICENCE_OFFERED);
        withdraws("O-1");
        title("RX", "B1", null);
        submits(offer("O-2", OPEN)).refused(RejectReason.EXCLUSIVELY_LICENSED);
        title("RX", "SELLER", null);
        offers("O-2", OPEN);
    }

    @Test
    void shouldRestALicenceOnOneRightThatIsNone() {
        market.party("B1");
        market.right("R2", RightType.KNOW_HOW, "SELLER").right("RX", RightType.LICENCE_EXCLUSIVE, "B1");
        market.right("RO", RightType.LICENCE_ORDINARY, "SELLER");
        rests("R2", "R1").refused(RejectReason.NOT_ALLOWED);
        rests("RO", "RX").refused(RejectReason.NOT_ALLOWED);
        rests("RO", "RO").refused(RejectReason.NOT_ALLOWED);
        rests("RO", "R9").refused(RejectReason.UNKNOWN_SUBJECT);
        rests("R9", "R1").refused(RejectReason.UNKNOWN_SUBJECT);
        rests("RO", "R2").including("BaseRecorded right=RO, baseRight=R2");
        rests("RO", "R1").refused(RejectReason.NOT_ALLOWED);
        offers("O-1", OPEN);
        rests("RX", "R1").refused(RejectReason.LICENCE_OFFERED);
        withdraws("O-1");
        rests("RX", "R1").accepted();
        submits(offer("O-2", OPEN)).refused(RejectReason.EXCLUSIVELY_LICENSED);
    }

    @Test
    void shouldNotBarALicenceThatRestsOnNothing() {
        market.party("B1").right("RX", RightType.LICENCE_EXCLUSIVE, "B1");
        offers("O-1", OPEN);
        title("RX", "SELLER", null);
    }

    private void exclusiveLicence() {
        market.right("RX", RightType.LICENCE_EXCLUSIVE, "SELLER");
        rests("RX", "R1").accepted();
    }

    private void title(String right, String owner, @Nullable RejectReason reason) {
        List<Owner> whole = List.of(new Owner(market.id(Ref.PARTY, owner), 10_000));
        by("CLERK-1", new RecordTitle(market.id(Ref.RIGHT, right), "deed", Hash256.ZERO, whole));
        if (reason == null) {
            market.accepted();
        } else {
            market.refused(reason);
        }
    }
}
