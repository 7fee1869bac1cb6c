package org.tpx.engine.negotiation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tpx.engine.Played;
import org.tpx.engine.Written;
import org.tpx.protocol.ApprovalKind;
import org.tpx.protocol.CancellationGround;
import org.tpx.protocol.Currency;
import org.tpx.protocol.DealCommand.GrantApproval;
import org.tpx.protocol.DealCommand.RefuseApproval;
import org.tpx.protocol.DealCommand.RequireApproval;
import org.tpx.protocol.Event;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.LegalBasis;
import org.tpx.protocol.Money;
import org.tpx.protocol.MoneyEvent.PaymentConfirmed;
import org.tpx.protocol.MoneyEvent.PaymentDue;
import org.tpx.protocol.NegotiationEvent.NegotiationCancelled;
import org.tpx.protocol.NegotiationEvent.ObjectionFiled;
import org.tpx.protocol.ObjectionOutcome;

/**
 * Random lives of negotiations, against {@link NegotiationModel}: whatever people do, allowed or not, its promises hold, the books
 * balance, the history repeats itself, and in the end nothing is left in the settlement account. A failure names its seed.
 */
class NegotiationWorkloadTest {

    private static final int SEEDS = 120;
    private static final int STEPS = 80;

    @Test
    void shouldKeepItsPromisesWhateverHappens() {
        int signed = 0;
        Set<CancellationGround> grounds = EnumSet.noneOf(CancellationGround.class);
        for (int seed = 0; seed < SEEDS; seed++) {
            Life life = new Life(seed);
            try {
                life.play();
                life.windUp();
                signed += life.check(grounds);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
        assertThat(signed).as("contracts").isGreaterThan(SEEDS / 4);
        assertThat(grounds)
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(
                        EnumSet.of(CancellationGround.RESCINDED, CancellationGround.CERTIFICATE_REVOKED)));
    }

    private static final class Life extends NegotiationScenario {

        private static final String[] BUYERS = {"B1", "B2"};
        private static final Hash256 PAPER = Written.digest("paper");

        private final Random random;
        private final TreeSet<Long> due = new TreeSet<>();
        private long objections;
        private int seen;

        private Life(int seed) {
            random = new Random(seed);
            if (random.nextBoolean()) {
                failedListing();
            } else {
                market.parties(BUYERS).at("2025-06-09 09:00");
                proposes(random.nextBoolean() ? LegalBasis.UNIVERSITY_ACHIEVEMENT : LegalBasis.PRIVATE_HOLDER);
            }
        }

        private void play() {
            for (int step = 0; step < STEPS; step++) {
                pass(random.nextInt(3) == 0 ? random.nextInt(240) * 3_600L : random.nextInt(3_600));
                if (random.nextInt(3) == 0) {
                    straightOn();
                } else {
                    act(random.nextInt(24));
                }
                payOut(random.nextInt(3) == 0);
            }
        }

        // What would bring the negotiation on in most states; the others refuse it.
        private void straightOn() {
            opens(basis(), "CNY 6,000,000.00");
            approves();
            posts();
            rejects(objection());
            if (random.nextBoolean()) {
                market.signs().becomesEffective();
            }
        }

        private void act(int dice) {
            switch (dice) {
                case 0 -> opens(basis(), price());
                case 1 -> approves();
                case 2 -> sometimes(4, this::refusesBasis);
                case 3, 4 -> posts(random.nextInt(3) * 10);
                case 5, 6 -> objects();
                case 7, 8 -> rejects(objection());
                case 9 -> upholds(objection(), ObjectionOutcome.values()[random.nextInt(2)]);
                case 10 -> changesPrice(price());
                case 11 -> changesTransferee(BUYERS[random.nextInt(2)]);
                case 12 -> changesScope(random.nextBoolean() ? "the patent" : "a licence");
                case 13 -> changes(change());
                case 14 -> sometimes(4, this::cancels);
                case 15, 16 -> market.signs();
                case 17 -> market.becomesEffective();
                case 18 -> by("CLERK-1", new RequireApproval(market.listingId(), ApprovalKind.EXPORT));
                case 19 -> by("CLERK-1", new GrantApproval(market.listingId(), PAPER, "NO-1"));
                case 20 -> by("CLERK-1", new RefuseApproval(market.listingId(), PAPER, "NO-2"));
                case 21, 22 -> market.pays(BUYERS[random.nextInt(2)], random.nextBoolean() ? price() : "CNY 1.00");
                default ->
                    market.restarts(Written.local(market.host().nowNanos() + 3_600_000_000_000L * random.nextInt(50)));
            }
        }

        // One of the last, which may be open still.
        private long objection() {
            return objections - random.nextInt(3);
        }

        private LegalBasis basis() {
            return LegalBasis.values()[random.nextInt(LegalBasis.values().length)];
        }

        private String price() {
            return Written.text(Money.ofMinor(598_000_000L + 1_000_000L * random.nextInt(6), Currency.CNY));
        }

        private void sometimes(int oneIn, Runnable act) {
            if (random.nextInt(oneIn) == 0) {
                act.run();
            }
        }

        private void pass(long seconds) {
            market.at(Written.local(market.host().nowNanos() + seconds * 1_000_000_000L));
        }

        private void payOut(boolean all) {
            for (Played turn :
                    market.host().turns().subList(seen, market.host().turns().size())) {
                for (Event event : turn.events()) {
                    if (event instanceof PaymentDue payment) {
                        due.add(payment.paymentId());
                    } else if (event instanceof PaymentConfirmed confirmed) {
                        due.remove(confirmed.paymentId());
                    } else if (event instanceof ObjectionFiled objection) {
                        objections = objection.objectionId();
                    }
                }
            }
            seen = market.host().turns().size();
            for (long payment : all ? due.toArray(Long[]::new) : new Long[0]) {
                market.sends(payment).confirms(payment);
            }
        }

        private void windUp() {
            by("CLERK-1", new GrantApproval(market.listingId(), PAPER, "NO-3"));
            for (int month = 0; month < 4; month++) {
                market.becomesEffective().certifies().registersTitle();
                payOut(true);
                pass(31 * 86_400L);
            }
            payOut(true);
            payOut(true);
        }

        private int check(Set<CancellationGround> grounds) {
            NegotiationModel model = new NegotiationModel();
            for (Played turn : market.host().turns()) {
                for (Event event : turn.events()) {
                    model.on(turn.timeNanos(), event);
                    if (event instanceof NegotiationCancelled cancelled) {
                        grounds.add(cancelled.ground());
                    }
                }
            }
            market.settlementAccountIsEmpty();
            market.verify();
            return model.signed();
        }
    }
}
