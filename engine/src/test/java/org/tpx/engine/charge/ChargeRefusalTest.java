package org.tpx.engine.charge;

import static org.tpx.engine.Draft.listing;

import org.junit.jupiter.api.Test;
import org.tpx.engine.Gives;
import org.tpx.engine.Scenario;
import org.tpx.protocol.ChargeCommand.ProposeFeeWaiver;
import org.tpx.protocol.FeeWaiverGround;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.RejectReason;

/** The reasons that only charges give, in the order of the enum. */
public class ChargeRefusalTest extends Scenario {

    @Test
    @Gives(RejectReason.WAIVER_NOT_OPEN)
    void shouldRefuseAWaiverOnAGroundThatTheScheduleDoesNotOpen() {
        market.awarded(listing("L1"));
        Hash256 proof = new Hash256(1, 2, 3, 4);
        by("CLERK-1", new ProposeFeeWaiver("WAIVE", market.listingId(), 0, 0, FeeWaiverGround.HARDSHIP, proof, 0, 0))
                .refused(RejectReason.WAIVER_NOT_OPEN);
    }
}
