package org.tpx.engine.unit;

import java.util.ArrayList;
import java.util.List;
import org.agrona.collections.Long2ObjectHashMap;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Invariant;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.money.TradingAccounts;
import org.tpx.protocol.Currency;
import org.tpx.protocol.VenuePolicy;

/**
 * The register of holders of one series: who has how many units, and how many places among the holders are taken. A party
 * takes its places from its first unit or open buy order on; a nominee takes one for each holder behind it.
 */
final class Holders {

    private final List<Holding> holdings = new ArrayList<>();
    private final Long2ObjectHashMap<Holding> byParty = new Long2ObjectHashMap<>();
    private final TradingAccounts accounts;
    private final Currency currency;
    private final int tPlusDays;
    private final int maxHolders;
    private long issuedUnits;
    private long seats;

    Holders(TradingAccounts accounts, Currency currency, VenuePolicy policy) {
        this.accounts = accounts;
        this.currency = currency;
        tPlusDays = policy.tPlusDays();
        maxHolders = policy.maxHolders();
    }

    /** What the party has, or null where it never had anything to do with the series. */
    @Nullable
    Holding find(long partyId) {
        return byParty.get(partyId);
    }

    /** What the party has, entered in the register with nothing where it was not in it. */
    Holding of(long partyId) {
        Holding holding = byParty.get(partyId);
        return holding == null ? add(partyId) : holding;
    }

    /** The holding of a number that is known to exist. */
    Holding get(long number) {
        return holdings.get((int) (number - 1));
    }

    /** The units that were ever issued. */
    long issuedUnits() {
        return issuedUnits;
    }

    /** Whether so many more places among the holders are free. */
    boolean hasRoom(long places) {
        return maxHolders == 0 || seats + places <= maxHolders;
    }

    /** Whether the party has a place, or its places are free. */
    boolean hasRoom(@Nullable Holding holding) {
        return holding == null ? hasRoom(1) : holding.isSeated() || hasRoom(holding.weight());
    }

    /** Enters new units. */
    void issue(Holding holding, long units) {
        boolean before = holding.isSeated();
        holding.issue(units);
        issuedUnits += units;
        seat(holding, before);
    }

    /** Records how many holders stand behind a holding. */
    void declare(Holding holding, int behind) {
        if (holding.isSeated()) {
            seats += behind - holding.weight();
        }
        holding.weight(behind);
    }

    /** A buy order of the holding is in. */
    void openBuy(Holding holding) {
        boolean before = holding.isSeated();
        holding.openBuy();
        seat(holding, before);
    }

    /** A buy order of the holding is out. */
    void closeBuy(Holding holding) {
        boolean before = holding.isSeated();
        holding.closeBuy();
        seat(holding, before);
    }

    /** Units change hands on this day; the seller's were blocked. */
    void transfer(Holding seller, Holding buyer, long day, long units) {
        boolean before = seller.isSeated();
        seller.sell(day, units);
        seat(seller, before);
        before = buyer.isSeated();
        buyer.buy(day, units);
        seat(buyer, before);
    }

    /** Gives every party that has units, in the order of the register. */
    void forEach(Placement.HolderVisitor visitor) {
        for (Holding holding : holdings) {
            if (holding.units() > 0) {
                visitor.onHolder(holding.partyId(), holding.units());
            }
        }
    }

    /** Writes or reads the register. */
    void exchange(Snapshot snapshot) {
        issuedUnits = snapshot.number(issuedUnits);
        seats = snapshot.number(seats);
        int count = snapshot.number(holdings.size());
        for (int place = 0; place < count; place++) {
            long partyId = snapshot.number(
                    snapshot.isReading() ? 0 : holdings.get(place).partyId());
            (snapshot.isReading() ? add(partyId) : holdings.get(place)).exchange(snapshot);
        }
    }

    private Holding add(long partyId) {
        Holding holding = new Holding(holdings.size() + 1L, partyId, accounts.of(partyId, currency), tPlusDays);
        holdings.add(holding);
        byParty.put(partyId, holding);
        return holding;
    }

    private void seat(Holding holding, boolean before) {
        if (holding.isSeated() != before) {
            seats += before ? -holding.weight() : holding.weight();
            Invariant.check(seats >= 0, "fewer than no holders", seats);
        }
    }
}
