package org.tpx.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tpx.engine.Draft.listing;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tpx.protocol.AccountKind;
import org.tpx.protocol.ChargeCommand.AgreeCommission;
import org.tpx.protocol.ChargeCommand.LinkMember;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Event;
import org.tpx.protocol.FeeSide;
import org.tpx.protocol.ForfeitPolicy;
import org.tpx.protocol.HaltScope;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.ListingCommand.OrderTermination;
import org.tpx.protocol.MandateScope;
import org.tpx.protocol.MemberCommand.RegisterParty;
import org.tpx.protocol.Money;
import org.tpx.protocol.MoneyEvent.MoneyReceived;
import org.tpx.protocol.MoneyEvent.PaymentConfirmed;
import org.tpx.protocol.MoneyEvent.PaymentDue;
import org.tpx.protocol.MoneyPurpose;
import org.tpx.protocol.PaymentKind;
import org.tpx.protocol.Ref;
import org.tpx.protocol.ReleasePolicy;
import org.tpx.protocol.SuspensionGround;

/**
 * Random lives of a listing, from its notice to the last payment: whatever people do, allowed or not, and however money comes,
 * the books balance after every turn, the history repeats itself, and once everything is wound up nothing is left in the
 * settlement account. A failure names its seed.
 */
class MoneyWorkloadTest {

    private static final int SEEDS = 150;
    private static final int STEPS = 80;

    /** The others belong to offerings and to shares in custody, whose tests have workloads of their own. */
    private static final Set<PaymentKind> KINDS = EnumSet.complementOf(EnumSet.of(
            PaymentKind.SUBSCRIPTION_REFUND,
            PaymentKind.OFFERING_PROCEEDS,
            PaymentKind.DISTRIBUTION,
            PaymentKind.AWARD,
            PaymentKind.AWARD_REFUND,
            PaymentKind.DIVIDEND,
            PaymentKind.PLEDGE_CLAIM,
            PaymentKind.RESTITUTION,
            PaymentKind.FEE_REFUND,
            PaymentKind.DUES_REFUND));

    private static final String[] BIDDERS = {"B1", "B2", "B3"};

    @Test
    void shouldOweEveryCentUntilItIsPaidOutWhateverHappens() {
        Map<PaymentKind, Integer> kinds = new EnumMap<>(PaymentKind.class);
        for (int seed = 0; seed < SEEDS; seed++) {
            Life life = new Life(seed);
            try {
                life.play();
                life.windUp();
                life.check();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(
                        "seed " + seed + ", turn " + life.market.host().turns().size(), e);
            }
            life.market.host().turns().forEach(turn -> turn.events().forEach(event -> {
                if (event instanceof PaymentDue due) {
                    kinds.merge(due.kind(), 1, Integer::sum);
                }
            }));
        }
        assertThat(kinds).as("kinds of payments that came about").containsOnlyKeys(KINDS.toArray(new PaymentKind[0]));
    }

    private static final class Life {

        private final Market market = new Market();
        private final Random random;
        private final TreeSet<Long> due = new TreeSet<>();
        private int seen;

        private Life(int seed) {
            random = new Random(seed);
            market.parties(BIDDERS);
            payBrokers();
            Draft draft = listing("L1")
                    .extensions(random.nextInt(2))
                    .forfeit(random.nextBoolean() ? ForfeitPolicy.FULL : ForfeitPolicy.ACTUAL_LOSS)
                    .release(ReleasePolicy.values()[random.nextInt(ReleasePolicy.values().length)]);
            market.disclosed(random.nextBoolean() ? draft.runnerUpWaiting() : draft);
        }

        // The seller's broker is paid by either side, and by nobody in a third of the lives.
        private void payBrokers() {
            market.by("CLERK-1", new RegisterParty("BROKER", Hash256.ZERO, Hash256.ZERO));
            long member = market.id(Ref.MEMBER, "M-SELLER");
            market.by("CLERK-1", new LinkMember(member, market.id(Ref.PARTY, "BROKER")))
                    .accepted();
            FeeSide payer = random.nextBoolean() ? FeeSide.SELLER : FeeSide.BUYER;
            int ratePpm = random.nextInt(3) * 15_001;
            long seller = market.id(Ref.PARTY, "SELLER");
            market.by(
                    "A-SELLER",
                    new AgreeCommission(seller, member, MandateScope.SELL, payer, ratePpm, Money.NONE, Hash256.ZERO));
        }

        private void play() {
            for (int step = 0; step < STEPS; step++) {
                pass(random.nextInt(3) == 0 ? random.nextInt(96) * 3_600L : random.nextInt(1_800));
                if (random.nextInt(2) == 0) {
                    straightOn();
                } else {
                    act(random.nextInt(44));
                }
                payOut(random.nextInt(3) == 0);
            }
        }

        private void pass(long seconds) {
            market.at(Written.local(market.host().nowNanos() + seconds * 1_000_000_000L));
        }

        private String bidder() {
            return BIDDERS[random.nextInt(BIDDERS.length)];
        }

        // What would bring the listing on in most states; the others refuse it.
        private void straightOn() {
            String one = bidder();
            market.intends(one, random.nextBoolean()).qualifies(one);
            if (random.nextBoolean()) {
                market.deposits(one, "CNY 1,800,000.00");
            }
            market.schedules(Written.local(market.host().nowNanos() + 60_000_000_000L), "");
            pass(120);
            market.quotes(one, "CNY 6,100,000.00").bids(one, bid()).bids(bidder(), bid());
            if (random.nextBoolean()) {
                market.signs().becomesEffective().pays(bidder(), money());
            }
            if (random.nextBoolean()) {
                market.relists("CNY 5,800,000.00").publishes();
            }
        }

