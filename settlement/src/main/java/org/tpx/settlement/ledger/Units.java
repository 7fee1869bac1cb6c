package org.tpx.settlement.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.tpx.protocol.Aggressor;
import org.tpx.protocol.Currency;
import org.tpx.protocol.MoneyEvent.PaymentDue;
import org.tpx.protocol.PaymentKind;
import org.tpx.protocol.UnitEvent.BeneficiariesDeclared;
import org.tpx.protocol.UnitEvent.CallUncrossed;
import org.tpx.protocol.UnitEvent.SeriesOpened;
import org.tpx.protocol.UnitEvent.SessionStarted;
import org.tpx.protocol.UnitEvent.UnitsIssued;
import org.tpx.protocol.UnitEvent.UnitsTraded;
import org.tpx.protocol.UnitSession;

/**
 * Series of units, the register of their holders, and their trading days. Nobody sells what the register does not say is his, a call
 * trades at one price, all units together are those that were issued, and the fees of a day's trades leave when it ends.
 */
final class Units {
    private static final Comparator<UnitSeries> BY_CLOSE = Comparator.comparingLong(UnitSeries::closedSequence)
            .thenComparingLong(one -> one.terms().seriesId());

    private final Differences differences;
    private final TurnTally tally;
    private final TradeMoney money;
    private final UnitSeriesRows rows;
    private final UnitHoldings holdings;
    private final UnitTrades trades;
    private final Map<Long, UnitSeries> series = new TreeMap<>();
    private final List<UnitSeries> unwritten = new ArrayList<>();

    Units(Handle handle, Postings postings, Differences differences, TurnTally tally) {
        this.differences = differences;
        this.tally = tally;
        money = new TradeMoney(postings, differences);
        rows = new UnitSeriesRows(handle);
        holdings = new UnitHoldings(handle);
        trades = new UnitTrades(handle);
    }

    /** Forgets what is not written and reads the series again, at the start and after a failed write. */
    void reset() {
        unwritten.clear();
        series.clear();
        rows.all().forEach(one -> series.put(one.terms().seriesId(), one));
        holdings.reset();
        trades.reset();
    }

    /** Writes what changed in the batch. */
    void write() {
        rows.write(unwritten);
        unwritten.forEach(UnitSeries::written);
        unwritten.clear();
        holdings.write();
        trades.write();
    }

    void opened(Place place, SeriesOpened event) {
        boolean inserted = rows.insert(event);
        differences.require(inserted, "series " + event.seriesId(), "a new one", "opened before");
        if (inserted) {
            series.put(event.seriesId(), UnitSeries.of(event));
        }
    }

    void issued(Place place, UnitsIssued event) {
        trades.issued(place, event);
        holdings.add(event.seriesId(), event.partyId(), event.units());
        with(event.seriesId(), "UnitsIssued", issued -> {
            issued.issue(event.units());
            differences.require(
                    issued.issuedUnits() <= issued.terms().totalUnits(),
                    issued.named("units"),
                    "at most " + issued.terms().totalUnits(),
                    Long.toString(issued.issuedUnits()));
        });
    }

    /** The units of a party. */
    long held(long seriesId, long partyId) {
        return holdings.units(seriesId, partyId);
    }

    void beneficiariesDeclared(Place place, BeneficiariesDeclared event) {
        holdings.declare(event.seriesId(), event.partyId(), event.holders());
    }

    /** Books a trade: units against money. */
    void traded(Place place, UnitsTraded event) {
        if (!money.isInOneCurrency(event)) {
            return;
        }
        trades.traded(place, event);
        money.book(place, event);
        with(event.seriesId(), "UnitsTraded", traded -> {
            differences.check(traded.named("number of the trade"), traded.nextTrade(), event.tradeNumber());
            money.check(traded, event);
            checkSession(traded, event);
            traded.traded(
                    event.tradeNumber(),
                    event.price().minor(),
                    event.buyerFee().plus(event.sellerFee()).minor());
        });
        move(event);
    }

