package org.tpx.gateway.imports;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** Counts what became of the rows of an order file. Single-threaded. */
public final class Tally {
    private static final int MAX_NAMED = 5;

    private final long[] done = new long[OrderAction.values().length];
    private final long[] skipped = new long[Skip.values().length];
    private final Set<String> unknownActions = new LinkedHashSet<>();
    private long rows;
    private long commands;
    private long cut;

    void countRow() {
        rows++;
    }

    void countCommand() {
        commands++;
    }

    void countDone(OrderAction action) {
        done[action.ordinal()]++;
    }

    void countSkipped(Skip reason) {
        skipped[reason.ordinal()]++;
    }

    void countUnknownAction(String value) {
        countSkipped(Skip.UNKNOWN_ACTION);
        if (unknownActions.size() < MAX_NAMED) {
            unknownActions.add(value);
        }
    }

    void countCut() {
        cut++;
    }

    /** All rows, without the header. */
    public long rows() {
        return rows;
    }

    /** The commands that came of them. */
    public long commands() {
        return commands;
    }

    /** The rows of an action that brought a command. */
    public long done(OrderAction action) {
        return done[action.ordinal()];
    }

    /** The rows that brought nothing, for this reason. */
    public long skipped(Skip reason) {
        return skipped[reason.ordinal()];
    }

    /** The first five values of the action column that mean nothing. */
    public Set<String> unknownActions() {
        return Collections.unmodifiableSet(unknownActions);
    }

    /** Rows among the done ones that took more units than their order had left, and were cut to that. */
    public long cut() {
        return cut;
    }
}
