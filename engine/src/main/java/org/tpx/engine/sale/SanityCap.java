package org.tpx.engine.sale;

/** The cap against mistyped prices: so many times the start price, as the rule profile says. */
final class SanityCap {

    private SanityCap() {}

    /** Whether an amount exceeds so many times the start price; a multiple of 0 is no cap. */
    static boolean isExceeded(long amountMinor, long startMinor, int multiple) {
        long whole = multiple == 0 ? 0 : amountMinor / multiple;
        return whole > startMinor || (whole == startMinor && multiple > 0 && amountMinor % multiple > 0);
    }
}
