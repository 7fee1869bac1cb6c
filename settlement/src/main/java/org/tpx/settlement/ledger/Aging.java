package org.tpx.settlement.ledger;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.tpx.protocol.Money;
import org.tpx.protocol.PaymentKind;

/**
 * What is owed to parties at an instant and not paid yet, by how late it is: refunds above all. The exchange's own fees are not in it,
 * since nobody waits for them. Due instants are those that are known now, even where one was moved since.
 *
 * @param timeNanos the instant, UTC epoch nanoseconds
 * @param lines one line a payment, the longest due first
 */
public record Aging(long timeNanos, List<Line> lines) {
    private static final long DAY_NANOS = TimeUnit.DAYS.toNanos(1);

    /** How late. A day is 24 hours, and one that began counts. */
    public enum Age {
        NOT_DUE(0),
        UP_TO_3_DAYS(3),
        UP_TO_10_DAYS(10),
        UP_TO_30_DAYS(30),
        LONGER(Long.MAX_VALUE);

        private final long mostDays;

        Age(long mostDays) {
            this.mostDays = mostDays;
        }

        static Age of(long days) {
            Age age = NOT_DUE;
            while (days > age.mostDays) {
                age = values()[age.ordinal() + 1];
            }
            return age;
        }
    }

    /**
     * One payment.
     *
     * @param paymentId the payment
     * @param kind why it is owed
     * @param party to whom, by its code
     * @param listing for which listing, by its code; empty where it is for none
     * @param amount how much
     * @param createdNanos since when it is owed
     * @param dueNanos by when it must be paid
     * @param daysLate the days since then that began; 0 before
     */
    public record Line(
            long paymentId,
            PaymentKind kind,
            String party,
            String listing,
            Money amount,
            long createdNanos,
            long dueNanos,
            long daysLate) {

        /** How late, in steps. */
        public Age age() {
            return Age.of(daysLate);
        }
    }

    /**
     * What is owed to one party for one listing in one currency.
     *
     * @param party the party's code
     * @param listing the listing's code; empty where it is for none
     * @param payments the number of payments
     * @param amounts their sums, one an age in the order of the ages
     */
    public record Row(String party, String listing, int payments, List<Money> amounts) {

        /** All of it. */
        public Money sum() {
            return amounts.stream().reduce(Money::plus).orElse(Money.NONE);
        }
    }

    private record Group(String party, String listing, String currency) implements Comparable<Group> {
        private static final Comparator<Group> ORDER =
                Comparator.comparing(Group::party).thenComparing(Group::listing).thenComparing(Group::currency);

        @Override
        public int compareTo(Group other) {
            return ORDER.compare(this, other);
        }
    }

    /** The days since an instant that began by another one. */
    static long daysBegun(long sinceNanos, long timeNanos) {
        return timeNanos < sinceNanos ? 0 : (timeNanos - sinceNanos) / DAY_NANOS + 1;
    }

    /** The same by party, listing and currency, in the order of their codes. */
    public List<Row> rows() {
        TreeMap<Group, Row> rows = new TreeMap<>();
        for (Line line : lines) {
            Group group = new Group(
                    line.party(), line.listing(), line.amount().currency().name());
            Row row = rows.getOrDefault(group, new Row(line.party(), line.listing(), 0, nothing(line.amount())));
            List<Money> amounts = new ArrayList<>(row.amounts());
            amounts.set(line.age().ordinal(), amounts.get(line.age().ordinal()).plus(line.amount()));
            rows.put(group, new Row(line.party(), line.listing(), row.payments() + 1, List.copyOf(amounts)));
        }
        return List.copyOf(rows.values());
    }

    private static List<Money> nothing(Money of) {
        return Collections.nCopies(Age.values().length, Money.zero(of.currency()));
    }
}
