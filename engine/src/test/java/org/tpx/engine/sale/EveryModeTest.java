package org.tpx.engine.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tpx.engine.Draft.listing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tpx.engine.Draft;
import org.tpx.engine.Market;
import org.tpx.engine.Played;
import org.tpx.engine.Scenario;
import org.tpx.engine.Written;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.AuctionPhase;
import org.tpx.protocol.Command;
import org.tpx.protocol.CompetitiveCommand.SetCompetitiveTerms;
import org.tpx.protocol.Event;
import org.tpx.protocol.HaltScope;
import org.tpx.protocol.ListingEvent.ListingDrafted;
import org.tpx.protocol.PriceRule;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.SaleCommand;
import org.tpx.protocol.SaleEvent.AuctionResumed;
import org.tpx.protocol.SaleEvent.AuctionVoided;
import org.tpx.protocol.SealedCommand;
import org.tpx.protocol.TiePolicy;

/**
 * What the frame promises for every way of forming a price: whatever makes an auction stand still, it goes on with the time that
 * was left, at least five minutes; and it ends without a trace when it is withdrawn before, or void. A new mode joins by a line in
 * {@link #modes}.
 */
class EveryModeTest extends Scenario {

    private static final long MINUTE_NANOS = 60_000_000_000L;

    /** A mode and the command that says what its notice needs, where it needs one. */
    private record Mode(AuctionMode auctionMode, String firstPeriodEnd, LongFunction<List<Command>> terms) {

        Mode(AuctionMode auctionMode, LongFunction<List<Command>> terms) {
            this(auctionMode, "", terms);
        }

        @Override
        public String toString() {
            return auctionMode.name();
        }
    }

    private static List<Mode> modes() {
        return List.of(
                new Mode(AuctionMode.MULTI_ROUND_ASCENDING, id -> List.of()),
                new Mode(AuctionMode.DYNAMIC_QUOTATION, id -> List.of(new SaleCommand.SetDynamicTerms(id, 1))),
                new Mode(
                        AuctionMode.DUTCH,
                        id -> List.of(new SaleCommand.SetDutchTerms(
                                id, Written.money("CNY 100,000.00"), 600, 30, true, 600, 300))),
                new Mode(
                        AuctionMode.ROUNDS, id -> List.of(new SaleCommand.SetRoundsTerms(id, 3, 180, 300, 180, 1_800))),
                new Mode(
                        AuctionMode.SEALED_ONE_TIME,
                        "2025-07-08 11:00",
                        id -> List.of(new SealedCommand.SetSealedTerms(
                                id, 1, PriceRule.FIRST_PRICE, TiePolicy.EARLIEST, 0, 3_600))),
                new Mode(AuctionMode.WEIGHTED, id -> List.of(TenderScene.terms(id))),
                new Mode(AuctionMode.TENDER, id -> List.of(TenderScene.terms(id))),
                new Mode(
                        AuctionMode.COMPETITIVE_NEGOTIATION,
                        id -> List.of(new SetCompetitiveTerms(id, 3, 1, 3_600, 1_800, true))));
    }

    /** Ways to stand still, each begun and ended at these times. */
    private enum Stop {
        LISTING_HALT,
        MARKET_HALT,
        SUSPENSION,
        OUTAGE
    }

    private static Stream<Arguments> stops() {
        return modes().stream().flatMap(mode -> Arrays.stream(Stop.values()).map(stop -> new Arguments(mode, stop)));
    }

    private record Arguments(Mode mode, Stop stop) {}

    @Test
    void shouldListEveryModeThatADraftMayName() {
        List<AuctionMode> offered = new ArrayList<>();
        for (AuctionMode mode : AuctionMode.values()) {
            market.drafts(listing("D-" + mode.name()).with("auctionMode", mode));
            if (events().anyMatch(event ->
                    event instanceof ListingDrafted drafted && drafted.code().equals("D-" + mode.name()))) {
                offered.add(mode);
            }
        }
        // The lots of a package sale have one clock, that of their catalogue.
        offered.remove(AuctionMode.PACKAGE);
        assertThat(modes().stream().map(Mode::auctionMode)).containsExactlyInAnyOrderElementsOf(offered);
    }

    @ParameterizedTest
    @MethodSource("stops")
    void shouldGoOnWithTheTimeThatWasLeft(Arguments arguments) {
        running(arguments.mode());
        at("2025-07-08 10:01");
        goesOn(arguments.stop(), "2025-07-09 10:30");
    }

