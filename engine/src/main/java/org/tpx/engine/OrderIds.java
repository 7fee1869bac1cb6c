package org.tpx.engine;

import java.util.Arrays;
import org.tpx.engine.kernel.Invariant;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.protocol.UnitCommand;

/**
 * The last reference under which each person sent an order command. The references of one person's order commands rise, and
 * the last one is enough to tell a new command from an old one: thousands of orders a second leave nothing behind. A
 * repeated command is known by the fingerprint of the last one. Allocates only when it doubles.
 */
final class OrderIds {

    private static final int FIRST_CAPACITY = 64;

    private long[] clientIds = new long[FIRST_CAPACITY];
    private long[] fingerprints = new long[FIRST_CAPACITY];
    private long[] sequences = new long[FIRST_CAPACITY];
    private int size;

    /** Whether an order can have this number. */
    static boolean isNumber(long clientId) {
        return clientId >= 1 && clientId <= UnitCommand.MAX_ORDER_NUMBER;
    }

    /** Whether this reference comes after all that the person has used. */
    boolean isNext(long principalId, long clientId) {
        return principalId >= size || clientId > clientIds[(int) principalId];
    }

    /** Whether this is the person's last command once more. */
    boolean isLast(long principalId, long clientId, long fingerprint) {
        int place = (int) principalId;
        return clientIds[place] == clientId && fingerprints[place] == fingerprint;
    }

    /** The sequence of the outcome of the person's last command. */
    long lastSequence(long principalId) {
        return sequences[(int) principalId];
    }

    /** Remembers the person's next command; persons are counted from 1, and there is such a person. */
    void remember(long principalId, long clientId, long fingerprint, long sequence) {
        Invariant.check(isNext(principalId, clientId), "an order's reference does not rise", clientId);
        int place = Math.toIntExact(principalId);
        reserve(place + 1);
        clientIds[place] = clientId;
        fingerprints[place] = fingerprint;
        sequences[place] = sequence;
    }

    void exchange(Snapshot snapshot) {
        int count = snapshot.number(size);
        if (snapshot.isReading()) {
            reserve(count);
        }
        for (int i = 0; i < count; i++) {
            clientIds[i] = snapshot.number(clientIds[i]);
            fingerprints[i] = snapshot.number(fingerprints[i]);
            sequences[i] = snapshot.number(sequences[i]);
        }
    }

    private void reserve(int count) {
        if (count > clientIds.length) {
            int capacity = Math.max(count, 2 * clientIds.length);
            clientIds = Arrays.copyOf(clientIds, capacity);
            fingerprints = Arrays.copyOf(fingerprints, capacity);
            sequences = Arrays.copyOf(sequences, capacity);
        }
        size = Math.max(size, count);
    }
}
