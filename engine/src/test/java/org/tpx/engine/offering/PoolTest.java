package org.tpx.engine.offering;

import static org.tpx.engine.Draft.listing;
import static org.tpx.protocol.VenuePolicy.LICENSED_OR_FOREIGN;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tpx.engine.Market;
import org.tpx.protocol.EncumbranceKind;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.OfferingPricing;
import org.tpx.protocol.Owner;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.RightCommand.RecordEncumbrance;
import org.tpx.protocol.RightCommand.RecordTitle;
import org.tpx.protocol.RightType;

/** Rights that stand behind a series: nobody lists, transfers or pledges them until it is wound up. */
class PoolTest extends OfferingScenario {

    @Test
    void shouldFreezePooledRightsUntilTheSeriesIsWoundUp() {
        series();
        market.party("B1").right("R2", RightType.PATENT_UTILITY, "SELLER");
        by("OPERATOR-1", pooling("POOL-1", "SELLER", "R1", "R2")).accepted();
        market.approved("SUPERVISOR-1", "").including("RightsPooled series=U1, owner=SELLER");
        market.drafts(listing("L1")).submits().refused(RejectReason.RIGHT_FROZEN);
        passes("R1").refused(RejectReason.RIGHT_FROZEN);
        encumbers(EncumbranceKind.PLEDGE).refused(RejectReason.RIGHT_FROZEN);
        encumbers(EncumbranceKind.PRESERVATION).accepted();
        by("OPERATOR-1", pooling("POOL-2", "SELLER", "R2")).refused(RejectReason.RIGHT_FROZEN);
        by("SUPERVISOR-1", windingUp("END-1")).accepted();
        market.approved("SUPERVISOR-2", "").including("SeriesWoundUp series=U1");
        passes("R2").accepted();
        by("OPERATOR-1", market.issuing(1, "B1")).refused(RejectReason.NOT_ALLOWED);
        by("OPERATOR-1", proposing("O-1")).refused(RejectReason.NOT_ALLOWED);
        by("OPERATOR-1", windingUp("END-2")).refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstAPool() {
        series();
        market.parties("B1", "B2").right("R2", RightType.PATENT_UTILITY, "B1", "B2");
        market.right("R3", RightType.KNOW_HOW, "SELLER")
                .acceptedListing(listing("L3").of("R3"));
        by("CLERK-1", pooling("POOL-1", "B1", "R1")).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("OPERATOR-1", pooling("POOL-1", "NOBODY", "R1")).refused(RejectReason.UNKNOWN_SUBJECT);
        by("OPERATOR-1", pooling("POOL-1", "B1", "R1")).refused(RejectReason.NOT_OWNER);
        by("OPERATOR-1", pooling("POOL-1", "B1", "R2")).refused(RejectReason.CO_OWNER_CONSENT);
        by("OPERATOR-1", pooling("POOL-1", "SELLER", "R1", "R3")).refused(RejectReason.RIGHT_ALREADY_LISTED);
        by("OPERATOR-1", pooling("POOL-1", "SELLER")).refused(RejectReason.NOT_ALLOWED);
        by("OPERATOR-1", pooling("POOL-1", "SELLER", "R1", "R1")).refused(RejectReason.NOT_ALLOWED);
        by("OPERATOR-1", pooling("POOL-1", "SELLER", "R1")).accepted();
        by("OPERATOR-1", pooling("POOL-1", "SELLER")).refused(RejectReason.CODE_TAKEN);
        passes("R1").accepted();
        market.approved("SUPERVISOR-1", "").refused(RejectReason.NOT_OWNER);
    }

    @Test
    void shouldWindUpOnlyASeriesInWhichNothingIsAlive() {
        by("CLERK-1", windingUp("END-1")).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("OPERATOR-1", windingUp("END-1")).refused(RejectReason.UNKNOWN_SUBJECT);
        market.opensSeries("U1", LICENSED_OR_FOREIGN).party("H");
        market.issues(10, "H");
        offers("O-1", "pricing", OfferingPricing.AS_BID);
        by("OPERATOR-1", windingUp("END-1")).refused(RejectReason.NOT_ALLOWED);
        cancels("OPERATOR-1", "O-1");
        at("2025-06-03 10:00");
        by("OPERATOR-1", windingUp("END-1")).refused(RejectReason.NOT_ALLOWED);
        at("2025-06-03 15:00");
        by("OPERATOR-1", windingUp("END-1")).accepted();
        at("2025-06-03 16:00");
        market.approved("SUPERVISOR-1", "").then("ProposalApproved", "SeriesWoundUp", "SessionStarted session=CLOSED");
        at("2025-06-05 10:00").then();
        market.sells("H", 1, "CNY 10.00").refused(RejectReason.SESSION_CLOSED);
    }

    private Market passes(String right) {
        List<Owner> owners = List.of(new Owner(market.id(Ref.PARTY, "B1"), 10_000));
        return by("CLERK-1", new RecordTitle(market.id(Ref.RIGHT, right), "deed", Hash256.ZERO, owners));
    }

    private Market encumbers(EncumbranceKind kind) {
        return by(
                "CLERK-1",
                new RecordEncumbrance(market.id(Ref.RIGHT, "R1"), kind, market.id(Ref.PARTY, "B1"), "E-" + kind));
    }
}
