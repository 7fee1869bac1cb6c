package org.tpx.engine.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tpx.engine.Draft.listing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tpx.engine.Market;
import org.tpx.engine.TestHost;
import org.tpx.engine.Written;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Event;
import org.tpx.protocol.IncrementStep;
import org.tpx.protocol.Money;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.SaleCommand.PlaceBid;
import org.tpx.protocol.SaleCommand.SetAscendingTerms;
import org.tpx.protocol.SaleCommand.SetProxyMaximum;
import org.tpx.protocol.SaleEvent.AuctionDetermined;
import org.tpx.protocol.SaleEvent.BidPlaced;
import org.tpx.protocol.SaleEvent.ProxyMaximumSet;
import org.tpx.protocol.SystemEvent.CommandRefused;

/** Random bids and maxima in one auction, against {@link ProxyModel}. A failure names its seed. */
class ProxyWorkloadTest {

    private static final int SEEDS = 2_000;
    private static final int STEPS = 50;
    private static final int BIDDERS = 4;
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long START = 600_000_000;
    private static final long INCREMENT = 5_000_000;
    private static final long[][] NONE = {};
    private static final long[][] TABLE = {{0, 1_000_000}, {650_000_000, 7_000_000}, {700_000_000, 25_000_000}};

    @Test
    void shouldDecideLikeTheModelWhateverIsOffered() {
        Set<RejectReason> reasons = EnumSet.noneOf(RejectReason.class);
        List<Setting> settings = List.of(
                new Setting(NONE, false), new Setting(NONE, true), new Setting(TABLE, false), new Setting(TABLE, true));
        int[] answers = new int[4];
        for (int seed = 0; seed < SEEDS; seed++) {
            Run run = new Run(settings.get(seed % settings.size()), seed, reasons, answers);
            run.play();
        }
        assertThat(reasons)
                .contains(
                        RejectReason.BELOW_START,
                        RejectReason.NOT_ABOVE_HIGH,
                        RejectReason.NOT_ABOVE_OWN,
                        RejectReason.BAD_INCREMENT,
                        RejectReason.SELF_OUTBID);
        assertThat(answers[0]).as("maxima that moved nothing").isPositive();
        assertThat(answers[1]).as("turns with one bid").isPositive();
        assertThat(answers[2]).as("turns with two bids").isGreaterThan(SEEDS);
        assertThat(answers[3]).as("turns with more").isZero();
    }

    /** A market in which bidding has just begun, as a snapshot that every run begins from. */
    private static final class Setting {

        private final long[][] table;
        private final boolean raiseAllowed;
        private final byte[] snapshot;
        private final long listingId;
        private final long nowNanos;
        private final long[] parties = new long[BIDDERS];
        private final long[] agents = new long[BIDDERS];

        private Setting(long[][] table, boolean raiseAllowed) {
            this.table = table;
            this.raiseAllowed = raiseAllowed;
            List<IncrementStep> rows = Arrays.stream(table)
                    .map(row -> new IncrementStep(money(row[0]), money(row[1])))
                    .toList();
            Market market = new Market();
            market.rules("proxyBiddingAllowed", true, "topBidderRaiseAllowed", raiseAllowed)
                    .draftsWith(id -> new SetAscendingTerms(id, true, false, rows))
                    .inBidding(listing("L1"), "B0", "B1", "B2", "B3");
            listingId = market.listingId();
            for (int bidder = 0; bidder < BIDDERS; bidder++) {
                parties[bidder] = market.id(Ref.PARTY, "B" + bidder);
                agents[bidder] = market.id(Ref.PRINCIPAL, "A-B" + bidder);
            }
            snapshot = market.host().snapshot();
            nowNanos = market.host().nowNanos();
        }
    }

    /** One random history. */
    private static final class Run {

        private final Setting setting;
        private final int seed;
        private final Random random;
        private final Set<RejectReason> reasons;
        private final int[] answers;
        private final ProxyModel model;
        private TestHost host;
        private long clientId = 1_000_000;

