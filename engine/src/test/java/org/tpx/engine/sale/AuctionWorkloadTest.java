package org.tpx.engine.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tpx.engine.Draft.listing;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tpx.engine.Market;
import org.tpx.engine.TestHost;
import org.tpx.engine.Written;
import org.tpx.engine.sale.AuctionModel.Halt;
import org.tpx.engine.sale.AuctionModel.Phase;
import org.tpx.protocol.Command;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Event;
import org.tpx.protocol.GovernanceCommand.ApproveProposal;
import org.tpx.protocol.GovernanceEvent.ProposalMade;
import org.tpx.protocol.HaltScope;
import org.tpx.protocol.ListingCommand.OrderSuspension;
import org.tpx.protocol.ListingCommand.ProposeResumption;
import org.tpx.protocol.Money;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.SaleCommand.OrderHalt;
import org.tpx.protocol.SaleCommand.PlaceBid;
import org.tpx.protocol.SaleCommand.ProposeHaltLift;
import org.tpx.protocol.SaleEvent.AuctionDetermined;
import org.tpx.protocol.SaleEvent.AuctionFailed;
import org.tpx.protocol.SaleEvent.BidPlaced;
import org.tpx.protocol.SuspensionGround;
import org.tpx.protocol.SystemEvent.CommandRefused;

/** Random bids, halts, suspensions and outages in one auction, against {@link AuctionModel}. A failure names its seed. */
class AuctionWorkloadTest {

    private static final int SEEDS = 2_000;
    private static final int STEPS = 60;
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final int BIDDERS = 4;

    @Test
    void shouldDecideLikeTheModelWhateverHappens() {
        Set<RejectReason> reasons = EnumSet.noneOf(RejectReason.class);
        int[] endings = new int[2];
        List<Setting> settings = List.of(
                new Setting(false, false, 100, 300, 3_600), new Setting(true, false, 100, 60, 600),
                new Setting(false, true, 0, 300, 1_800), new Setting(true, true, 3, 900, 60));
        for (int seed = 0; seed < SEEDS; seed++) {
            Run run = new Run(settings.get(seed % settings.size()), seed);
            run.play();
            reasons.addAll(run.reasons);
            endings[run.model.leader() < 0 ? 0 : 1]++;
        }
        assertThat(endings[0]).as("auctions without a bid").isPositive();
        assertThat(endings[1]).as("auctions with a winner").isGreaterThan(SEEDS / 2);
        assertThat(reasons)
                .contains(
                        RejectReason.HALTED,
                        RejectReason.AUCTION_NOT_OPEN,
                        RejectReason.LATE,
                        RejectReason.NOT_ADMITTED,
                        RejectReason.NO_FREE_PERIOD_BID,
                        RejectReason.CURRENCY,
                        RejectReason.BELOW_START,
                        RejectReason.NOT_ABOVE_HIGH,
                        RejectReason.BAD_INCREMENT,
                        RejectReason.SELF_OUTBID,
                        RejectReason.ABOVE_SANITY_CAP);
    }

    /** A market with a scheduled auction under some rules, as a snapshot that every run begins from. */
    private static final class Setting {

        private final AuctionRules rules;
        private final byte[] snapshot;
        private final long listingId;
        private final long startNanos;
        private final long nowNanos;
        private final long[] parties = new long[BIDDERS];
        private final long[] agents = new long[BIDDERS];
        private final long supervisor1;
        private final long supervisor2;

        private Setting(boolean freeBidRequired, boolean raiseAllowed, int cap, int limitedSeconds, int freeSeconds) {
            Market market = new Market();
            market.rules(
                    "requireFreePeriodBid", freeBidRequired,
                    "topBidderRaiseAllowed", raiseAllowed,
                    "sanityCapMultiple", cap,
                    "limitedPeriodSeconds", limitedSeconds,
                    "freePeriodSeconds", freeSeconds);
            market.party("B3").inAuction(listing("L1"), "B0", "B1", "B2");
            market.schedules("2025-07-08 10:00", "").at("2025-07-08 09:00");
            startNanos = Written.nanos("2025-07-08 10:00");
            listingId = market.listingId();
            for (int bidder = 0; bidder < BIDDERS; bidder++) {
                parties[bidder] = market.id(Ref.PARTY, "B" + bidder);
                agents[bidder] = market.id(Ref.PRINCIPAL, "A-B" + bidder);
            }
            supervisor1 = market.id(Ref.PRINCIPAL, "SUPERVISOR-1");
            supervisor2 = market.id(Ref.PRINCIPAL, "SUPERVISOR-2");
            snapshot = market.host().snapshot();
            nowNanos = market.host().nowNanos();
            rules = new AuctionRules(
                    BIDDERS - 1,
                    600_000_000,
                    5_000_000,
                    cap,
                    freeBidRequired,
                    raiseAllowed,
                    freeSeconds * SECOND_NANOS,
                    limitedSeconds * SECOND_NANOS,
                    300 * SECOND_NANOS);
        }
    }

    /** One random history. */
    private static final class Run {

        private final Setting setting;
        private final int seed;
        private final Random random;
        private final TestHost host;
        private final AuctionModel model;
        private final Set<RejectReason> reasons = EnumSet.noneOf(RejectReason.class);
        private long clientId = 1_000_000;

        private Run(Setting setting, int seed) {
            this.setting = setting;
            this.seed = seed;
            random = new Random(seed);
            host = TestHost.resumed(setting.snapshot, setting.nowNanos);
            model = new AuctionModel(setting.rules, setting.startNanos);
        }

