package org.tpx.settlement.ledger;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Money;
import org.tpx.protocol.PaymentKind;

/**
 * What one turn says about money in different words, so that they can be held against each other when it ends: what the bank
 * brought and took against the movement of its accounts; which payments its postings make due against those that it tells.
 */
final class TurnTally {
    private final Map<AccountKey, Long> bankMinor = new TreeMap<>();
    private final Map<AccountKey, Long> bookedMinor = new TreeMap<>();
    private final Map<Due, Long> owedMinor = new TreeMap<>();
    private final Map<Due, Long> toldMinor = new TreeMap<>();
    private final Set<Long> deals = new LinkedHashSet<>();
    private final Set<Currency> awardFees = EnumSet.noneOf(Currency.class);

    /** One kind of payment to one party. */
    private record Due(PaymentKind kind, long partyId, Currency currency) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int byKind = kind.compareTo(other.kind);
            int byParty = byKind != 0 ? byKind : Long.compare(partyId, other.partyId);
            return byParty != 0 ? byParty : currency.compareTo(other.currency);
        }

        @Override
        public String toString() {
            return kind + (partyId == 0 ? "" : " to party " + partyId);
        }
    }

    void begin() {
        bankMinor.clear();
        bookedMinor.clear();
        owedMinor.clear();
        toldMinor.clear();
        deals.clear();
        awardFees.clear();
    }

    /** The bank brought an amount into one of the two accounts, or took it where it is negative. */
    void bankMoved(AccountKey account, long minor) {
        bankMinor.merge(account, minor, Math::addExact);
    }

    /** One of the two accounts at the bank was debited, or credited where the amount is negative. */
    void bankBooked(AccountKey account, long minor) {
        bookedMinor.merge(account, minor, Math::addExact);
    }

    /** A payment must become due in this turn. */
    void owe(PaymentKind kind, long partyId, Currency currency, long minor) {
        add(owedMinor, new Due(kind, partyId, currency), minor);
    }

    /** The award of a demand earned fees in this turn. */
    void awardEarned(Currency currency) {
        awardFees.add(currency);
    }

    /** Whether fees that belong to no listing are those of an award in this turn, and not those of trades. */
    boolean hasAwardFees(Currency currency) {
        return awardFees.contains(currency);
    }

    /** A payment became due in this turn. */
    void told(PaymentKind kind, long partyId, Money amount) {
        add(toldMinor, new Due(kind, partyId, amount.currency()), amount.minor());
    }

    private static void add(Map<Due, Long> sums, Due due, long minor) {
        if (minor != 0) {
            sums.merge(due, minor, Math::addExact);
        }
    }

    /** A deal moved in this turn and is to be looked at when it ends. */
    void touchDeal(long dealId) {
        deals.add(dealId);
    }

    /** The deals that moved, in the order in which they did. */
    Set<Long> deals() {
        return deals;
    }

    /** Tells what does not fit together. */
    void check(Differences differences) {
        Set<AccountKey> moved = new TreeSet<>(bankMinor.keySet());
        moved.addAll(bookedMinor.keySet());
        for (AccountKey account : moved) {
            differences.check(
                    account.kind() + " in one turn, against the bank",
                    account.currency(),
                    bankMinor.getOrDefault(account, 0L),
                    bookedMinor.getOrDefault(account, 0L));
        }
        owedMinor.forEach((due, minor) ->
                differences.check("payment due: " + due, due.currency(), minor, toldMinor.getOrDefault(due, 0L)));
        toldMinor.forEach((due, minor) -> {
            if (!owedMinor.containsKey(due)) {
                differences.check("payment due: " + due, due.currency(), 0, minor);
            }
        });
    }
}
