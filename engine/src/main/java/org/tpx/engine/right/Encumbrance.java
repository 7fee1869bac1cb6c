package org.tpx.engine.right;

import org.tpx.engine.kernel.Snapshot;
import org.tpx.protocol.EncumbranceKind;
import org.tpx.protocol.LicenceMode;
import org.tpx.protocol.Money;

/** Something that weighs on a right, by its number on the right's page. */
final class Encumbrance implements Snapshot.Part {
    private EncumbranceKind kind = EncumbranceKind.PLEDGE;
    private long holderId;
    private String reference = "";
    private Money claim = Money.NONE;
    private long endsNanos;

    Encumbrance() {}

    Encumbrance(EncumbranceKind kind, long holderId, String reference) {
        this.kind = kind;
        this.holderId = holderId;
        this.reference = reference;
    }

    /** A pledge that secures a claim of at most this amount. */
    static Encumbrance pledge(long holderId, Money claim, String reference) {
        Encumbrance pledge = new Encumbrance(EncumbranceKind.PLEDGE, holderId, reference);
        pledge.claim = claim;
        return pledge;
    }

    /** A licence that ends at this instant. */
    static Encumbrance licence(LicenceMode mode, long holderId, long endsNanos, String reference) {
        Encumbrance licence = new Encumbrance(kind(mode), holderId, reference);
        licence.endsNanos = endsNanos;
        return licence;
    }

    EncumbranceKind kind() {
        return kind;
    }

    long holderId() {
        return holderId;
    }

    String reference() {
        return reference;
    }

    boolean isPledge() {
        return kind == EncumbranceKind.PLEDGE;
    }

    /** The most that a pledge secures, or {@link Money#NONE} where the exchange was not told. */
    Money claim() {
        return claim;
    }

    /** Whether its term is over by then; what has no term ends by an entry only. */
    boolean isOverAt(long nanos) {
        return endsNanos != 0 && endsNanos <= nanos;
    }

    @Override
    public void exchange(Snapshot snapshot) {
        kind = snapshot.constant(kind);
        holderId = snapshot.number(holderId);
        reference = snapshot.text(reference);
        claim = snapshot.money(claim);
        endsNanos = snapshot.number(endsNanos);
    }

    private static EncumbranceKind kind(LicenceMode mode) {
        return switch (mode) {
            case EXCLUSIVE -> EncumbranceKind.LICENCE_EXCLUSIVE;
            case SOLE -> EncumbranceKind.LICENCE_SOLE;
            case ORDINARY -> EncumbranceKind.LICENCE;
        };
    }
}
