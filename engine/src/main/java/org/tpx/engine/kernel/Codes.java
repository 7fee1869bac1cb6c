package org.tpx.engine.kernel;

import org.agrona.collections.Object2LongHashMap;

/**
 * The codes that callers chose for the things of one kind; a code names one of them for ever. Not part of a snapshot,
 * since the rows know their codes: {@link #restore} enters them again.
 */
public final class Codes {

    /** A thing that has an identity and a code. */
    public interface Coded {

        /** The identity that the engine counted. */
        long id();

        /** The code that a caller chose. */
        String code();
    }

    private final Object2LongHashMap<String> ids = new Object2LongHashMap<>(0);

    /** Whether the code names something. */
    public boolean isTaken(String code) {
        return ids.containsKey(code);
    }

    /** The identity that the code names, or 0. */
    public long find(String code) {
        return ids.getValue(code);
    }

    /** Enters the code of a new thing. */
    public void enter(Coded coded) {
        Invariant.check(!isTaken(coded.code()), "a code was given twice, the second time to", coded.id());
        ids.put(coded.code(), coded.id());
    }

    /** Forgets all codes and enters those of the rows that were read from a snapshot. */
    public void restore(Iterable<? extends Coded> rows) {
        ids.clear();
        rows.forEach(this::enter);
    }
}
