package org.tpx.engine.sale;

import org.tpx.engine.kernel.Invariant;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.SealedEvent.SealedBidSubmitted;

/** One bidder's sealed bid of one round: its commitment, and once it was opened, what it says. */
final class SealedBid implements Snapshot.Part {

    private enum State {
        SEALED,
        VALID,
        VOID
    }

    private long partyId;
    private int bidderNumber;
    private Hash256 commitment = Hash256.ZERO;
    private int replacements;
    private long order;
    private State state = State.SEALED;
    private long amountMinor;
    private String nonce = "";

    SealedBid() {}

    SealedBid(SealedBidSubmitted submitted, long order) {
        partyId = submitted.partyId();
        bidderNumber = submitted.bidderNumber();
        commitment = submitted.commitment();
        this.order = order;
    }

    long partyId() {
        return partyId;
    }

    int bidderNumber() {
        return bidderNumber;
    }

    Hash256 commitment() {
        return commitment;
    }

    /** How often the bidder has replaced it. */
    int replacements() {
        return replacements;
    }

    /** When it was handed in, counted over all bids of the auction; a replacement counts from its own time. */
    long order() {
        return order;
    }

    long amountMinor() {
        return amountMinor;
    }

    /** Its nonce; empty where it was not opened. */
    String nonce() {
        return nonce;
    }

    boolean isSealed() {
        return state == State.SEALED;
    }

    /** Whether it counts. */
    boolean isValid() {
        return state == State.VALID;
    }

    void replace(Hash256 other, long later) {
        commitment = other;
        order = later;
        replacements++;
    }

    void open(long amountMinor, String nonce) {
        Invariant.check(isSealed(), "a bid is opened twice, that of party", partyId);
        this.amountMinor = amountMinor;
        this.nonce = nonce;
        state = State.VALID;
    }

    void makeVoid() {
        state = State.VOID;
    }

    @Override
    public void exchange(Snapshot snapshot) {
        partyId = snapshot.number(partyId);
        bidderNumber = snapshot.number(bidderNumber);
        commitment = snapshot.hash(commitment);
        replacements = snapshot.number(replacements);
        order = snapshot.number(order);
        state = snapshot.constant(state);
        amountMinor = snapshot.number(amountMinor);
        nonce = snapshot.text(nonce);
    }
}
