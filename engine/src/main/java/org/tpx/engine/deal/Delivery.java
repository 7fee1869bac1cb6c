package org.tpx.engine.deal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Invariant;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.protocol.Money;
import org.tpx.protocol.Owner;

/**
 * What left a deal, and what keeps it: releases to the transferor, claims of pledgees, a freeze, and the owners that the right had
 * before. Changed in this package alone.
 */
final class Delivery implements Snapshot.Part {

    private boolean accepted;
    private boolean frozen;
    private Money released = Money.NONE;
    private final List<PledgeClaim> claims = new ArrayList<>();
    private final List<Sent> payments = new ArrayList<>();
    private final List<FormerOwner> formerOwners = new ArrayList<>();

    /** Whether the handover protocol was signed. */
    boolean isAccepted() {
        return accepted;
    }

    void accept() {
        accepted = true;
    }

    /** Whether the money is in dispute. */
    boolean isFrozen() {
        return frozen;
    }

    void freeze(boolean inDispute) {
        frozen = inDispute;
    }

    /** What was released to the transferor so far. */
    Money released(Money nothing) {
        return released.isNone() ? nothing : released;
    }

    void release(Money amount, long paymentId) {
        released = released.isNone() ? amount : released.plus(amount);
        send(paymentId);
    }

    /** A payment that leaves the price; 0 where it was for nothing. */
    void send(long paymentId) {
        if (paymentId != 0) {
            payments.add(new Sent(paymentId));
        }
    }

    /** The payments out of the price, to the transferor and to pledgees, in the order in which they became due. */
    List<Long> payments() {
        return payments.stream().map(sent -> sent.paymentId).toList();
    }

    boolean pays(long paymentId) {
        return payments.stream().anyMatch(sent -> sent.paymentId == paymentId);
    }

    /** The claim of this pledge, or null where none is on record. */
    @Nullable
    PledgeClaim claim(String reference) {
        return claims.stream()
                .filter(claim -> claim.reference().equals(reference))
                .findFirst()
                .orElse(null);
    }

    void record(PledgeClaim claim) {
        claims.removeIf(older -> older.reference().equals(claim.reference()));
        claims.add(claim);
    }

    void passFrom(List<Owner> owners) {
        Invariant.check(formerOwners.isEmpty(), "the title of one deal passed twice");
        owners.forEach(owner -> formerOwners.add(new FormerOwner(owner)));
    }

    /** Who owned the right before it was delivered; nobody where it was not. */
    List<Owner> formerOwners() {
        return formerOwners.stream().map(former -> former.owner).toList();
    }

    @Override
    public void exchange(Snapshot snapshot) {
        accepted = snapshot.flag(accepted);
        frozen = snapshot.flag(frozen);
        released = snapshot.money(released);
        snapshot.parts(claims, PledgeClaim::new);
        snapshot.parts(payments, () -> new Sent(0));
        snapshot.parts(formerOwners, () -> new FormerOwner(new Owner(0, 0)));
    }

    private static final class Sent implements Snapshot.Part {
        private long paymentId;

        private Sent(long paymentId) {
            this.paymentId = paymentId;
        }

        @Override
        public void exchange(Snapshot snapshot) {
            paymentId = snapshot.number(paymentId);
        }
    }

    private static final class FormerOwner implements Snapshot.Part {
        private Owner owner;

        private FormerOwner(Owner owner) {
            this.owner = owner;
        }

        @Override
        public void exchange(Snapshot snapshot) {
            owner = new Owner(snapshot.number(owner.partyId()), snapshot.number(owner.shareBps()));
        }
    }
}