    @ParameterizedTest
    @MethodSource("stops")
    void shouldGiveAtLeastFiveMinutes(Arguments arguments) {
        running(arguments.mode());
        long endNanos = market.host().nextDeadlineNanos();
        if (hasClock(endNanos)) {
            market.at(Written.local(endNanos - 1));
        }
        goesOn(arguments.stop(), "2025-07-09 10:30");
    }

    @ParameterizedTest
    @MethodSource("modes")
    void shouldStandStillUntilTheLastReasonIsGone(Mode mode) {
        running(mode);
        at("2025-07-08 10:01").halts(HaltScope.MARKET).halts(HaltScope.LISTING).suspends();
        at("2025-07-09 10:00").lifts(HaltScope.MARKET).without("AuctionResumed");
        at("2025-07-09 10:10").resumes().without("AuctionResumed");
        at("2025-07-09 10:30").lifts(HaltScope.LISTING);
        assertThat(events().filter(AuctionResumed.class::isInstance)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("modes")
    void shouldEndWithoutATraceWhenItIsWithdrawnBeforeItsStart(Mode mode) {
        scheduled(mode);
        boolean opened = mode.auctionMode() == AuctionMode.DYNAMIC_QUOTATION;
        market.withdraws();
        if (!opened) {
            market.including("WithdrawnByTransferor listing=L1");
            long mark = market.host().turns().size();
            at("2025-07-10 10:00").without("TimerFired");
            assertThat(market.host().turns()).hasSize((int) mark);
        }
    }

    @ParameterizedTest
    @MethodSource("modes")
    void shouldNotBeWithdrawnOnceItRuns(Mode mode) {
        running(mode);
        market.withdraws().refused(RejectReason.NOT_ALLOWED);
    }

    @ParameterizedTest
    @MethodSource("modes")
    void shouldEndWithoutATraceWhenItIsVoid(Mode mode) {
        running(mode);
        at("2025-07-08 10:01").voids("B1").including("Unsold reason=VOIDED").including("Lost party=B2");
        assertThat(events().filter(AuctionVoided.class::isInstance)).hasSize(1);
        at("2025-07-15 17:00").including("ForfeitApplied party=B1");
        market.without("AuctionFailed").without("PhaseStarted").without("LimitedPeriodStarted");
        market.relists("CNY 6,000,000.00").publishes().accepted();
    }

    private void goesOn(Stop stop, String resumed) {
        long endNanos = market.host().nextDeadlineNanos();
        long stoppedNanos = market.host().nowNanos();
        switch (stop) {
            case LISTING_HALT -> market.halts(HaltScope.LISTING).at(resumed).lifts(HaltScope.LISTING);
            case MARKET_HALT -> market.halts(HaltScope.MARKET).at(resumed).lifts(HaltScope.MARKET);
            case SUSPENSION -> market.suspends().at(resumed).resumes();
            case OUTAGE -> {
                // The node's last turn says since when it was away.
                stoppedNanos = market.host().lastTurnNanos();
                market.restarts("2025-07-09 09:00").at(resumed).lifts(HaltScope.LISTING);
            }
        }
        List<AuctionResumed> all = events().filter(AuctionResumed.class::isInstance)
                .map(AuctionResumed.class::cast)
                .toList();
        assertThat(all).hasSize(1);
        long leftNanos = Math.max(5 * MINUTE_NANOS, endNanos - stoppedNanos);
        assertThat(all.get(0).phase()).isNotEqualTo(AuctionPhase.SCHEDULED);
        assertThat(all.get(0).deadlineNanos()).isEqualTo(hasClock(endNanos) ? Written.nanos(resumed) + leftNanos : 0);
    }

    // A phase without a clock leaves the timers of days to come as the next.
    private static boolean hasClock(long endNanos) {
        return endNanos < Written.nanos("2025-07-09 00:00");
    }

    private Market scheduled(Mode mode) {
        Draft draft = listing("L1").with("auctionMode", mode.auctionMode());
        market.parties("B1", "B2", "B3").at("2025-06-04 09:00").drafts(draft);
        mode.terms().apply(market.listingId()).forEach(command -> by("A-SELLER", command)
                .accepted());
        market.submits().accepts().accepted();
        at("2025-06-09 09:00").publishes().accepted();
        at("2025-07-01 10:00").admitted("CNY 1,800,000.00", "B1", "B2", "B3");
        return at("2025-07-07 17:00")
                .schedules("2025-07-08 10:00", mode.firstPeriodEnd())
                .accepted();
    }

    private Market running(Mode mode) {
        return scheduled(mode).at("2025-07-08 10:00");
    }

    private Stream<Event> events() {
        return market.host().turns().stream().map(Played::events).flatMap(List::stream);
    }
}
