package org.tpx.benchmarks.books;

import java.util.List;

/** Whether a book does what a right book does, on streams small enough for a test. */
public final class SameWork {

    private static final int RESTING = 500;
    private static final int COMMANDS = 40_000;

    private SameWork() {}

    /** One plan of each kind. */
    public static List<StreamPlan> plans() {
        return List.of(
                StreamPlan.mixed(false, RESTING, COMMANDS, 3),
                StreamPlan.mixed(true, RESTING, COMMANDS, 3),
                StreamPlan.sweep(RESTING, COMMANDS, 3),
                StreamPlan.flash(RESTING, COMMANDS, 3));
    }

    /** What the book has done after a plan's measured commands; it is emptied then. */
    public static Outcome outcome(StreamPlan plan, TestedBook book) {
        BookStream stream = StreamMaker.make(plan);
        book.reuse();
        book.tally().clear();
        stream.apply(0, stream.measuredEnd(), book);
        Outcome outcome = book.tally().outcome(book.resting());
        stream.apply(stream.measuredEnd(), stream.size(), book);
        return outcome;
    }

    /** What it should have done. */
    public static Outcome expected(StreamPlan plan) {
        return StreamMaker.make(plan).outcome();
    }
}