        private String bid() {
            return Written.text(Money.ofMinor(600_000_000L + 5_000_000L * random.nextInt(60), Currency.CNY));
        }

        private String money() {
            long minor =
                    switch (random.nextInt(4)) {
                        case 0 -> 180_000_000;
                        case 1 -> 1 + random.nextInt(90_000_000);
                        case 2 -> 180_000_000 + random.nextInt(1_000);
                        default -> 450_000_000 + random.nextInt(500_000_000);
                    };
            return Written.text(Money.ofMinor(minor, Currency.CNY));
        }

        private void act(int dice) {
            switch (dice) {
                case 0, 1, 2 -> market.intends(bidder(), random.nextBoolean());
                case 3, 4 -> market.qualifies(bidder());
                case 5 -> market.disqualifies(bidder());
                case 6, 7, 8 -> market.deposits(bidder(), money());
                case 9 ->
                    market.by(
                            "CLERK-1",
                            With.with(
                                    market.receipt(MoneyPurpose.DEPOSIT, bidder(), money()),
                                    "account",
                                    Written.digest("?")));
                case 10, 11, 12 -> market.pays(bidder(), money());
                case 13, 14 -> market.bids(bidder(), bid());
                case 15 -> market.quotes(bidder(), bid());
                case 16, 17 -> market.signs();
                case 18, 19 -> market.becomesEffective();
                case 20, 21 -> market.certifies();
                case 22 -> market.registersTitle();
                case 23 -> market.handsOver();
                case 24 -> market.acceptsOffer(bidder());
                case 25 -> market.declinesOffer(bidder());
                case 26 -> market.declinesWaiting(bidder());
                case 27 -> market.replies(bidder());
                case 28 -> market.upholds(bidder());
                case 29 -> market.dismisses(bidder());
                case 30, 31, 32 -> market.relists("CNY 5,800,000.00").publishes();
                case 33 -> market.suspends();
                case 34 -> market.resumes();
                case 35 -> market.halts(HaltScope.values()[random.nextInt(2)]);
                case 36 -> market.lifts(HaltScope.values()[random.nextInt(2)]);
                case 37 ->
                    market.restarts(Written.local(market.host().nowNanos() + 3_600_000_000_000L * random.nextInt(50)));
                case 38 -> sometimes(20, market::withdraws);
                case 39, 40 -> market.paysIn(bidder(), money());
                case 41, 42, 43 -> market.takesOut(bidder(), money());
                default ->
                    sometimes(
                            5,
                            () -> market.by(
                                    "SUPERVISOR-1",
                                    new OrderTermination(market.listingId(), SuspensionGround.OTHER, "")));
            }
        }

        private void sometimes(int oneIn, Runnable act) {
            if (random.nextInt(oneIn) == 0) {
                act.run();
            }
        }

        // Sends what is due, now and then to see it come back.
        private void payOut(boolean all) {
            for (Played turn :
                    market.host().turns().subList(seen, market.host().turns().size())) {
                for (Event event : turn.events()) {
                    if (event instanceof PaymentDue payment) {
                        due.add(payment.paymentId());
                    } else if (event instanceof PaymentConfirmed confirmed) {
                        due.remove(confirmed.paymentId());
                    }
                }
            }
            seen = market.host().turns().size();
            for (long payment : all ? due.toArray(Long[]::new) : new Long[0]) {
                market.sends(payment);
                if (random.nextInt(8) == 0) {
                    market.returns(payment);
                } else {
                    market.confirms(payment);
                }
            }
        }

        // Time goes on until nothing runs any more; everybody does what is left to do.
        private void windUp() {
            market.lifts(HaltScope.LISTING).lifts(HaltScope.MARKET).suspends().terminates();
            for (int month = 0; month < 6; month++) {
                for (String bidder : BIDDERS) {
                    market.upholds(bidder);
                }
                market.becomesEffective()
                        .certifies()
                        .registersTitle()
                        .handsOver()
                        .closes();
                payOut(true);
                pass(31 * 86_400L);
            }
            market.withdraws().closes();
            for (String bidder : BIDDERS) {
                takeOutAll(bidder);
            }
            for (int round = 0; round < 5; round++) {
                payOut(true);
            }
        }

        private void takeOutAll(String bidder) {
            long partyId = market.id(Ref.PARTY, bidder);
            Money left = Books.of(market.host().turns()).balance(AccountKind.TRADING, partyId, Currency.CNY);
            if (left.isPositive()) {
                market.takesOut(bidder, Written.text(left)).accepted();
            }
        }

        private void check() {
            Books books = Books.of(market.host().turns());
            assertThat(received()).as("money that came in").isPositive();
            // What the exchange earned is the only money that stays.
            assertThat(books.sum(AccountKind.OPERATING)).isEqualTo(books.sum(AccountKind.FEE_INCOME));
            for (AccountKind kind : AccountKind.values()) {
                boolean earned = kind == AccountKind.OPERATING || kind == AccountKind.FEE_INCOME;
                assertThat(earned ? 0 : books.sum(kind)).as("left in %s", kind).isZero();
            }
            market.verify();
        }

        private long received() {
            return market.host().turns().stream()
                    .flatMap(turn -> turn.events().stream())
                    .filter(MoneyReceived.class::isInstance)
                    .mapToLong(event -> ((MoneyReceived) event).amount().minor())
                    .sum();
        }
    }
}
