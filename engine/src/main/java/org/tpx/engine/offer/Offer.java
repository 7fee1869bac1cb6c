package org.tpx.engine.offer;

import java.util.ArrayList;
import java.util.List;
import org.agrona.collections.Long2ObjectHashMap;
import org.tpx.engine.kernel.Codes;
import org.tpx.engine.kernel.InvariantBrokenException;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.Money;
import org.tpx.protocol.OfferEvent.OfferSubmitted;
import org.tpx.protocol.OfferKind;
import org.tpx.protocol.OfferTerms;
import org.tpx.protocol.ReleasePolicy;

/** One offer at a marked price and who holds its places. Its states are drawn in the package comment. */
final class Offer implements Snapshot.Part, Codes.Coded {

    /** Where an offer stands. */
    enum State {
        SUBMITTED,
        OPEN,
        REFUSED,
        WITHDRAWN,
        ENDED
    }

    private static final OfferSubmitted BLANK = new OfferSubmitted(
            0,
            "",
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            false,
            new OfferTerms(
                    OfferKind.OPEN_LICENCE,
                    Money.NONE,
                    0,
                    0,
                    0,
                    0,
                    Hash256.ZERO,
                    Hash256.ZERO,
                    ReleasePolicy.BY_PROFILE));

    private OfferSubmitted submitted;
    private State state = State.SUBMITTED;
    private int profileVersion;
    private int feeScheduleVersion;
    private long endTimerId;
    private final List<Taker> takers = new ArrayList<>();
    private final Long2ObjectHashMap<Taker> takersByParty = new Long2ObjectHashMap<>();

    Offer() {
        this(BLANK);
    }

    Offer(OfferSubmitted submitted) {
        this.submitted = submitted;
    }

    @Override
    public long id() {
        return submitted.offerId();
    }

    @Override
    public String code() {
        return submitted.code();
    }

    /** What was handed in. */
    OfferSubmitted submitted() {
        return submitted;
    }

    OfferTerms terms() {
        return submitted.terms();
    }

    boolean isOpenLicence() {
        return terms().offerKind() == OfferKind.OPEN_LICENCE;
    }

    State state() {
        return state;
    }

    /** Whether it stands, or may yet. */
    boolean isLive() {
        return state == State.SUBMITTED || state == State.OPEN;
    }

    /** It can be taken up under these versions of the rules; the timer, or 0, ends it. */
    void publish(int profileVersion, int feeScheduleVersion, long endTimerId) {
        this.profileVersion = profileVersion;
        this.feeScheduleVersion = feeScheduleVersion;
        this.endTimerId = endTimerId;
        state = State.OPEN;
    }

    void become(State last) {
        state = last;
        endTimerId = 0;
    }

    int profileVersion() {
        return profileVersion;
    }

    int feeScheduleVersion() {
        return feeScheduleVersion;
    }

    long endTimerId() {
        return endTimerId;
    }

    /** How many hold a place. */
    int taken() {
        return takers.size();
    }

    boolean isSoldOut() {
        return terms().places() > 0 && takers.size() >= terms().places();
    }

    boolean isHeldBy(long partyId) {
        return takersByParty.containsKey(partyId);
    }

    /** Who hold its places, in the order of their notices. */
    List<Taker> takers() {
        return takers;
    }

    void give(Taker taker) {
        takers.add(taker);
        takersByParty.put(taker.partyId(), taker);
    }

    void takeBack(long partyId) {
        Taker taker = takersByParty.remove(partyId);
        if (taker == null) {
            throw new InvariantBrokenException("party " + partyId + " holds no place of offer " + id());
        }
        takers.remove(taker);
    }

    @Override
    public void exchange(Snapshot snapshot) {
        submitted = snapshot.message(submitted);
        state = snapshot.constant(state);
        profileVersion = snapshot.number(profileVersion);
        feeScheduleVersion = snapshot.number(feeScheduleVersion);
        endTimerId = snapshot.number(endTimerId);
        snapshot.parts(takers, Taker::new);
        takersByParty.clear();
        takers.forEach(taker -> takersByParty.put(taker.partyId(), taker));
    }
}
