package org.tpx.settlement.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tpx.settlement.ledger.Examples.cny;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tpx.protocol.ChargeEvent.FeeWaived;
import org.tpx.protocol.ChargeEvent.FeeWaiverGranted;
import org.tpx.protocol.ChargeEvent.FeeWaiverRevoked;
import org.tpx.protocol.DealEvent.ContractEffective;
import org.tpx.protocol.DealEvent.FeeAccrued;
import org.tpx.protocol.Event;
import org.tpx.protocol.FeeSide;
import org.tpx.protocol.FeeWaiverGround;
import org.tpx.protocol.FeeWaiverRule;
import org.tpx.protocol.GovernanceEvent.FeeScheduleLoaded;

/** Example E1 with the buyer's fee of 12,120.00 waived by half: the books hold ground, waiver and amount against what they know. */
class WaiverDifferenceTest {
    private static final FeeWaived TOLD = new FeeWaived(
            1, Examples.DEAL, Examples.LISTING, Examples.B1, FeeSide.BUYER, cny("12120.00"), cny("6060.00"));

    @TempDir
    private Path directory;

    @Test
    void shouldAgreeWithAFeeThatIsWaivedAsTheScheduleSays() {
        assertThat(differencesOf(event -> event)).isEmpty();
    }

    @Test
    void shouldSeeAGroundThatTheScheduleDoesNotOpen() {
        assertThat(differencesOf(event -> event instanceof FeeScheduleLoaded ? Examples.feeSchedule() : event))
                .containsExactly("waiver 1, basis points of seller and buyer");
    }

    @Test
    void shouldSeeMoreSparedThanTheWaiverSays() {
        assertThat(differencesOf(event -> event instanceof FeeWaived
                        ? new FeeWaived(1, 1, 1, Examples.B1, FeeSide.BUYER, cny("12120.00"), cny("6060.01"))
                        : event))
                .containsExactly("fee waived of DEAL-1, BUYER");
    }

    @Test
    void shouldSeeAFeeThatIsChargedAllTheSame() {
        assertThat(differencesOf(event -> event instanceof FeeAccrued fee && fee.side() == FeeSide.BUYER
                        ? new FeeAccrued(1, 1, Examples.B1, FeeSide.BUYER, cny("12120.00"))
                        : event))
                .containsExactly("buyer's fee of DEAL-1");
    }

    @Test
    void shouldSeeARevokedWaiverThatStillApplies() {
        assertThat(differencesOf(event -> event, true))
                .containsExactly(
                        "price and buyer's fee less deposit of DEAL-1",
                        "fee waived of DEAL-1, BUYER",
                        "buyer's fee of DEAL-1");
    }

    private List<String> differencesOf(UnaryOperator<Event> change) {
        return differencesOf(change, false);
    }

    /** What the books say to the contract of example E1, with the waiver granted just before it takes effect. */
    private List<String> differencesOf(UnaryOperator<Event> change, boolean revoked) {
        List<String> told = new ArrayList<>();
        SettlementDatabase database = SettlementDatabase.open(directory.resolve("settlement.db"));
        try (SettlementProjection projection =
                new SettlementProjection(database, difference -> told.add(difference.what()))) {
            long sequence = 0;
            for (Tape.Turn turn : Examples.singleBidder().turns()) {
                List<Event> events = new ArrayList<>();
                turn.events().forEach(event -> waive(event, events, revoked));
                projection.onTurn(
                        ++sequence,
                        turn.timeNanos(),
                        events.stream().map(change).toList());
                if (events.stream().anyMatch(FeeAccrued.class::isInstance)) {
                    break;
                }
            }
        }
        return told;
    }

    private static void waive(Event event, List<Event> events, boolean revoked) {
        if (event instanceof FeeScheduleLoaded loaded) {
            events.add(new FeeScheduleLoaded(
                    loaded.feeScheduleId(),
                    loaded.code(),
                    loaded.version(),
                    loaded.minimumBidding(),
                    loaded.minimumNegotiated(),
                    loaded.tiers(),
                    List.of(new FeeWaiverRule(FeeWaiverGround.SMALL_ENTERPRISE, 0, 5_000))));
        } else if (event instanceof ContractEffective effective) {
            events.add(new FeeWaiverGranted(1, 1, 0, 1, FeeWaiverGround.SMALL_ENTERPRISE, 0, 5_000, 0, 0));
            if (revoked) {
                events.add(new FeeWaiverRevoked(1, "in error"));
            }
            events.add(new ContractEffective(1, 1, cny("3556060.00"), effective.paymentDueNanos()));
        } else if (event instanceof FeeAccrued fee && fee.side() == FeeSide.BUYER) {
            events.add(TOLD);
            events.add(new FeeAccrued(1, 1, Examples.B1, FeeSide.BUYER, cny("6060.00")));
        } else {
            events.add(event);
        }
    }
}