        private Run(Setting setting, int seed, Set<RejectReason> reasons, int[] answers) {
            this.setting = setting;
            this.seed = seed;
            this.reasons = reasons;
            this.answers = answers;
            random = new Random(seed);
            model = new ProxyModel(BIDDERS, START, INCREMENT, setting.table, setting.raiseAllowed);
            host = TestHost.resumed(setting.snapshot, setting.nowNanos);
        }

        private void play() {
            for (int step = 0; step < STEPS; step++) {
                host.advance(host.nowNanos() + random.nextInt(140) * SECOND_NANOS);
                offer(random.nextInt(BIDDERS), amount(), random.nextBoolean());
                if (random.nextInt(20) == 0) {
                    host = TestHost.resumed(host.snapshot(), host.nowNanos());
                }
            }
            host.advance(host.nowNanos() + 86_400 * SECOND_NANOS);
            checkOutcome();
        }

        private void offer(int bidder, long minor, boolean maximum) {
            long listingId = setting.listingId;
            long partyId = setting.parties[bidder];
            Money amount = money(minor);
            List<Event> events = host.submit(
                            setting.agents[bidder],
                            ++clientId,
                            maximum
                                    ? new SetProxyMaximum(listingId, partyId, amount)
                                    : new PlaceBid(listingId, partyId, amount))
                    .events();
            if (events.get(0) instanceof CommandRefused refused && refused.reason() == RejectReason.LATE) {
                return;
            }
            int before = model.leader();
            long beforeMinor = model.priceMinor();
            RejectReason reason = maximum ? model.maximum(bidder, minor) : model.bid(bidder, minor);
            check(events, maximum, reason, before == model.leader() && beforeMinor == model.priceMinor());
        }

        private void check(List<Event> events, boolean maximum, @Nullable RejectReason reason, boolean still) {
            if (reason != null) {
                reasons.add(reason);
                int template = maximum ? 129 : 72;
                assertThat(events)
                        .as(this::where)
                        .containsExactly(new CommandRefused(template, reason, setting.listingId));
                return;
            }
            List<BidPlaced> bids = new ArrayList<>();
            events.stream().filter(BidPlaced.class::isInstance).forEach(bid -> bids.add((BidPlaced) bid));
            assertThat(events.get(0) instanceof ProxyMaximumSet).as(this::where).isEqualTo(maximum);
            assertThat(bids).as(this::where).hasSize(events.size() - (maximum ? 1 : 0));
            answers[Math.min(3, bids.size())]++;
            if (bids.isEmpty()) {
                assertThat(still).as(this::where).isTrue();
                return;
            }
            BidPlaced last = bids.get(bids.size() - 1);
            assertThat(last.partyId()).as(this::where).isEqualTo(setting.parties[model.leader()]);
            assertThat(last.amount().minor()).as(this::where).isEqualTo(model.priceMinor());
        }

        private long amount() {
            long high = Math.max(START, model.priceMinor());
            return switch (random.nextInt(10)) {
                case 0 -> START - INCREMENT;
                case 1 -> high - random.nextInt(2) * INCREMENT;
                case 2 -> high + 1 + random.nextInt(9_000_000);
                case 3, 4, 5 -> START + (high - START) / INCREMENT * INCREMENT + INCREMENT * random.nextInt(12);
                default -> high + INCREMENT * random.nextInt(6);
            };
        }

        private void checkOutcome() {
            List<Event> outcomes = new ArrayList<>();
            host.turns().forEach(turn -> outcomes.addAll(turn.events()));
            outcomes.removeIf(event -> !(event instanceof AuctionDetermined));
            if (model.leader() >= 0 && !outcomes.isEmpty()) {
                AuctionDetermined determined = (AuctionDetermined) outcomes.get(0);
                assertThat(determined.winnerId()).as(this::where).isEqualTo(setting.parties[model.leader()]);
                assertThat(determined.amount().minor()).as(this::where).isEqualTo(model.priceMinor());
                assertThat(determined.runnerUpAmount().minor()).as(this::where).isEqualTo(model.secondMinor());
            }
        }

        private String where() {
            return "seed " + seed + ", turn " + host.turns().size() + " at " + Written.local(host.nowNanos());
        }
    }

    private static Money money(long minor) {
        return Money.ofMinor(minor, Currency.CNY);
    }
}
