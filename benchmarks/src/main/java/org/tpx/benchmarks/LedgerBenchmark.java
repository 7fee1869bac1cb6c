package org.tpx.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.tpx.protocol.AccountKind;
import org.tpx.protocol.Currency;
import org.tpx.protocol.EntrySide;
import org.tpx.protocol.Money;
import org.tpx.protocol.PostingLeg;
import org.tpx.settlement.ledger.AccountKey;
import org.tpx.settlement.ledger.Hold;
import org.tpx.settlement.ledger.Ledger;

/**
 * The ledger in memory with all of its checks: a deposit comes in, goes to a payment, is held, posted and paid, each step a posting of two
 * legs, over 10,000 parties; three postings and a hold in two phases an operation, each posting a turn of its own.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class LedgerBenchmark {
    /** Postings an operation. */
    static final int POSTINGS = 3;

    private static final int PARTIES = 10_000;

    private record Steps(List<PostingLeg> in, List<PostingLeg> released, List<PostingLeg> out, AccountKey payable) {}

    private final List<Steps> steps = new ArrayList<>();
    private Ledger ledger = new Ledger((what, expected, found) -> {});
    private long next;

    /** Makes the postings, so that only booking them is measured. */
    @Setup(Level.Trial)
    public void prepare() {
        Random random = new Random(7);
        for (long party = 1; party <= PARTIES; party++) {
            Money amount = Money.ofMinor(1 + random.nextInt(1_000_000_000), Currency.CNY);
            PostingLeg bank = new PostingLeg(AccountKind.SETTLEMENT, 0, 0, 0, EntrySide.DEBIT, amount);
            PostingLeg deposit =
                    new PostingLeg(AccountKind.DEPOSIT, party, 1 + party % 100, 0, EntrySide.CREDIT, amount);
            PostingLeg payable = new PostingLeg(AccountKind.PAYABLE, party, 0, 0, EntrySide.CREDIT, amount);
            steps.add(new Steps(
                    List.of(bank, deposit),
                    List.of(other(deposit), payable),
                    List.of(other(payable), other(bank)),
                    AccountKey.of(payable)));
        }
        ledger = new Ledger((what, expected, found) -> {
            throw new IllegalStateException(what + " is " + found + ", expected " + expected);
        });
    }

    private static PostingLeg other(PostingLeg leg) {
        EntrySide side = leg.side() == EntrySide.DEBIT ? EntrySide.CREDIT : EntrySide.DEBIT;
        return new PostingLeg(leg.account(), leg.partyId(), leg.listingId(), leg.dealId(), side, leg.amount());
    }

    /** In, released and held, posted and out. */
    @Benchmark
    public long threePostingsAndAHold() {
        next++;
        Steps party = steps.get((int) (next % PARTIES));
        ledger.post(party.in());
        ledger.endTurn(account -> {});
        ledger.post(party.released());
        ledger.hold(new Hold(next, party.payable(), party.in().get(0).amount().minor(), next + PARTIES));
        ledger.endTurn(account -> {});
        ledger.postHeld(next);
        ledger.post(party.out());
        ledger.endTurn(account -> {});
        ledger.requireEqualSides();
        return ledger.assetsMinor(Currency.CNY);
    }
}
