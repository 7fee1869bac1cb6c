package org.tpx.protocol;

/** The accounts of the exchange's books (section 9.8). */
public enum AccountKind {
    /** The segregated bank account: the only asset of its books. */
    SETTLEMENT,
    /** A party's deposit for a listing. */
    DEPOSIT,
    /** The price of a deal. */
    PRICE,
    /** What is owed to a party and waits for payment out. */
    PAYABLE,
    /** Service fees of a deal, not yet earned. */
    FEE_HELD,
    /** Earned service fees on their way to the operating account. */
    FEE_EARNED,
    /** A forfeited deposit of a listing until it is shared out. */
    FORFEIT,
    /** A party's money for buying units or funding awards; what its open orders block stays in it. */
    TRADING,
    /** What a party paid for its applications in an offering, and the issuer's part of it until all are allotted. */
    SUBSCRIPTION,
    /** What a party paid in for the awards of its demands, until it is paid out or goes back. */
    AWARD,
    /** A dividend that a party paid in for others, until it is allotted, and what is held back of a holder's dividends. */
    DIVIDEND,
    /** Brokers' commissions of a deal until its price is released. */
    COMMISSION,
    /** The exchange's own bank account: the only asset of the operating books, which no posting mixes with the others. */
    OPERATING,
    /** Service fees that have arrived in the operating account and were not given back. */
    FEE_INCOME,
    /** Members' dues and seat fees that have arrived in the operating account and were not given back. */
    DUES_INCOME,
    /** What goes back to a party from the operating account and waits for payment out. */
    OPERATING_PAYABLE;

    /** Whether the account is one of the two at the bank; every other account says what is owed, or was earned, of one of them. */
    public boolean isAsset() {
        return this == SETTLEMENT || this == OPERATING;
    }

    /** Whether it belongs to the operating books: those of the exchange's own money, which is kept apart from everybody else's. */
    public boolean isOperating() {
        return this == OPERATING || this == FEE_INCOME || this == DUES_INCOME || this == OPERATING_PAYABLE;
    }
}
