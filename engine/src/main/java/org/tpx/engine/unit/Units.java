package org.tpx.engine.unit;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.EventWriter;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.listing.Foundation;
import org.tpx.engine.money.TradingAccounts;
import org.tpx.engine.sale.Halts;

/** The market in units, wired together. Single-threaded. */
public final class Units {

    private final SeriesRegister register;
    private final OrderEntry orderEntry;
    private final OrderChanges orderChanges;
    private final MassCancels massCancels;
    private final Sessions sessions;
    private final SeriesHalts halts;
    private final SeriesOpenings openings;
    private final Issues issues;
    private final WindingUp windingUp;

    /** A market without series, whose hot events go to this writer. */
    public Units(Foundation foundation, Halts market, EventWriter events) {
        var access = foundation.members().access();
        var backlog = foundation.backlog();
        TradingAccounts accounts = foundation.accounts().trading();
        OrderCover cover = new OrderCover(accounts);
        register = new SeriesRegister(foundation.timers(), accounts, market, events);
        orderEntry = new OrderEntry(access, register, cover, backlog);
        orderChanges = new OrderChanges(access, register, cover, orderEntry);
        massCancels = new MassCancels(foundation.members(), register, backlog);
        sessions = new Sessions(register, foundation.calendars(), foundation.payments(), backlog);
        halts = new SeriesHalts(access, foundation.proposals(), register, sessions, backlog);
        openings = new SeriesOpenings(foundation.proposals(), foundation.calendars(), register, sessions);
        issues = new Issues(foundation.members(), foundation.proposals(), register);
        windingUp = new WindingUp(register, sessions);
    }

    /** How orders enter. */
    public OrderEntry orderEntry() {
        return orderEntry;
    }

    /** How single orders change and leave. */
    public OrderChanges orderChanges() {
        return orderChanges;
    }

    /** How all orders of somebody leave. */
    public MassCancels massCancels() {
        return massCancels;
    }

    /** The trading days. */
    public Sessions sessions() {
        return sessions;
    }

    /** Halts and their end. */
    public SeriesHalts halts() {
        return halts;
    }

    /** How series come to be traded. */
    public SeriesOpenings openings() {
        return openings;
    }

    /** New units and the holders behind nominees. */
    public Issues issues() {
        return issues;
    }

    /** How series end. */
    public WindingUp windingUp() {
        return windingUp;
    }

    /** What an offering needs of a series, or null where there is no such series. */
    public @Nullable Placement placement(long seriesId) {
        Series series = register.find(seriesId);
        return series == null ? null : new Placement(series, register);
    }

    /** Writes or reads all series. */
    public void exchange(Snapshot snapshot) {
        register.exchange(snapshot);
        halts.exchange(snapshot);
    }
}
