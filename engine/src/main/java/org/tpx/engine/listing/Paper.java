package org.tpx.engine.listing;

import java.util.ArrayList;
import java.util.List;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.PaperKind;

/** A paper on file: its digest, the parties that shall sign it, and those that have. */
public final class Paper implements Snapshot.Part {

    private PaperKind kind = PaperKind.AGREEMENT;
    private Hash256 digest = Hash256.ZERO;
    private final List<Side> sides = new ArrayList<>();

    Paper() {}

    Paper(PaperKind kind, Hash256 digest, List<Long> parties) {
        this.kind = kind;
        this.digest = digest;
        parties.forEach(partyId -> sides.add(new Side(partyId)));
    }

    /** What it is. */
    public PaperKind kind() {
        return kind;
    }

    /** SHA-256 of the written paper. */
    public Hash256 digest() {
        return digest;
    }

    /** Whether this party has signed. */
    public boolean isSignedBy(long partyId) {
        return sides.stream().anyMatch(side -> side.partyId == partyId && side.signed);
    }

    /** Whether exactly these parties have to sign. */
    boolean isBetween(List<Long> parties) {
        return sides.stream().map(side -> side.partyId).toList().equals(parties);
    }

    /** Whether every side has signed. */
    boolean isSigned() {
        return sides.stream().allMatch(side -> side.signed);
    }

    /** The party signs. */
    public void sign(long partyId) {
        sides.stream().filter(side -> side.partyId == partyId).forEach(side -> side.signed = true);
    }

    @Override
    public void exchange(Snapshot snapshot) {
        kind = snapshot.constant(kind);
        digest = snapshot.hash(digest);
        snapshot.parts(sides, () -> new Side(0));
    }

    private static final class Side implements Snapshot.Part {
        private long partyId;
        private boolean signed;

        private Side(long partyId) {
            this.partyId = partyId;
        }

        @Override
        public void exchange(Snapshot snapshot) {
            partyId = snapshot.number(partyId);
            signed = snapshot.flag(signed);
        }
    }
}
