package org.tpx.engine.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tpx.engine.Market;
import org.tpx.engine.Played;
import org.tpx.engine.With;
import org.tpx.engine.Written;
import org.tpx.protocol.Commitment;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Event;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.ListingEvent.Awarded;
import org.tpx.protocol.Money;
import org.tpx.protocol.PriceRule;
import org.tpx.protocol.Ref;
import org.tpx.protocol.SaleEvent.AuctionFailed;
import org.tpx.protocol.SealedEvent.LotDrawn;
import org.tpx.protocol.SystemEvent.CommandRefused;
import org.tpx.protocol.TiePolicy;

/**
 * Whole auctions of sealed quotes with random bids, replacements, ties and officers that do not do everything, against a model
 * that knows all amounts. In each the books must balance and the history must repeat itself. A failure names its seed.
 */
class SealedWorkloadTest {

    private static final int SEEDS = 300;
    private static final int BIDDERS = 4;
    private static final long FLOOR = 600_000_000;
    private static final long INCREMENT = 5_000_000;

    @Test
    void shouldDecideLikeTheModelAndChargeNobodyMoreThanItBid() {
        int[] endings = new int[4];
        for (int seed = 0; seed < SEEDS; seed++) {
            Run run = new Run(seed);
            run.play();
            endings[run.market().host().turns().stream().anyMatch(Run::fails) ? 0 : 1]++;
            endings[2] += run.tied ? 1 : 0;
            endings[3] += run.drawn() ? 1 : 0;
        }
        assertThat(endings[0]).as("auctions without a winner").isPositive();
        assertThat(endings[1]).as("auctions with a winner").isGreaterThan(SEEDS / 2);
        assertThat(endings[2]).as("ties").isGreaterThan(SEEDS / 10);
        assertThat(endings[3]).as("lots").isPositive();
    }

    /** What a bidder did, as only the model knows it. */
    private static final class Bidder {
        private final String party;
        private long amount;
        private int order;
        private boolean opened;
        private long requote;
        private int requoteOrder;
        private boolean requoteOpened;

        Bidder(String party) {
            this.party = party;
        }

        boolean isValid() {
            return opened && amount >= FLOOR;
        }

        boolean counts(long least) {
            return requoteOpened && requote >= least;
        }
    }

    private static final class Run extends SealedScenario {
        private final int seed;
        private final Random random;
        private final PriceRule rule;
        private final TiePolicy policy;
        private final boolean requotes;
        private final boolean reveals;
        private final List<Bidder> bidders = new ArrayList<>();
        private int order;
        private boolean tied;

        Run(int seed) {
            this.seed = seed;
            random = new Random(seed);
            rule = PriceRule.values()[random.nextInt(2)];
            policy = TiePolicy.values()[random.nextInt(3)];
            requotes = random.nextBoolean();
            reveals = random.nextInt(4) > 0;
            for (int i = 1; i <= BIDDERS; i++) {
                bidders.add(new Bidder("B" + i));
            }
        }

        Market market() {
            return market;
        }

        void play() {
            market.draftsWith(id ->
                    With.with(terms(id, rule, policy), "replacements", 1, "requoteSeconds", requotes ? 1_800 : 0));
            market.inAuction(SEALED, bidders.stream().map(b -> b.party).toArray(String[]::new));
            if (policy != TiePolicy.EARLIEST) {
                commits("CLERK-1", SEED).accepted();
            }
            market.schedules("2025-07-08 10:00", "2025-07-08 11:00").at("2025-07-08 10:00");
            for (int i = 0; i < BIDDERS + 2; i++) {
                bid(bidders.get(random.nextInt(BIDDERS)));
            }
            openFirst();
            List<Bidder> best = best();
            tied = best.size() > 1;
            if (tied && requotes) {
                quoteAgain(best);
            }
            reveal("2025-07-08 12:30");
            at("2025-07-08 18:00");
            check();
            market.verify();
        }

        boolean drawn() {
            return events().stream().anyMatch(LotDrawn.class::isInstance);
        }

        static boolean fails(Played turn) {
            return turn.events().stream().anyMatch(AuctionFailed.class::isInstance);
        }

        private void bid(Bidder bidder) {
            long amount = FLOOR + INCREMENT * (random.nextInt(4) - 1);
            int turns = market.host().turns().size();
            bids(bidder.party, written(amount));
            if (wasAccepted(turns)) {
                bidder.amount = amount;
                bidder.order = ++order;
            }
        }

