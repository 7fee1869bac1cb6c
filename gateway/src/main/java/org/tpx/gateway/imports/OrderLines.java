package org.tpx.gateway.imports;

import org.tpx.gateway.json.CommandLine;
import org.tpx.gateway.json.MessageWriter;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Money;
import org.tpx.protocol.OrderKind;
import org.tpx.protocol.SelfTrade;
import org.tpx.protocol.Side;
import org.tpx.protocol.TimeInForce;
import org.tpx.protocol.UnitCommand;
import org.tpx.protocol.UnitCommand.CancelOrder;
import org.tpx.protocol.UnitCommand.EnterOrder;
import org.tpx.protocol.UnitCommand.ReduceOrder;
import org.tpx.protocol.UnitCommand.ReplaceOrder;

/** Writes orders as the commands of the one agent of an imported market. Single-threaded. */
final class OrderLines implements OrderSink {
    private static final long NEVER = 0;
    private static final long BY_THE_SENDER = 0;
    private static final long ANY_UNITS = 0;

    private final MessageWriter lines;
    private final Currency currency;

    OrderLines(MessageWriter lines, Currency currency) {
        this.lines = lines;
        this.currency = currency;
    }

    @Override
    public void enter(long atNanos, long number, Side side, OrderKind kind, long priceMinor, long units) {
        write(
                atNanos,
                number,
                new EnterOrder(
                        MarketCodes.SERIES,
                        side == Side.BUY ? MarketCodes.BUYERS : MarketCodes.SELLERS,
                        side,
                        kind,
                        TimeInForce.GOOD_TILL_CANCELLED,
                        NEVER,
                        Money.ofMinor(priceMinor, currency),
                        units,
                        ANY_UNITS,
                        SelfTrade.ALLOW));
    }

    @Override
    public void reduce(long atNanos, long number, long orderNumber, long units) {
        write(atNanos, number, new ReduceOrder(MarketCodes.SERIES, BY_THE_SENDER, orderNumber, units));
    }

    @Override
    public void replace(long atNanos, long number, LiveOrder order) {
        Money price = Money.ofMinor(order.priceMinor(), currency);
        write(
                atNanos,
                number,
                new ReplaceOrder(MarketCodes.SERIES, BY_THE_SENDER, order.number(), price, order.units()));
    }

    @Override
    public void cancel(long atNanos, long number, long orderNumber) {
        write(atNanos, number, new CancelOrder(MarketCodes.SERIES, BY_THE_SENDER, orderNumber));
    }

    private void write(long atNanos, long number, UnitCommand command) {
        lines.write(new CommandLine(atNanos, MarketCodes.AGENT, number, command));
    }
}
