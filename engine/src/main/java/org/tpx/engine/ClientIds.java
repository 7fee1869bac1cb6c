package org.tpx.engine;

import java.util.Arrays;
import org.agrona.BitUtil;
import org.tpx.engine.kernel.Snapshot;

/**
 * Every reference that a member has used, for ever, with a fingerprint of its command and the sequence of its outcome: a
 * command that comes twice has no second effect. Entries stand in the order in which they came, which is also their
 * order in a snapshot; a table of places finds them. Allocates only when it doubles.
 */
final class ClientIds {

    /** What {@link #find} returns where the reference is new. */
    static final int NONE = -1;

    private static final long MIX = 0x9E3779B97F4A7C15L;
    // Most members count their references, so sixteen neighbours share one cache line of the table.
    private static final int NEIGHBOUR_BITS = 4;
    private static final int NEIGHBOURS = (1 << NEIGHBOUR_BITS) - 1;

    private long[] scopes;
    private long[] clientIds;
    private long[] fingerprints;
    private long[] sequences;
    private int[] places;
    private int size;

    /** An index with room for so many references before it first grows. */
    ClientIds(int expected) {
        int capacity = BitUtil.findNextPositivePowerOfTwo(Math.max(16, expected));
        scopes = new long[capacity];
        clientIds = new long[capacity];
        fingerprints = new long[capacity];
        sequences = new long[capacity];
        places = emptyPlaces(capacity);
    }

    /** The entry of a reference, or {@link #NONE}. */
    int find(long scope, long clientId) {
        int mask = places.length - 1;
        for (int place = spread(scope, clientId) & mask; places[place] != NONE; place = (place + 1) & mask) {
            int entry = places[place];
            if (clientIds[entry] == clientId && scopes[entry] == scope) {
                return entry;
            }
        }
        return NONE;
    }

    /** The sequence of an entry's outcome. */
    long sequence(int entry) {
        return sequences[entry];
    }

    /** The fingerprint of an entry's command. */
    long fingerprint(int entry) {
        return fingerprints[entry];
    }

    /** Remembers a new reference. */
    void add(long scope, long clientId, long fingerprint, long sequence) {
        if (size == scopes.length) {
            grow();
        }
        scopes[size] = scope;
        clientIds[size] = clientId;
        fingerprints[size] = fingerprint;
        sequences[size] = sequence;
        seat(size++);
    }

    void exchange(Snapshot snapshot) {
        int count = snapshot.number(size);
        if (snapshot.isReading()) {
            reserve(count);
            size = count;
        }
        for (int i = 0; i < count; i++) {
            scopes[i] = snapshot.number(scopes[i]);
            clientIds[i] = snapshot.number(clientIds[i]);
            fingerprints[i] = snapshot.number(fingerprints[i]);
            sequences[i] = snapshot.number(sequences[i]);
            if (snapshot.isReading()) {
                seat(i);
            }
        }
    }

    private void reserve(int count) {
        size = 0;
        places = emptyPlaces(scopes.length);
        while (scopes.length < count) {
            grow();
        }
    }

    private void grow() {
        int capacity = scopes.length * 2;
        scopes = Arrays.copyOf(scopes, capacity);
        clientIds = Arrays.copyOf(clientIds, capacity);
        fingerprints = Arrays.copyOf(fingerprints, capacity);
        sequences = Arrays.copyOf(sequences, capacity);
        places = emptyPlaces(capacity);
        for (int entry = 0; entry < size; entry++) {
            seat(entry);
        }
    }

    private void seat(int entry) {
        int mask = places.length - 1;
        int place = spread(scopes[entry], clientIds[entry]) & mask;
        while (places[place] != NONE) {
            place = (place + 1) & mask;
        }
        places[place] = entry;
    }

    private static int spread(long scope, long clientId) {
        long hash = mix(scope * MIX, clientId >>> NEIGHBOUR_BITS);
        return (int) ((hash ^ (hash >>> 32)) << NEIGHBOUR_BITS) | (int) (clientId & NEIGHBOURS);
    }

    private static long mix(long hash, long word) {
        long mixed = (hash ^ word) * MIX;
        return mixed ^ (mixed >>> 29);
    }

    private static int[] emptyPlaces(int capacity) {
        int[] places = new int[capacity * 2];
        Arrays.fill(places, NONE);
        return places;
    }
}
