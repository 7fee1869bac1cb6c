package org.tpx.engine.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * Work that may outlast its turn: each piece has a place in its own order where it goes on. As much as fits is done at
 * the end of the turn that asked for it, the rest in Continue turns before any other command. Part of the state.
 */
public final class Backlog {

    /** What {@link Worker#advance} returns when a piece of work is done. */
    public static final long DONE = -1;

    /** Does the work of one kind. */
    @FunctionalInterface
    public interface Worker {

        /**
         * Does one small step at the cursor and returns where to go on, or {@link #DONE}. A step leaves the state consistent.
         *
         * @param subjectId what the work is about
         * @param cursor 0 at first, then what the step before returned
         */
        long advance(Turn turn, long subjectId, long cursor);
    }

    private final List<Worker> workers = new ArrayList<>();
    private final List<Piece> pieces = new ArrayList<>();

    /** Registers a worker, always in the same order since its number is part of the state; returns the number. */
    public int register(Worker worker) {
        workers.add(worker);
        return workers.size() - 1;
    }

    /** Adds a piece of work behind those that are open. */
    public void add(int worker, long subjectId) {
        pieces.add(new Piece(worker, subjectId));
    }

    /** Whether something is left for a Continue turn. */
    public boolean isOpen() {
        return !pieces.isEmpty();
    }

    /** Pieces of work that are open. */
    public int size() {
        return pieces.size();
    }

    /** Works off pieces in their order, until all are done or the turn is nearly full. */
    public void work(Turn turn) {
        while (!pieces.isEmpty() && !turn.events().isNearlyFull()) {
            Piece piece = pieces.get(0);
            piece.cursor = workers.get(piece.worker).advance(turn, piece.subjectId, piece.cursor);
            if (piece.cursor == DONE) {
                pieces.remove(piece);
            }
        }
    }

    /** Writes or reads the open pieces. */
    public void exchange(Snapshot snapshot) {
        snapshot.parts(pieces, () -> new Piece(0, 0));
    }

    private static final class Piece implements Snapshot.Part {
        private int worker;
        private long subjectId;
        private long cursor;

        private Piece(int worker, long subjectId) {
            this.worker = worker;
            this.subjectId = subjectId;
        }

        @Override
        public void exchange(Snapshot snapshot) {
            worker = snapshot.number(worker);
            subjectId = snapshot.number(subjectId);
            cursor = snapshot.number(cursor);
        }
    }
}