    private void checkSession(UnitSeries traded, UnitsTraded event) {
        boolean continuous = traded.session() == UnitSession.CONTINUOUS;
        differences.require(
                continuous == (event.aggressor() != Aggressor.NONE) && traded.session() != UnitSession.CLOSED,
                traded.named("aggressor"),
                continuous ? "the order that came last" : "none in a call",
                event.aggressor() + " in " + traded.session());
        if (continuous) {
            return;
        }
        boolean first = traded.callUnits() == 0;
        differences.require(
                first || traded.callPriceMinor() == event.price().minor(),
                traded.named("price in a call"),
                "one for all trades",
                event.price().toString());
        traded.tradedInCall(event.price().minor(), event.units());
    }

    private void move(UnitsTraded event) {
        long held = holdings.units(event.seriesId(), event.sellerId());
        differences.require(
                held >= event.units(),
                "units of party " + event.sellerId() + " in series " + event.seriesId(),
                "at least the " + event.units() + " that it sells",
                Long.toString(held));
        holdings.add(event.seriesId(), event.sellerId(), -event.units());
        holdings.add(event.seriesId(), event.buyerId(), event.units());
    }

    void uncrossed(Place place, CallUncrossed event) {
        with(event.seriesId(), "CallUncrossed", called -> {
            differences.check(called.named("units of the call"), called.callUnits(), event.units());
            differences.check(
                    called.named("price of the call"),
                    called.callPriceMinor(),
                    event.units() == 0 ? 0 : event.price().minor());
            called.endCall();
        });
    }

    void sessionStarted(Place place, SessionStarted event) {
        with(event.seriesId(), "SessionStarted", started -> {
            boolean wasClosed = started.session() == UnitSession.CLOSED;
            boolean isClosed = event.session() == UnitSession.CLOSED;
            started.enter(event.session());
            if (isClosed && !wasClosed) {
                started.close(place.sequence());
                checkConserved(started);
            } else if (wasClosed && !isClosed) {
                checkFeesLeft(started);
            }
        });
    }

    private void checkConserved(UnitSeries closed) {
        differences.check(
                closed.named("units in the register"),
                closed.issuedUnits(),
                holdings.sum(closed.terms().seriesId()));
    }

    private void checkFeesLeft(UnitSeries opened) {
        differences.check(
                opened.named("fees of the day before that no payment is due for"),
                opened.terms().currency(),
                0,
                opened.feesWaitingMinor());
    }

    /** Fees that belong to no listing, nor to an award, are those of the trading day that ended first among those whose fees still wait. */
    void feesDue(Place place, PaymentDue event) {
        Currency currency = event.amount().currency();
        boolean ofTrades = event.kind() == PaymentKind.FEES && event.listingId() == 0 && !tally.hasAwardFees(currency);
        if (!ofTrades) {
            return;
        }
        Optional<UnitSeries> ended = series.values().stream()
                .filter(one -> one.terms().currency() == currency && one.feesWaitingMinor() > 0)
                .filter(one -> one.session() == UnitSession.CLOSED)
                .min(BY_CLOSE);
        ended.ifPresent(one -> {
            tally.owe(PaymentKind.FEES, 0, currency, one.feesWaitingMinor());
            one.feesLeft();
            changed(one);
        });
    }

    /** The fees of trades in a currency that no payment is due for yet. */
    long feesWaitingMinor(Currency currency) {
        return series.values().stream()
                .filter(one -> one.terms().currency() == currency)
                .mapToLong(UnitSeries::feesWaitingMinor)
                .sum();
    }

    private void with(long seriesId, String event, Consumer<UnitSeries> action) {
        UnitSeries known = series.get(seriesId);
        if (known == null) {
            differences.onDifference(event, "a series that was opened", "series " + seriesId);
            return;
        }
        action.accept(known);
        changed(known);
    }

    private void changed(UnitSeries one) {
        if (one.needWriting()) {
            unwritten.add(one);
        }
    }
}
