package org.tpx.settlement.ledger;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.tpx.protocol.Currency;
import org.tpx.protocol.UnitEvent.SeriesOpened;
import org.tpx.protocol.UnitSession;

/** A series of units while the books have it in memory: what its terms say of money, and where its trading stands. */
final class UnitSeries {
    private static final int RATE_DIGITS = 6;

    private final Terms terms;
    private UnitSession session;
    private long issuedUnits;
    private long lastTrade;
    private long lastPriceMinor;
    private long callUnits;
    private long callPriceMinor;
    private long feesWaitingMinor;
    private long closedSequence;
    private boolean unwritten;

    /** What never changes. Rates are parts per million of a trade's amount. */
    record Terms(
            long seriesId,
            String code,
            Currency currency,
            long totalUnits,
            long lotUnits,
            long tickMinor,
            int buyerFeePpm,
            int sellerFeePpm) {}

    /** What changes, as a row keeps it. */
    record State(
            UnitSession session,
            long issuedUnits,
            long lastTrade,
            long lastPriceMinor,
            long callUnits,
            long callPriceMinor,
            long feesWaitingMinor,
            long closedSequence) {}

    UnitSeries(Terms terms, State state) {
        this.terms = terms;
        session = state.session();
        issuedUnits = state.issuedUnits();
        lastTrade = state.lastTrade();
        lastPriceMinor = state.lastPriceMinor();
        callUnits = state.callUnits();
        callPriceMinor = state.callPriceMinor();
        feesWaitingMinor = state.feesWaitingMinor();
        closedSequence = state.closedSequence();
    }

    /** A series that was opened just now. */
    static UnitSeries of(SeriesOpened event) {
        Terms terms = new Terms(
                event.seriesId(),
                event.code(),
                event.terms().currency(),
                event.terms().totalUnits(),
                event.terms().lotUnits(),
                event.terms().tick().minor(),
                event.terms().buyerFeePpm(),
                event.terms().sellerFeePpm());
        return new UnitSeries(terms, new State(UnitSession.CLOSED, 0, 0, 0, 0, 0, 0, 0));
    }

    Terms terms() {
        return terms;
    }

    State state() {
        return new State(
                session,
                issuedUnits,
                lastTrade,
                lastPriceMinor,
                callUnits,
                callPriceMinor,
                feesWaitingMinor,
                closedSequence);
    }

    String named(String what) {
        return what + " of series " + terms.code();
    }

    /** Price times units. */
    BigInteger amountMinor(long priceMinor, long units) {
        return BigInteger.valueOf(priceMinor).multiply(BigInteger.valueOf(units));
    }

    /** What the buyer pays for a trade of this amount, rounded half up. */
    long buyerFeeMinor(long amountMinor) {
        return feeMinor(amountMinor, terms.buyerFeePpm());
    }

    /** What the seller pays for a trade of this amount, rounded half up. */
    long sellerFeeMinor(long amountMinor) {
        return feeMinor(amountMinor, terms.sellerFeePpm());
    }

    private static long feeMinor(long amountMinor, int ratePpm) {
        return BigDecimal.valueOf(amountMinor)
                .multiply(BigDecimal.valueOf(ratePpm, RATE_DIGITS))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    UnitSession session() {
        return session;
    }

    void enter(UnitSession next) {
        session = next;
    }

    long issuedUnits() {
        return issuedUnits;
    }

    void issue(long units) {
        issuedUnits = Math.addExact(issuedUnits, units);
    }

    /** The number that the next trade must have. */
    long nextTrade() {
        return lastTrade + 1;
    }

    void traded(long tradeNumber, long priceMinor, long feesMinor) {
        lastTrade = tradeNumber;
        lastPriceMinor = priceMinor;
        feesWaitingMinor = Math.addExact(feesWaitingMinor, feesMinor);
    }

    /** Units of the call that is being uncrossed. */
    long callUnits() {
        return callUnits;
    }

    /** The price of the call that is being uncrossed; 0 before its first trade. */
    long callPriceMinor() {
        return callPriceMinor;
    }

    void tradedInCall(long priceMinor, long units) {
        callPriceMinor = priceMinor;
        callUnits = Math.addExact(callUnits, units);
    }

    void endCall() {
        callPriceMinor = 0;
        callUnits = 0;
    }

    /** The fees of the day's trades that no payment is due for yet. */
    long feesWaitingMinor() {
        return feesWaitingMinor;
    }

    void feesLeft() {
        feesWaitingMinor = 0;
    }

    /** The turn in which its last trading day ended. */
    long closedSequence() {
        return closedSequence;
    }

    void close(long sequence) {
        closedSequence = sequence;
    }

    /** Marks the series as changed since it was last written; false when it already was. */
    boolean needWriting() {
        boolean first = !unwritten;
        unwritten = true;
        return first;
    }

    void written() {
        unwritten = false;
    }
}
