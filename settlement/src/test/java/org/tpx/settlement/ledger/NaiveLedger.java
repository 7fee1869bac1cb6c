package org.tpx.settlement.ledger;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongPredicate;
import org.tpx.protocol.PostingLeg;

/**
 * The model of the {@link Ledger}: maps of text to {@link BigInteger}. It has names of accounts, arithmetic and
 * words of its own, and shares nothing with the ledger but the legs that both are given.
 */
final class NaiveLedger {
    private static final BigInteger LARGEST = BigInteger.ONE.shiftLeft(63).subtract(BigInteger.ONE);

    /** An open hold. */
    private static final class Waiting {
        final String account;
        final BigInteger amount;
        long untilNanos;

        Waiting(String account, BigInteger amount, long untilNanos) {
            this.account = account;
            this.amount = amount;
            this.untilNanos = untilNanos;
        }
    }

    private final Map<String, BigInteger> debits = new TreeMap<>();
    private final Map<String, BigInteger> credits = new TreeMap<>();
    private final Map<String, BigInteger> sides = new HashMap<>();
    private final Map<String, BigInteger> held = new HashMap<>();
    private final Map<Long, Waiting> waiting = new TreeMap<>();
    private final List<String> told = new ArrayList<>();

    /** What was told of since the last time. */
    List<String> told() {
        List<String> since = List.copyOf(told);
        told.clear();
        return since;
    }

    static String name(PostingLeg leg) {
        return name(
                leg.account().name(),
                leg.partyId(),
                leg.listingId(),
                leg.dealId(),
                leg.offeringId(),
                leg.amount().currency().name());
    }

    static String name(String kind, long party, long listing, long deal, long offering, String currency) {
        List<String> ids = new ArrayList<>();
        if (party != 0) {
            ids.add("party " + party);
        }
        if (listing != 0) {
            ids.add("listing " + listing);
        }
        if (deal != 0) {
            ids.add("deal " + deal);
        }
        if (offering != 0) {
            ids.add("offering " + offering);
        }
        return kind + (ids.isEmpty() ? "" : "{" + String.join(", ", ids) + "}") + " " + currency;
    }

    /** Books all postings or none; false for none. */
    boolean post(List<List<PostingLeg>> postings) {
        BigInteger all = BigInteger.ZERO;
        for (List<PostingLeg> legs : postings) {
            if (!isWhole(legs)) {
                return false;
            }
            for (PostingLeg leg : legs) {
                all = all.add(BigInteger.valueOf(leg.amount().minor()));
            }
        }
        for (List<PostingLeg> legs : postings) {
            for (PostingLeg leg : legs) {
                boolean asset = leg.account().name().equals("SETTLEMENT");
                if (isBeyond(balance(name(leg)), all)
                        || isBeyond(side(leg.amount().currency().name(), asset), all)) {
                    return false;
                }
            }
        }
        postings.forEach(legs -> legs.forEach(this::book));
        postings.forEach(legs -> legs.forEach(leg -> cover(name(leg))));
        return true;
    }

    private static boolean isWhole(List<PostingLeg> legs) {
        Map<String, BigInteger> surplus = new HashMap<>();
        for (PostingLeg leg : legs) {
            BigInteger amount = BigInteger.valueOf(leg.amount().minor());
            if (amount.signum() <= 0) {
                return false;
            }
            BigInteger change = leg.side().name().equals("DEBIT") ? amount : amount.negate();
            surplus.merge(leg.amount().currency().name(), change, BigInteger::add);
        }
        return !legs.isEmpty() && surplus.values().stream().allMatch(one -> one.signum() == 0);
    }

    private static boolean isBeyond(BigInteger balance, BigInteger all) {
        return balance.abs().add(all).compareTo(LARGEST) > 0;
    }

    private void book(PostingLeg leg) {
        Map<String, BigInteger> side = leg.side().name().equals("DEBIT") ? debits : credits;
        BigInteger amount = BigInteger.valueOf(leg.amount().minor());
        side.merge(name(leg), amount, BigInteger::add);
        boolean asset = leg.account().name().equals("SETTLEMENT");
        boolean grows = asset == (side == debits);
        sides.merge(leg.amount().currency() + " " + asset, grows ? amount : amount.negate(), BigInteger::add);
    }

    private void cover(String account) {
        BigInteger least = held(account).max(BigInteger.ZERO);
        if (balance(account).compareTo(least) < 0) {
            told.add("balance of " + account);
        }
    }

    /** Holds, or returns false. */
    boolean hold(long id, String account, long minor, long untilNanos) {
        BigInteger amount = BigInteger.valueOf(minor);
        if (amount.signum() <= 0) {
            return false;
        }
        if (waiting.containsKey(id)) {
            told.add("hold " + id);
            return true;
        }
        if (isBeyond(held(account), amount)) {
            return false;
        }
        waiting.put(id, new Waiting(account, amount, untilNanos));
        held.merge(account, amount, BigInteger::add);
        cover(account);
        return true;
    }

    /** Posted or voided: for what is held it is the same. */
    void end(long id) {
        Waiting ended = waiting.remove(id);
        if (ended == null) {
            told.add("hold " + id);
        } else {
            held.merge(ended.account, ended.amount.negate(), BigInteger::add);
        }
    }

    void prolong(long id, long untilNanos) {
        Waiting hold = waiting.get(id);
        if (hold != null && hold.untilNanos != Long.MAX_VALUE) {
            hold.untilNanos = untilNanos;
        }
    }

    /** The holds that timed out before an instant, in order; those that the owner wants voided are. */
    List<Long> timeOut(long nanos, LongPredicate voided) {
        List<Long> late = waiting.entrySet().stream()
                .filter(entry -> entry.getValue().untilNanos < nanos)
                .sorted((one, other) -> {
                    int byInstant = Long.compare(one.getValue().untilNanos, other.getValue().untilNanos);
                    return byInstant != 0 ? byInstant : Long.compare(one.getKey(), other.getKey());
                })
                .map(Map.Entry::getKey)
                .toList();
        for (long id : late) {
            prolong(id, Long.MAX_VALUE);
            if (voided.test(id)) {
                end(id);
            }
        }
        return late;
    }

    /** The ids of the open holds, in order. */
    List<Long> open() {
        return List.copyOf(waiting.keySet());
    }

    BigInteger balance(String account) {
        BigInteger net =
                debits.getOrDefault(account, BigInteger.ZERO).subtract(credits.getOrDefault(account, BigInteger.ZERO));
        return account.startsWith("SETTLEMENT") ? net : net.negate();
    }

    BigInteger held(String account) {
        return held.getOrDefault(account, BigInteger.ZERO);
    }

    /** The sum of the asset, or of all liabilities, in a currency. */
    BigInteger side(String currency, boolean asset) {
        return sides.getOrDefault(currency + " " + asset, BigInteger.ZERO);
    }

    /** Every account that something was booked on or held of. */
    Set<String> accounts() {
        Set<String> names = new TreeSet<>(debits.keySet());
        names.addAll(credits.keySet());
        names.addAll(held.keySet());
        return names;
    }
}
