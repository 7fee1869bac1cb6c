package org.tpx.gateway.imports;

import java.math.BigDecimal;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Money;
import org.tpx.protocol.Side;

/** Makes formats for tests: as LOBSTER writes its files, but for what a test changes. Times are nanoseconds since 1970. */
record FormatOptions(
        String columns,
        boolean hasHeader,
        char delimiter,
        String actions,
        String sides,
        FileTimes times,
        String priceScale,
        String tick,
        String sizeScale,
        long movedToNanos) {

    static FormatOptions lobster() {
        return new FormatOptions(
                "time=0,action=1,id=2,size=3,price=4,side=5",
                false,
                ',',
                "add=1,reduce=2,delete=3,execute=4,hidden=5",
                "buy=1,sell=-1",
                FileTimes.counted(1, 0),
                "10000",
                "0.01",
                "1",
                0);
    }

    FormatOptions withColumns(String text) {
        return new FormatOptions(
                text, hasHeader, delimiter, actions, sides, times, priceScale, tick, sizeScale, movedToNanos);
    }

    FormatOptions withHeader() {
        return new FormatOptions(
                columns, true, delimiter, actions, sides, times, priceScale, tick, sizeScale, movedToNanos);
    }

    FormatOptions withDelimiter(char character) {
        return new FormatOptions(
                columns, hasHeader, character, actions, sides, times, priceScale, tick, sizeScale, movedToNanos);
    }

    FormatOptions withActions(String text) {
        return new FormatOptions(
                columns, hasHeader, delimiter, text, sides, times, priceScale, tick, sizeScale, movedToNanos);
    }

    FormatOptions withSides(String text) {
        return new FormatOptions(
                columns, hasHeader, delimiter, actions, text, times, priceScale, tick, sizeScale, movedToNanos);
    }

    FormatOptions withTimes(FileTimes form) {
        return new FormatOptions(
                columns, hasHeader, delimiter, actions, sides, form, priceScale, tick, sizeScale, movedToNanos);
    }

    FormatOptions withPrices(String scale, String step) {
        return new FormatOptions(
                columns, hasHeader, delimiter, actions, sides, times, scale, step, sizeScale, movedToNanos);
    }

    FormatOptions withSizes(String scale) {
        return new FormatOptions(
                columns, hasHeader, delimiter, actions, sides, times, priceScale, tick, scale, movedToNanos);
    }

    FormatOptions movedTo(long nanos) {
        return new FormatOptions(
                columns, hasHeader, delimiter, actions, sides, times, priceScale, tick, sizeScale, nanos);
    }

    OrderFormat format() {
        Money step = Scale.tick(tick, Currency.USD, "--tick");
        return new OrderFormat(
                Columns.parse("--columns", columns, OrderColumn.class),
                hasHeader,
                delimiter,
                ValueNames.parse("--actions", actions, OrderAction.class),
                ValueNames.parse("--sides", sides, Side.class),
                times,
                Scale.ofPrices(new BigDecimal(priceScale), step),
                Scale.ofSizes(new BigDecimal(sizeScale)),
                movedToNanos);
    }
}
