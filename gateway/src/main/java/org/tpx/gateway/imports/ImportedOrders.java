package org.tpx.gateway.imports;

import java.io.IOException;
import java.io.OutputStream;
import org.tpx.gateway.json.InstantText;
import org.tpx.gateway.json.MessageWriter;
import org.tpx.gateway.json.Shown;
import org.tpx.gateway.preset.Preset;
import org.tpx.protocol.Money;
import org.tpx.protocol.Role;
import org.tpx.wire.MalformedMessageException;

/**
 * An order file that was read once and found sound, ready to be written as commands under a preset. The same file with the same format
 * gives the same bytes.
 */
public final class ImportedOrders {
    private static final String CODE = "[A-Za-z0-9._-]{1,32}";

    private final OrderFile file;
    private final String series;
    private final Money tick;
    private final Preset preset;
    private final Totals totals = new Totals();

    private ImportedOrders(OrderFile file, String series, Money tick, Preset preset) {
        this.file = file;
        this.series = series;
        this.tick = tick;
        this.preset = preset;
    }

    /**
     * Reads the file from its beginning to its end.
     *
     * @param series the code that the series gets
     * @param tick the step of its prices
     * @param preset whose officers set the market up, and after whose time the orders come
     * @throws org.tpx.gateway.json.MalformedLineException naming line and column of a row that is not as the format says
     * @throws MalformedMessageException naming the option that does not fit to the file
     */
    public static ImportedOrders read(OrderFile file, String series, Money tick, Preset preset) throws IOException {
        if (!series.matches(CODE)) {
            throw new MalformedMessageException(
                    "--series", "must be 1 to 32 letters, digits, points and dashes, not " + Shown.text(series));
        }
        ImportedOrders orders = new ImportedOrders(file, series, tick, preset);
        orders.check(file.read(orders.totals));
        return orders;
    }

    private void check(Tally tally) {
        if (tally.done(OrderAction.ADD) == 0) {
            throw new MalformedMessageException(
                    "--actions", "of " + tally.rows() + " rows none adds an order" + hint(tally));
        }
        if (ImportedMarket.openingNanos(totals) < preset.atNanos()) {
            throw new MalformedMessageException(
                    "--move-to",
                    "the orders begin on or before the day after " + text(preset.atNanos()) + ", when preset "
                            + preset.name() + " begins; move the file to a later day");
        }
    }

    private static String hint(Tally tally) {
        return tally.unknownActions().isEmpty()
                ? ""
                : "; their actions are " + Shown.text(String.join(",", tally.unknownActions()));
    }

    /** Whether the market has enough for every order of the file; else some are refused with CREDIT. */
    public boolean isCovered() {
        return totals.sellUnits() <= Scale.MAX_UNITS
                && totals.buyMinor() <= ImportedMarket.MAX_PAYMENTS * Money.MAX_MINOR;
    }

    /** Writes the market and then the orders, one command a line; the stream stays open. */
    public Tally write(OutputStream out) throws IOException {
        MarketCodes codes = new MarketCodes(series, preset.founder(Role.CLERK), preset.proposer(), preset.approver());
        try (MessageWriter lines = new MessageWriter(codes, InstantText.OF_THE_EXCHANGE, out)) {
            new ImportedMarket(lines, codes, tick, totals).write();
            return file.read(new OrderLines(lines, tick.currency()));
        }
    }

    private static String text(long nanos) {
        return InstantText.OF_THE_EXCHANGE.format(nanos);
    }
}