        private void openFirst() {
            at("2025-07-08 11:05");
            boolean both = random.nextInt(8) > 0;
            shares("CLERK-1");
            shares(both ? "CLERK-2" : "CLERK-1");
            for (Bidder bidder : bidders) {
                if (bidder.amount > 0 && random.nextInt(8) > 0) {
                    opens(bidder.party, written(bidder.amount));
                    bidder.opened = both;
                }
            }
            closes();
            reveal("2025-07-08 11:30");
        }

        private void quoteAgain(List<Bidder> best) {
            for (Bidder bidder : best) {
                if (random.nextInt(3) > 0) {
                    bidder.requote = bidder.amount + INCREMENT * random.nextInt(3);
                    bidder.requoteOrder = ++order;
                    bids(bidder.party, written(bidder.requote)).accepted();
                }
            }
            reveal("2025-07-08 12:00");
            shares("CLERK-2");
            shares("SUPERVISOR-1");
            for (Bidder bidder : best) {
                if (bidder.requote > 0 && random.nextInt(8) > 0) {
                    opens(bidder.party, written(bidder.requote));
                    bidder.requoteOpened = true;
                }
            }
            closes();
            reveal("2025-07-08 12:10");
        }

        // Refused unless the lot is awaited just then, which depends on when the openings were closed.
        private void reveal(String time) {
            at(time);
            if (reveals) {
                reveals(SEED);
            }
        }

        private List<Bidder> best() {
            long most = bidders.stream()
                    .filter(Bidder::isValid)
                    .mapToLong(b -> b.amount)
                    .max()
                    .orElse(0);
            return bidders.stream().filter(b -> b.isValid() && b.amount == most).toList();
        }

        private void check() {
            List<Awarded> awards = events().stream()
                    .filter(Awarded.class::isInstance)
                    .map(Awarded.class::cast)
                    .toList();
            assertThat(awards).as("seed %s", seed).hasSize(best().isEmpty() ? 0 : 1);
            if (awards.isEmpty()) {
                return;
            }
            Bidder winner = winner();
            Awarded awarded = awards.get(0);
            assertThat(awarded.transfereeId()).as("seed %s", seed).isEqualTo(market.id(Ref.PARTY, winner.party));
            assertThat(awarded.price().minor()).as("seed %s", seed).isEqualTo(price(winner));
            assertThat(awarded.price().minor()).as("seed %s", seed).isBetween(FLOOR, last(winner));
        }

        private Bidder winner() {
            List<Bidder> valid = bidders.stream().filter(Bidder::isValid).toList();
            long most = valid.stream().mapToLong(this::last).max().orElseThrow();
            List<Bidder> top = valid.stream().filter(b -> last(b) == most).toList();
            if (top.size() > 1 && policy != TiePolicy.EARLIEST && reveals) {
                BigInteger number = new BigInteger(digest().toString(), 16);
                return top.get(number.mod(BigInteger.valueOf(top.size())).intValue());
            }
            return top.stream()
                    .min(Comparator.comparingInt(b -> last(b) == b.amount ? b.order : b.requoteOrder))
                    .orElseThrow();
        }

        private long price(Bidder winner) {
            if (rule == PriceRule.FIRST_PRICE) {
                return last(winner);
            }
            return bidders.stream()
                    .filter(b -> b.isValid() && b != winner)
                    .mapToLong(this::last)
                    .max()
                    .orElse(FLOOR);
        }

        private long last(Bidder bidder) {
            return bidder.counts(best().get(0).amount + INCREMENT) ? bidder.requote : bidder.amount;
        }

        private Hash256 digest() {
            StringBuilder text = new StringBuilder(SEED + "|LST-2025-0001|round=1");
            for (Bidder bidder : bidders) {
                if (policy == TiePolicy.LOT_WITH_NONCES && bidder.opened) {
                    text.append("|BC-00")
                            .append(bidder.party.charAt(1))
                            .append('=')
                            .append(nonce(bidder.party));
                }
            }
            return Commitment.of(text.toString());
        }

        private boolean wasAccepted(int turn) {
            return !(market.host().turns().get(turn).events().get(0) instanceof CommandRefused);
        }

        private List<Event> events() {
            return market.host().turns().stream()
                    .flatMap(turn -> turn.events().stream())
                    .toList();
        }

        private static String written(long minor) {
            return Written.text(Money.ofMinor(minor, Currency.CNY));
        }
    }
}
