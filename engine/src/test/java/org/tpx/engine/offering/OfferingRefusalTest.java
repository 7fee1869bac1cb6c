package org.tpx.engine.offering;

import org.junit.jupiter.api.Test;
import org.tpx.engine.Gives;
import org.tpx.engine.Written;
import org.tpx.protocol.RejectReason;

/** Every reason that only offerings know, one test each, in the order of the enum, which is the precedence. */
public class OfferingRefusalTest extends OfferingScenario {

    @Test
    @Gives(RejectReason.ROFR_ONLY_WINDOW)
    void shouldLetOnlyHoldersExerciseTheRightOfPreemption() {
        series();
        investors("CNY 10,000.00", "H", "B1");
        market.issues(10, "H");
        offers("O-1", "exerciseDays", 3);
        at(CLOSES);
        exercises("B1", "O-1", 1).refused(RejectReason.ROFR_ONLY_WINDOW);
        exercises("H", "O-1", 1).accepted();
    }

    @Test
    @Gives(RejectReason.APPLICATION_SIZE)
    void shouldRefuseApplicationsOfAnotherSizeThanTheOfferingTakes() {
        series();
        investors("CNY 100,000.00", "H", "B1", "B2", "B3");
        market.issues(10, "H");
        offers("O-1", "leastUnits", 100L, "mostUnits", 500L, "exerciseDays", 3);
        at(OPENS);
        applies("B1", "O-1", 99, "").refused(RejectReason.APPLICATION_SIZE);
        applies("B1", "O-1", 501, "").refused(RejectReason.APPLICATION_SIZE);
        applies("B1", "O-1", 100, "").accepted();
        applies("B2", "O-1", 500, "").accepted();
        at(CLOSES);
        exercises("H", "O-1", 1_001).refused(RejectReason.APPLICATION_SIZE);
        exercises("H", "O-1", 1_000).accepted();
        at("2025-06-16 09:00");
        offers("O-2", "opensNanos", Written.nanos("2025-06-17 09:00"));
        at("2025-06-17 09:00");
        applies("B3", "O-2", 1_001, "").refused(RejectReason.APPLICATION_SIZE);
        applies("B3", "O-2", 1_000, "").accepted();
    }
}
