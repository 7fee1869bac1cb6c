package org.tpx.engine.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tpx.engine.Market;
import org.tpx.engine.Written;
import org.tpx.protocol.Command;
import org.tpx.protocol.CustodyCommand.CertifyHolding;
import org.tpx.protocol.CustodyCommand.ConsentToShareTransfer;
import org.tpx.protocol.CustodyCommand.FreezeShares;
import org.tpx.protocol.CustodyCommand.ProposeShareCancellation;
import org.tpx.protocol.CustodyCommand.ProposeShareIssue;
import org.tpx.protocol.CustodyCommand.ProposeShareLock;
import org.tpx.protocol.CustodyCommand.ProposeShareUnfreeze;
import org.tpx.protocol.CustodyCommand.ReleaseSharePledge;
import org.tpx.protocol.CustodyEvent.HoldingCertified;
import org.tpx.protocol.Event;
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
            Life life = new Life(seed, reasons, done);
            try {
                life.play();
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
        private final Set<RejectReason> reasons;
        private final Set<Class<?>> done;
        private final Map<String, Naive> naive = new HashMap<>();
        private final List<String> order = new ArrayList<>();
        private int references;

        private Life(int seed, Set<RejectReason> reasons, Set<Class<?>> done) {
            random = new Random(seed);
            this.reasons = reasons;
            this.done = done;
            custody("H0", 50, "H1", 50, "H2", 50, "H3", 50);
            for (String party : PARTIES) {
                naive.put(party, new Naive());
                of(party).shares = 50;
            }
        }

        private void play() {
            for (int step = 0; step < STEPS; step++) {
                step(any(), 1L + random.nextInt(30));
                check();
            }
            market.verify();
        }

        private void step(String party, long shares) {
            switch (random.nextInt(10)) {
                case 0 -> moves(party, any(), shares, ShareTransferKind.GIFT);
                case 1 -> moves(party, any(), shares, ShareTransferKind.JUDGMENT);
                case 2 -> pledges(party, shares);
                case 3 -> freezes(party, shares);
                case 4 -> releases(reference());
                case 5 -> consents(reference());
                case 6 -> unfreezes(reference());
                case 7 -> locks(party, random.nextInt(10_001));
                case 8 -> issues(party, shares);
                default -> cancels(party, shares);
            }
        }

        private String any() {
            return PARTIES[random.nextInt(PARTIES.length)];
        }

        private String reference() {
            return "N-" + random.nextInt(references + 1);
        }

        private void moves(String from, String to, long shares, ShareTransferKind kind) {
            Naive one = of(from);
            long locked = kind == ShareTransferKind.GIFT ? Math.min(one.locked, one.shares) : 0;
            RejectReason expected = from.equals(to)
                    ? RejectReason.NOT_ALLOWED
                    : refusal(one.shares, shares, one.bound(), one.frozen(), locked);
            if (sent(transfer(from, to, shares, kind), expected)) {
                lighten(one, shares, locked);
                one.shares -= shares;
                of(to).shares += shares;
            }
        }

        private void pledges(String party, long shares) {
            Naive one = of(party);
            String next = "N-" + ++references;
            RejectReason expected = refusal(one.shares, shares, one.pledged(), one.frozen(), 0);
            if (sent(pledge(party, "SELLER", shares, next), expected)) {
                one.pledges.put(next, shares);
                order.add(next);
            }
        }

        private void freezes(String party, long shares) {
            Naive one = of(party);
            String next = "N-" + ++references;
            RejectReason expected = shares > one.shares
                    ? RejectReason.SHARES_MISSING
                    : shares > one.shares - one.frozen() ? RejectReason.SHARES_FROZEN : null;
            if (sent(new FreezeShares(register(), party(party), shares, PAPER, "a court", next), expected)) {
                one.freezes.put(next, shares);
            }
        }

        @Override
        Market releases(String reference) {
            Naive holder = holderOf(reference, true);
            RejectReason expected = holder == null ? RejectReason.UNKNOWN_SUBJECT : null;
            if (sent(new ReleaseSharePledge(register(), PAPER, reference), expected) && holder != null) {
                holder.pledges.remove(reference);
            }
            return market;
        }

        @Override
        Market consents(String reference) {
            Naive holder = holderOf(reference, true);
            RejectReason expected = holder == null ? RejectReason.UNKNOWN_SUBJECT : null;
            if (holder != null && holder.consented.contains(reference)) {
                expected = RejectReason.NOT_ALLOWED;
            }
            if (sent(new ConsentToShareTransfer(register(), PAPER, reference), expected) && holder != null) {
                holder.consented.add(reference);
            }
            return market;
        }

        @Override
        Market unfreezes(String reference) {
            Naive holder = holderOf(reference, false);
            RejectReason expected = holder == null ? RejectReason.UNKNOWN_SUBJECT : null;
            if (sent(new ProposeShareUnfreeze(next(), register(), PAPER, reference), expected) && holder != null) {
                holder.freezes.remove(reference);
            }
            return market;
        }

        private void locks(String party, int bps) {
            long untilNanos = Written.nanos("2027-01-01 00:00");
            if (sent(new ProposeShareLock(next(), register(), party(party), bps, untilNanos, PAPER), null)) {
                of(party).locked = (of(party).shares * bps + 9_999) / 10_000;
            }
        }

        private void issues(String party, long shares) {
            List<ShareHolding> holders = List.of(new ShareHolding(party(party), shares));
            if (sent(new ProposeShareIssue(next(), register(), PAPER, holders), null)) {
                of(party).shares += shares;
            }
        }

        private void cancels(String party, long shares) {
            Naive one = of(party);
            RejectReason expected = refusal(one.shares, shares, one.bound(), one.frozen(), 0);
            if (sent(new ProposeShareCancellation(next(), register(), party(party), shares, PAPER), expected)) {
                lighten(one, shares, 0);
                one.shares -= shares;
            }
        }

        // Free shares first, then those of pledges whose pledgee has consented, in the order of their entry.
        private void lighten(Naive one, long shares, long locked) {
            long free = Math.max(0, one.shares - one.pledged() - one.frozen() - locked);
            long left = Math.max(0, shares - free);
            for (String pledge : order) {
                long pledged = one.consented.contains(pledge) ? one.pledges.getOrDefault(pledge, 0L) : 0;
                long taken = Math.min(left, pledged);
                left -= taken;
                if (pledged > 0 && taken == pledged) {
                    one.pledges.remove(pledge);
                } else if (taken > 0) {
                    one.pledges.put(pledge, pledged - taken);
                }
            }
            assertThat(left).as("shares that no pledge could give").isZero();
        }

        private static @Nullable RejectReason refusal(long held, long shares, long pledged, long frozen, long locked) {
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

        private @Nullable Naive holderOf(String reference, boolean pledge) {
            for (Naive one : naive.values()) {
                if ((pledge ? one.pledges : one.freezes).containsKey(reference)) {
                    return one;
                }
            }
            return null;
        }

        private boolean sent(Command command, @Nullable RejectReason expected) {
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
                by("CLERK-1", new CertifyHolding(register(), party(party)));
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

        private Naive of(String party) {
            return Objects.requireNonNull(naive.get(party));
        }
    }
}
