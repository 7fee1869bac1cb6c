package org.tpx.engine.deal;

import org.tpx.engine.kernel.Snapshot;
import org.tpx.protocol.BuyerShare;
import org.tpx.protocol.Money;

/** One transferee of a deal: its part of price and fee, and what it has paid. */
final class Buyer implements Snapshot.Part {

    private long partyId;
    private Money price = Money.NONE;
    private Money cash = Money.NONE;
    private Money fee = Money.NONE;
    private Money commission = Money.NONE;
    private Money deposit = Money.NONE;
    private Money paid = Money.NONE;

    Buyer() {}

    Buyer(BuyerShare share) {
        partyId = share.partyId();
        price = share.amount();
        cash = price;
        Money nothing = Money.zero(price.currency());
        fee = nothing;
        commission = nothing;
        deposit = nothing;
        paid = nothing;
    }

    long partyId() {
        return partyId;
    }

    Money price() {
        return price;
    }

    /** What of its part of the price is paid in money. */
    Money cash() {
        return cash;
    }

    /** Shares pay its part of the price. */
    void payInShares() {
        cash = Money.zero(price.currency());
    }

    Money fee() {
        return fee;
    }

    void charge(Money amount) {
        fee = amount;
    }

    /** So much of the fee is not asked for. */
    void spare(Money amount) {
        fee = fee.minus(amount);
    }

    /** It pays so much to a broker beside what it pays to others. */
    void chargeCommission(Money amount) {
        commission = commission.plus(amount);
    }

    /** What it pays to brokers. */
    Money commission() {
        return commission;
    }

    /** The deposit that became price. */
    Money deposit() {
        return deposit;
    }

    void convert(Money amount) {
        deposit = amount;
    }

    /** What it paid beyond the deposit for price, fee and commission. */
    Money paid() {
        return paid;
    }

    void pay(Money amount) {
        paid = paid.plus(amount);
    }

    /** What it has paid of price and fee, the deposit included. */
    Money received() {
        return deposit.plus(paid);
    }

    /** What it still owes in money: the rest of its price, its fee and its brokers' commission. */
    Money owed() {
        return cash.minus(deposit).plus(fee).plus(commission).minus(paid);
    }

    /** How much of what it paid beyond the deposit is price; the fee comes next. */
    Money paidPrice() {
        return paid.min(cash.minus(deposit));
    }

    /** How much of it is the fee; the rest is commission. */
    Money paidFee() {
        return paid.minus(paidPrice()).min(fee);
    }

    /** How much of it is commission. */
    Money paidCommission() {
        return paid.minus(paidPrice()).minus(paidFee());
    }

    @Override
    public void exchange(Snapshot snapshot) {
        partyId = snapshot.number(partyId);
        price = snapshot.money(price);
        cash = snapshot.money(cash);
        fee = snapshot.money(fee);
        commission = snapshot.money(commission);
        deposit = snapshot.money(deposit);
        paid = snapshot.money(paid);
    }
}