        private void play() {
            for (int step = 0; step < STEPS; step++) {
                wait(random.nextInt(4) == 0 ? 900 : 60);
                act(random.nextInt(100));
            }
            for (Halt halt : Halt.values()) {
                if (model.isHaltedBy(halt)) {
                    lift(halt);
                }
            }
            pass(host.nowNanos() + 10 * 86_400 * SECOND_NANOS);
            checkOutcome();
        }

        private void act(int dice) {
            Halt halt = Halt.values()[random.nextInt(3)];
            if (dice < 80) {
                bid();
            } else if (dice < 82) {
                outage();
            } else if (model.isHaltedBy(halt)) {
                lift(halt);
            } else if (dice < 88 && (halt != Halt.SUSPENSION || model.phase() != Phase.ENDED)) {
                halt(halt);
            }
        }

        // Now and then exactly to the deadline, or to the nanosecond before it.
        private void wait(int maxSeconds) {
            long toDeadline = model.deadlineNanos() - host.nowNanos();
            long nanos = random.nextInt(maxSeconds) * SECOND_NANOS + random.nextInt(1_000_000_000);
            if (random.nextInt(8) == 0 && toDeadline > 0 && toDeadline < 7_200 * SECOND_NANOS) {
                nanos = toDeadline - random.nextInt(2);
            }
            pass(host.nowNanos() + nanos);
        }

        private void pass(long nanos) {
            host.advance(nanos);
            model.passTo(nanos);
        }

        private void bid() {
            int bidder = random.nextInt(16) == 0 ? BIDDERS - 1 : random.nextInt(BIDDERS - 1);
            boolean foreign = random.nextInt(25) == 0;
            long minor = amount();
            Money amount = Money.ofMinor(minor, foreign ? Currency.USD : Currency.CNY);
            Event outcome =
                    send(setting.agents[bidder], new PlaceBid(setting.listingId, setting.parties[bidder], amount));
            RejectReason reason = model.bid(host.nowNanos(), bidder, minor, foreign);
            if (reason != null) {
                reasons.add(reason);
                assertThat(outcome).as(this::where).isEqualTo(new CommandRefused(72, reason, setting.listingId));
                return;
            }
            assertThat(outcome).as(this::where).isInstanceOf(BidPlaced.class);
            BidPlaced placed = (BidPlaced) outcome;
            assertThat(placed.partyId()).as(this::where).isEqualTo(setting.parties[bidder]);
            assertThat(placed.amount()).as(this::where).isEqualTo(amount);
            assertThat(placed.deadlineNanos()).as(this::where).isEqualTo(model.deadlineNanos());
            assertThat(placed.extension()).as(this::where).isEqualTo(model.extensions());
        }

        private long amount() {
            long start = setting.rules.startMinor();
            long high = Math.max(start, model.highMinor());
            return switch (random.nextInt(12)) {
                case 0 -> start - random.nextInt(3) * setting.rules.incrementMinor();
                case 1 -> high - random.nextInt(2) * setting.rules.incrementMinor();
                case 2 -> high + 1 + random.nextInt(5_000_000);
                case 3 -> random.nextInt(4) == 0 ? start * 101 : high + setting.rules.incrementMinor() * 20;
                default -> high + setting.rules.incrementMinor() * random.nextInt(4);
            };
        }

        private void halt(Halt halt) {
            model.halt(halt, host.nowNanos());
            accepted(
                    switch (halt) {
                        case LISTING ->
                            send(setting.supervisor1, new OrderHalt(HaltScope.LISTING, setting.listingId, ""));
                        case MARKET -> send(setting.supervisor1, new OrderHalt(HaltScope.MARKET, 0, ""));
                        case SUSPENSION ->
                            send(
                                    setting.supervisor1,
                                    new OrderSuspension(setting.listingId, SuspensionGround.OTHER, ""));
                    });
        }

        private void lift(Halt halt) {
            String code = "P-" + ++clientId;
            Event made = send(
                    setting.supervisor1,
                    switch (halt) {
                        case LISTING -> new ProposeHaltLift(code, HaltScope.LISTING, setting.listingId);
                        case MARKET -> new ProposeHaltLift(code, HaltScope.MARKET, 0);
                        case SUSPENSION -> new ProposeResumption(code, setting.listingId);
                    });
            wait(30);
            model.lift(halt, host.nowNanos());
            accepted(made);
            accepted(send(setting.supervisor2, new ApproveProposal(((ProposalMade) made).proposalId(), "")));
        }

        private void outage() {
            long backNanos = host.nowNanos() + random.nextInt(3_600) * SECOND_NANOS;
            model.outage(host.lastTurnNanos(), backNanos);
            host.restart(backNanos);
        }

        private void accepted(Event event) {
            assertThat(event).as(this::where).isNotInstanceOf(CommandRefused.class);
        }

        private Event send(long sender, Command command) {
            return host.submit(sender, ++clientId, command).events().get(0);
        }

        private void checkOutcome() {
            List<Event> outcomes = new ArrayList<>();
            host.turns().forEach(turn -> outcomes.addAll(turn.events()));
            outcomes.removeIf(event -> !(event instanceof AuctionDetermined) && !(event instanceof AuctionFailed));
            assertThat(outcomes).as(this::where).hasSize(1);
            if (model.leader() < 0) {
                assertThat(outcomes.get(0)).as(this::where).isEqualTo(new AuctionFailed(setting.listingId));
            } else {
                AuctionDetermined determined = (AuctionDetermined) outcomes.get(0);
                assertThat(determined.winnerId()).as(this::where).isEqualTo(setting.parties[model.leader()]);
                assertThat(determined.amount().minor()).as(this::where).isEqualTo(model.highMinor());
            }
        }

        private String where() {
            return "seed " + seed + ", turn " + host.turns().size() + " at " + Written.local(host.nowNanos());
        }
    }
}
