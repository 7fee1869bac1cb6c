package org.tpx.engine.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tpx.engine.Written;
import org.tpx.protocol.Command;
import org.tpx.protocol.CustodyCommand.CertifyHolding;
import org.tpx.protocol.CustodyCommand.ConsentToShareTransfer;
import org.tpx.protocol.CustodyCommand.FreezeShares;
import org.tpx.protocol.CustodyCommand.ProposeShareCancellation;
import org.tpx.protocol.CustodyCommand.ProposeShareIssue;
import org.tpx.protocol.CustodyCommand.ProposeShareLock;
import org.tpx.protocol.CustodyCommand.ProposeShareTransfer;
import org.tpx.protocol.CustodyCommand.ProposeShareUnfreeze;
import org.tpx.protocol.CustodyCommand.RegisterSharePledge;
import org.tpx.protocol.CustodyCommand.ReleaseSharePledge;
import org.tpx.protocol.CustodyEvent.HoldingCertified;
import org.tpx.protocol.Event;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.ShareHolding;
import org.tpx.protocol.ShareTransferKind;
import org.tpx.protocol.SystemEvent.CommandRefused;

/**
 * Random entries in a register against a model that marks every single share: whether an entry is taken, why it is refused, and what
 * each holder holds after it must be the same. Books and replays are checked for each life as for every scenario. A failure names its seed.
 */
class CustodyWorkloadTest {

    private static final int SEEDS = 60;
    private static final int STEPS = 60;
    private static final String[] PARTIES = {"H0", "H1", "H2", "H3"};

