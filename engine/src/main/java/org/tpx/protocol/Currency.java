package org.tpx.protocol;

/** The currencies that the exchange can book, by ISO 4217 code, with the number of digits of their minor unit. */
public enum Currency {
    /** No currency: the currency of {@link Money#NONE} only. */
    XXX(0),
    CNY(2),
    USD(2),
    EUR(2),
    GBP(2),
    HKD(2),
    CHF(2),
    JPY(0),
    KRW(0);

    private final int minorDigits;

    Currency(int minorDigits) {
        this.minorDigits = minorDigits;
    }

    /** Digits behind the decimal point: 2 for the yuan (fen), 0 for the yen. */
    public int minorDigits() {
        return minorDigits;
    }
}
