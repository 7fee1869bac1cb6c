package org.tpx.engine.offer;

import java.util.ArrayList;
import java.util.List;
import org.agrona.collections.Long2ObjectHashMap;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Codes;
import org.tpx.engine.kernel.InvariantBrokenException;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.protocol.OfferEvent.PlateOpened;
import org.tpx.protocol.PlateTerms;

/**
 * Offers of one owner under one name, with an admission of its own. A place is a party's: whoever holds one takes up as many
 * of the plate's offers as it likes.
 */
final class Plate implements Snapshot.Part, Codes.Coded {

    private static final PlateOpened BLANK = new PlateOpened(0, "", 0, new PlateTerms(0, 0, false, "", ""));

    private PlateOpened opened;
    private int taken;
    private final List<Applicant> applicants = new ArrayList<>();
    private final Long2ObjectHashMap<Applicant> byParty = new Long2ObjectHashMap<>();

    Plate() {
        this(BLANK);
    }

    Plate(PlateOpened opened) {
        this.opened = opened;
    }

    @Override
    public long id() {
        return opened.plateId();
    }

    @Override
    public String code() {
        return opened.code();
    }

    long ownerId() {
        return opened.ownerId();
    }

    PlateTerms terms() {
        return opened.terms();
    }

    boolean isOver(long timeNanos) {
        return timeNanos >= terms().endNanos();
    }

    @Nullable
    Applicant applicant(long partyId) {
        return byParty.get(partyId);
    }

    void add(Applicant applicant) {
        applicants.add(applicant);
        byParty.put(applicant.partyId(), applicant);
    }

    boolean isAdmitted(long partyId) {
        Applicant applicant = applicant(partyId);
        return applicant != null && applicant.state() == Applicant.State.ADMITTED;
    }

    /** Whether there is no place for the party: it holds none, and all are taken. */
    boolean isSoldOut(long partyId) {
        Applicant applicant = applicant(partyId);
        boolean holdsPlace = applicant != null && applicant.takeUps() > 0;
        return !holdsPlace && taken >= terms().places();
    }

    /** The party takes up another of its offers. */
    void give(long partyId) {
        Applicant applicant = require(partyId);
        applicant.takeUps(applicant.takeUps() + 1);
        if (applicant.takeUps() == 1) {
            taken++;
        }
    }

    /** One take-up of the party lapsed. */
    void takeBack(long partyId) {
        Applicant applicant = require(partyId);
        applicant.takeUps(applicant.takeUps() - 1);
        if (applicant.takeUps() == 0) {
            taken--;
        }
    }

    @Override
    public void exchange(Snapshot snapshot) {
        opened = snapshot.message(opened);
        taken = snapshot.number(taken);
        snapshot.parts(applicants, Applicant::new);
        byParty.clear();
        applicants.forEach(applicant -> byParty.put(applicant.partyId(), applicant));
    }

    private Applicant require(long partyId) {
        Applicant applicant = applicant(partyId);
        if (applicant == null) {
            throw new InvariantBrokenException("party " + partyId + " did not apply to plate " + id());
        }
        return applicant;
    }
}