    @Test
    void shouldHoldWhatAModelHoldsShareByShare() {
        Set<RejectReason> reasons = EnumSet.noneOf(RejectReason.class);
        Set<Class<?>> done = new HashSet<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            Life life = new Life(seed);
            try {
                life.play(reasons, done);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
        assertThat(reasons)
                .contains(
                        RejectReason.SHARES_MISSING,
                        RejectReason.SHARES_PLEDGED,
                        RejectReason.SHARES_FROZEN,
                        RejectReason.SHARES_LOCKED);
        assertThat(done).hasSizeGreaterThanOrEqualTo(9);
    }

    /** What one party has: numbers of shares, added up anew for every question. */
    private static final class Naive {
        private long shares;
        private long locked;
        private final Map<String, Long> pledges = new HashMap<>();
        private final Set<String> consented = new HashSet<>();
        private final Map<String, Long> freezes = new HashMap<>();

        private long pledged() {
            return pledges.values().stream().mapToLong(Long::longValue).sum();
        }

        private long bound() {
            return pledges.entrySet().stream()
                    .filter(pledge -> !consented.contains(pledge.getKey()))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }

        private long frozen() {
            return freezes.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    private static final class Life extends CustodyScenario {
        private final Random random;
        private final Map<String, Naive> naive = new HashMap<>();
        private final List<String> order = new ArrayList<>();
        private int references;

        private Life(int seed) {
            random = new Random(seed);
            custody("H0", 50, "H1", 50, "H2", 50, "H3", 50);
            for (String party : PARTIES) {
                naive.put(party, new Naive());
                naive.get(party).shares = 50;
            }
        }

        private void play(Set<RejectReason> reasons, Set<Class<?>> done) {
            for (int step = 0; step < STEPS; step++) {
                int kind = random.nextInt(9);
                String party = PARTIES[random.nextInt(PARTIES.length)];
                long shares = 1L + random.nextInt(30);
                step(kind, party, shares, reasons, done);
                check();
            }
            market.verify();
        }

        private void step(int kind, String party, long shares, Set<RejectReason> reasons, Set<Class<?>> done) {
            Naive one = naive.get(party);
            String other = PARTIES[random.nextInt(PARTIES.length)];
            String reference = references == 0 ? "N-0" : "N-" + random.nextInt(references + 1);
            switch (kind) {
                case 0 -> moved(party, other, shares, ShareTransferKind.GIFT, reasons, done);
                case 1 -> moved(party, other, shares, ShareTransferKind.JUDGMENT, reasons, done);
                case 2 -> {
                    String next = "N-" + ++references;
                    RejectReason expected = refusal(one.shares, shares, one.pledged(), one.frozen(), 0);
                    if (sent(new RegisterSharePledge(register(), id(party), id("SELLER"), shares, PAPER, next), expected, reasons, done)) {
                        one.pledges.put(next, shares);
                        order.add(next);
                    }
                }
                case 3 -> {
                    String next = "N-" + ++references;
                    RejectReason expected = shares > one.shares
                            ? RejectReason.SHARES_MISSING
                            : shares > one.shares - one.frozen() ? RejectReason.SHARES_FROZEN : null;
                    if (sent(new FreezeShares(register(), id(party), shares, PAPER, "a court", next), expected, reasons, done)) {
                        one.freezes.put(next, shares);
                    }
                }
                case 4 -> {
                    Naive holder = holderOf(reference, true);
                    RejectReason expected = holder == null ? RejectReason.UNKNOWN_SUBJECT : null;
                    if (sent(new ReleaseSharePledge(register(), PAPER, reference), expected, reasons, done) && holder != null) {
                        holder.pledges.remove(reference);
                    }
                }
                case 5 -> {
                    Naive holder = holderOf(reference, true);
                    RejectReason expected = holder == null
                            ? RejectReason.UNKNOWN_SUBJECT
                            : holder.consented.contains(reference) ? RejectReason.NOT_ALLOWED : null;
                    if (sent(new ConsentToShareTransfer(register(), PAPER, reference), expected, reasons, done) && holder != null) {
                        holder.consented.add(reference);
                    }
                }
                case 6 -> {
                    Naive holder = holderOf(reference, false);
                    RejectReason expected = holder == null ? RejectReason.UNKNOWN_SUBJECT : null;
                    if (sent(new ProposeShareUnfreeze(next(), register(), PAPER, reference), expected, reasons, done) && holder != null) {
                        holder.freezes.remove(reference);
                    }
                }
                case 7 -> {
                    int bps = random.nextInt(10_001);
                    if (sent(
                            new ProposeShareLock(next(), register(), id(party), bps, Written.nanos("2027-01-01 00:00"), PAPER),
                            null,
                            reasons,
                            done)) {
                        one.locked = (one.shares * bps + 9_999) / 10_000;
                    }
                }
                default -> comesOrGoes(party, shares, reasons, done);
            }
        }

        private void moved(
                String from, String to, long shares, ShareTransferKind kind, Set<RejectReason> reasons, Set<Class<?>> done) {
            Naive one = naive.get(from);
            long locked = kind == ShareTransferKind.GIFT ? Math.min(one.locked, one.shares) : 0;
            RejectReason expected = from.equals(to)
                    ? RejectReason.NOT_ALLOWED
                    : refusal(one.shares, shares, one.bound(), one.frozen(), locked);
            ProposeShareTransfer command =
                    new ProposeShareTransfer(next(), register(), id(from), id(to), shares, kind, PAPER);
            if (sent(command, expected, reasons, done)) {
                lighten(one, shares, locked);
                one.shares -= shares;
                naive.get(to).shares += shares;
            }
        }

        private void comesOrGoes(String party, long shares, Set<RejectReason> reasons, Set<Class<?>> done) {
            Naive one = naive.get(party);
            if (random.nextBoolean()) {
                List<ShareHolding> holders = List.of(new ShareHolding(id(party), shares));
                if (sent(new ProposeShareIssue(next(), register(), PAPER, holders), null, reasons, done)) {
                    one.shares += shares;
                }
                return;
            }
            RejectReason expected = refusal(one.shares, shares, one.bound(), one.frozen(), 0);
            if (sent(new ProposeShareCancellation(next(), register(), id(party), shares, PAPER), expected, reasons, done)) {
                lighten(one, shares, 0);
                one.shares -= shares;
            }
        }

        // Free shares first, then those of pledges whose pledgee has consented, in the order of their entry.
        private void lighten(Naive one, long shares, long locked) {
            long free = Math.max(0, one.shares - one.pledged() - one.frozen() - locked);
            long left = Math.max(0, shares - free);
            for (String pledge : order) {
                if (left > 0 && one.pledges.containsKey(pledge) && one.consented.contains(pledge)) {
                    long taken = Math.min(left, one.pledges.get(pledge));
                    left -= taken;
                    if (taken == one.pledges.get(pledge)) {
                        one.pledges.remove(pledge);
                    } else {
                        one.pledges.put(pledge, one.pledges.get(pledge) - taken);
                    }
                }
            }
            assertThat(left).as("shares that no pledge could give").isZero();
        }

        private static RejectReason refusal(long held, long shares, long pledged, long frozen, long locked) {
            if (shares > held) {
                return RejectReason.SHARES_MISSING;
            }
            if (shares > held - pledged) {
                return RejectReason.SHARES_PLEDGED;
            }
            if (shares > held - pledged - frozen) {
                return RejectReason.SHARES_FROZEN;
            }
            return shares > held - pledged - frozen - locked ? RejectReason.SHARES_LOCKED : null;
        }

        private Naive holderOf(String reference, boolean pledge) {
            return naive.values().stream()
                    .filter(one -> (pledge ? one.pledges : one.freezes).containsKey(reference))
                    .findFirst()
                    .orElse(null);
        }

        private boolean sent(Command command, RejectReason expected, Set<RejectReason> reasons, Set<Class<?>> done) {
            by("CLERK-1", command);
            if (expected != null) {
                reasons.add(expected);
                market.refused(expected);
                return false;
            }
            market.accepted();
            if (command.getClass().getSimpleName().startsWith("Propose")) {
                market.approved("CLERK-2", "").accepted();
            }
            done.add(command.getClass());
            return true;
        }

        private void check() {
            long total = naive.values().stream().mapToLong(one -> one.shares).sum();
            naive.forEach((party, one) -> {
                by("CLERK-1", new CertifyHolding(register(), id(party)));
                HoldingCertified told = (HoldingCertified) last();
                assertThat(told.shares()).as(party).isEqualTo(one.shares);
                assertThat(told.totalShares()).isEqualTo(total);
                assertThat(told.pledgedShares()).as(party + " pledged").isEqualTo(one.pledged());
                assertThat(told.frozenShares()).as(party + " frozen").isEqualTo(one.frozen());
                assertThat(told.lockedShares()).as(party + " locked").isEqualTo(Math.min(one.locked, one.shares));
            });
        }

        private Event last() {
            List<Event> events =
                    market.host().turns().get(market.host().turns().size() - 1).events();
            assertThat(events.get(0)).isNotInstanceOf(CommandRefused.class);
            return events.get(0);
        }

        private long id(String party) {
            return market.id(Ref.PARTY, party);
        }
    }
}
