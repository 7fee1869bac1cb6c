package org.tpx.engine.rule;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Codes;
import org.tpx.engine.kernel.InvariantBrokenException;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Table;
import org.tpx.protocol.SystemCommand;

/**
 * The rules of one kind. A code has one identity for ever, and under it every version that was loaded, in rising order.
 *
 * @param <R> the event that loaded a version and says all of it
 */
final class Versions<R extends Record> {

    private final Table<Line> lines = new Table<>(() -> new Line(0, ""));
    private final Codes codes = new Codes();

    /** Whether this version may be loaded: the first of its code, or above the latest. */
    boolean rises(String code, int version) {
        return version > latest(codes.find(code));
    }

    /** The identity that the code has, or gets with its first version. */
    long idOf(String code) {
        return codes.isTaken(code) ? codes.find(code) : lines.nextId();
    }

    /** Adds a version to its code. */
    void add(String code, int version, R message) {
        if (!codes.isTaken(code)) {
            codes.enter(lines.add(new Line(lines.nextId(), code)));
        }
        lines.get(codes.find(code)).versions.add(new Version(version, message));
    }

    /** The number of the latest version, or 0 where the identity names nothing. */
    int latest(long id) {
        Line line = lines.find(id);
        return line == null ? 0 : line.last().number;
    }

    /** A version that is known to exist. */
    R get(long id, int version) {
        for (Version candidate : lines.get(id).versions) {
            if (candidate.number == version) {
                return message(candidate);
            }
        }
        throw new InvariantBrokenException("rule " + id + " has no version " + version);
    }

    /** The latest version, or null where the identity names nothing. */
    @Nullable
    R find(long id) {
        Line line = lines.find(id);
        return line == null ? null : message(line.last());
    }

    /** The number of codes; their identities are 1 to this. */
    int size() {
        return lines.size();
    }

    void exchange(Snapshot snapshot) {
        lines.exchange(snapshot);
        if (snapshot.isReading()) {
            codes.restore(lines);
        }
    }

    @SuppressWarnings("unchecked")
    private R message(Version version) {
        return (R) version.message;
    }

    private static final class Line implements Snapshot.Part, Codes.Coded {
        private final List<Version> versions = new ArrayList<>();
        private long id;
        private String code;

        private Line(long id, String code) {
            this.id = id;
            this.code = code;
        }

        @Override
        public long id() {
            return id;
        }

        @Override
        public String code() {
            return code;
        }

        private Version last() {
            return versions.get(versions.size() - 1);
        }

        @Override
        public void exchange(Snapshot snapshot) {
            id = snapshot.number(id);
            code = snapshot.text(code);
            snapshot.parts(versions, () -> new Version(0, new SystemCommand.Continue()));
        }
    }

    private static final class Version implements Snapshot.Part {
        private int number;
        private Record message;

        private Version(int number, Record message) {
            this.number = number;
            this.message = message;
        }

        @Override
        public void exchange(Snapshot snapshot) {
            number = snapshot.number(number);
            message = snapshot.message(message);
        }
    }
}
