package org.tpx.engine.unit;

import java.util.Arrays;
import org.tpx.engine.kernel.Invariant;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.money.TradingAccount;

/**
 * What one party has of one series: units, those that its sell orders block, and those that it bought too lately to sell.
 * Days are trading days of the series, counted from 1. Changed by {@link Holders} and, order by order, by
 * {@link BookEvents}; allocates nothing after construction.
 */
final class Holding implements Snapshot.Part {
    private final long number;
    private final long partyId;
    private final TradingAccount account;
    private final long[] boughtByDay;
    private long units;
    private long blockedUnits;
    private long recentUnits;
    private long recentDay;
    private long lastSaleDay;
    private int weight = 1;
    private int openBuys;

    Holding(long number, long partyId, TradingAccount account, int tPlusDays) {
        this.number = number;
        this.partyId = partyId;
        this.account = account;
        boughtByDay = new long[tPlusDays];
    }

    /** Its number in the series, by which the book knows the party. */
    long number() {
        return number;
    }

    /** Whose it is. */
    long partyId() {
        return partyId;
    }

    /** The money of its owner, in the currency of the series. */
    TradingAccount account() {
        return account;
    }

    /** Units held, those blocked included. */
    long units() {
        return units;
    }

    /** Units that no sell order blocks. */
    long unblockedUnits() {
        return units - blockedUnits;
    }

    /** Units that may be offered on this day. */
    long freeUnits(long day) {
        forget(day);
        return units - blockedUnits - recentUnits;
    }

    /** Whether it sold so lately that its owner may not buy on this day. */
    boolean soldLately(long day) {
        return lastSaleDay != 0 && day < lastSaleDay + boughtByDay.length;
    }

    /** How many holders stand behind it. */
    int weight() {
        return weight;
    }

    void weight(int holders) {
        weight = holders;
    }

    /** Whether it takes up places among the holders: it has units, or may come to have some. */
    boolean isSeated() {
        return units > 0 || openBuys > 0;
    }

    void openBuy() {
        openBuys++;
    }

    void closeBuy() {
        openBuys--;
        Invariant.check(openBuys >= 0, "a buy order left twice, party", partyId);
    }

    void issue(long more) {
        units += more;
    }

    void block(long more) {
        blockedUnits += more;
        Invariant.check(blockedUnits >= 0 && blockedUnits <= units, "units blocked beyond those held, party", partyId);
    }

    void buy(long day, long more) {
        units += more;
        if (boughtByDay.length > 0) {
            forget(day);
            boughtByDay[place(day)] += more;
            recentUnits += more;
        }
    }

    void sell(long day, long less) {
        units -= less;
        block(-less);
        lastSaleDay = day;
    }

    // The ring holds the purchases of the last days; older ones fall out as days pass.
    private void forget(long day) {
        if (recentUnits == 0 || day - recentDay >= boughtByDay.length) {
            if (recentUnits != 0) {
                Arrays.fill(boughtByDay, 0);
                recentUnits = 0;
            }
            recentDay = day;
        }
        while (recentDay < day) {
            recentDay++;
            recentUnits -= boughtByDay[place(recentDay)];
            boughtByDay[place(recentDay)] = 0;
        }
    }

    private int place(long day) {
        return (int) (day % boughtByDay.length);
    }

    @Override
    public void exchange(Snapshot snapshot) {
        units = snapshot.number(units);
        blockedUnits = snapshot.number(blockedUnits);
        recentUnits = snapshot.number(recentUnits);
        recentDay = snapshot.number(recentDay);
        lastSaleDay = snapshot.number(lastSaleDay);
        weight = snapshot.number(weight);
        openBuys = snapshot.number(openBuys);
        for (int place = 0; place < boughtByDay.length; place++) {
            boughtByDay[place] = snapshot.number(boughtByDay[place]);
        }
    }
}
