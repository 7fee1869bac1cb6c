package org.tpx.engine.offering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tpx.engine.Market;
import org.tpx.engine.Written;
import org.tpx.protocol.Event;
import org.tpx.protocol.MarginRule;
import org.tpx.protocol.Money;
import org.tpx.protocol.OfferingCommand.ApplyForUnits;
import org.tpx.protocol.OfferingCommand.CancelOffering;
import org.tpx.protocol.OfferingCommand.ExercisePreemption;
import org.tpx.protocol.OfferingCommand.ProposeOffering;
import org.tpx.protocol.OfferingEvent.ApplicationEntered;
import org.tpx.protocol.OfferingEvent.BookClosed;
import org.tpx.protocol.OfferingEvent.OfferingAllotted;
import org.tpx.protocol.OfferingEvent.PreemptionExercised;
import org.tpx.protocol.OfferingEvent.SubscriptionReturned;
import org.tpx.protocol.OfferingEvent.UnitsAllotted;
import org.tpx.protocol.OfferingPricing;
import org.tpx.protocol.Ref;
import org.tpx.protocol.UnitEvent.UnitsIssued;
import org.tpx.protocol.VenuePolicy;

/**
 * Random offerings over the real exchange, from events alone: what was paid in is paid for units or goes back, nobody pays more
 * than its limit, at one price nobody envies another, holders take at most what is theirs, and places are not exceeded. That
 * books balance and replays repeat them is checked for each. A failure names its seed.
 */
class OfferingWorkloadTest {

    private static final int SEEDS = 120;
    private static final String[] PARTIES = {"P0", "P1", "P2", "P3", "P4", "P5"};

    @Test
    void shouldKeepToTheRulesWhateverIsAppliedFor() {
        Set<Class<?>> ends = new HashSet<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            Life life = new Life(seed);
            try {
                life.play();
                life.check();
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
            life.events().forEach(event -> ends.add(event.getClass()));
        }
        assertThat(ends).contains(OfferingAllotted.class, SubscriptionReturned.class, PreemptionExercised.class);
    }

    /** What a party paid in with one application, and what became of it. */
    private static final class Line {
        private boolean preemptive;
        private long partyId;
        private long units;
        private long limitMinor;
        private long paidInMinor;
        private long allotted = -1;
    }

    private static final class Life {
        private final Market market = new Market();
        private final Random random;
        private final OfferingPricing pricing;
        private final int maxHolders;
        private final boolean preemption;
        private final Map<Integer, Line> lines = new HashMap<>();
        private final Map<Long, Long> held = new HashMap<>();
        private Money price = Money.NONE;

        private Life(int seed) {
            random = new Random(seed);
            pricing = OfferingPricing.values()[random.nextInt(OfferingPricing.values().length)];
            maxHolders = random.nextInt(3) == 0 ? 1 + random.nextInt(6) : 0;
            preemption = pricing != OfferingPricing.AS_BID && random.nextBoolean();
            market.parties(PARTIES);
            market.opensSeries("U1", new VenuePolicy(false, false, 5, maxHolders), "lotUnits", 1L + random.nextInt(3));
        }

        private void play() {
            for (String party : PARTIES) {
                market.paysIn(party, "CNY " + (1_000 + random.nextInt(9_000)) + ".00");
                if (random.nextInt(3) == 0) {
                    market.issues(6L * (1 + random.nextInt(20)), party);
                }
            }
            market.by("OPERATOR-1", offering()).accepted().approved("SUPERVISOR-1", "");
            market.at(OfferingScenario.OPENS);
            for (String party : PARTIES) {
                market.by("A-" + party, application(party));
            }
            if (random.nextInt(12) == 0) {
                market.by("SUPERVISOR-1", new CancelOffering(1, "a doubt"));
            }
            market.at(OfferingScenario.CLOSES);
            for (String party : PARTIES) {
                market.by(
                        "A-" + party,
                        new ExercisePreemption(1, market.id(Ref.PARTY, party), 6L * (1 + random.nextInt(60))));
            }
            market.at("2025-06-20 17:00");
        }

        private ProposeOffering offering() {
            return OfferingScenario.proposing(
                    market,
                    "O-1",
                    "pricing",
                    pricing,
                    "margin",
                    MarginRule.values()[random.nextInt(2)],
                    "units",
                    6L * (1 + random.nextInt(100)),
                    "minimumUnits",
                    1L + random.nextInt(6),
                    "exerciseDays",
                    preemption ? 3 : 0);
        }

        private ApplyForUnits application(String party) {
            long id = market.id(Ref.PARTY, party);
            String limit = "CNY " + (10 + random.nextInt(4)) + ".00";
            Money price = pricing == OfferingPricing.FIXED ? Money.NONE : Written.money(limit);
            return new ApplyForUnits(1, id, 6L * (1 + random.nextInt(60)), price);
        }

        private List<Event> events() {
            return market.host().turns().stream()
                    .flatMap(turn -> turn.events().stream())
                    .toList();
        }

        private void check() {
            events().forEach(this::look);
            boolean succeeded = events().stream().anyMatch(OfferingAllotted.class::isInstance);
            assertThat(lines.values()).allMatch(line -> line.allotted >= 0, "is settled");
            if (pricing == OfferingPricing.UNIFORM && succeeded && maxHolders == 0) {
                // Whoever would have paid more than the price has all that it asked for, unless holders came first.
                boolean exercised = lines.values().stream().anyMatch(line -> line.preemptive);
                assertThat(lines.values())
                        .allMatch(line -> exercised || line.limitMinor <= price.minor() || line.allotted == line.units);
            }
            assertThat(maxHolders == 0 || held.size() <= maxHolders)
                    .as("places")
                    .isTrue();
            market.verify();
        }

        private void look(Event event) {
            if (event instanceof ApplicationEntered one) {
                enter(one.number(), false, one.partyId(), one.units(), one.price(), one.amount());
            } else if (event instanceof PreemptionExercised one) {
                enter(one.number(), true, one.partyId(), one.units(), one.price(), one.amount());
            } else if (event instanceof BookClosed closed) {
                price = closed.price();
            } else if (event instanceof UnitsAllotted one) {
                settle(one);
            } else if (event instanceof SubscriptionReturned one) {
                Line line = Objects.requireNonNull(lines.get(one.number()));
                assertThat(one.refund().minor()).isEqualTo(line.paidInMinor);
                line.allotted = 0;
            } else if (event instanceof UnitsIssued issued) {
                held.merge(issued.partyId(), issued.units(), Long::sum);
            }
        }

        private void enter(int number, boolean preemptive, long partyId, long units, Money limit, Money amount) {
            Line line = new Line();
            line.preemptive = preemptive;
            line.partyId = partyId;
            line.units = units;
            line.limitMinor = limit.minor();
            line.paidInMinor = amount.minor();
            assertThat(lines.put(number, line)).isNull();
        }

        private void settle(UnitsAllotted one) {
            Line line = Objects.requireNonNull(lines.get(one.number()));
            assertThat(one.partyId()).isEqualTo(line.partyId);
            assertThat(one.units()).isBetween(0L, line.units);
            assertThat(one.paid().minor() + one.refund().minor()).isEqualTo(line.paidInMinor);
            assertThat(one.paid().minor()).isLessThanOrEqualTo(one.units() * line.limitMinor);
            if (pricing != OfferingPricing.AS_BID) {
                assertThat(one.paid().minor()).isEqualTo(one.units() * price.minor());
            }
            assertThat(line.allotted).isNegative();
            line.allotted = one.units();
        }
    }
}
