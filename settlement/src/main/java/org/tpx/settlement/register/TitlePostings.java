package org.tpx.settlement.register;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.tpx.protocol.DeliveryEvent.TitleReturned;
import org.tpx.protocol.DemandEvent.PledgeRegistered;
import org.tpx.protocol.EncumbranceKind;
import org.tpx.protocol.Money;
import org.tpx.protocol.Owner;
import org.tpx.protocol.RegisterEvent.EntryCorrected;
import org.tpx.protocol.RegisterEvent.LicenceEnded;
import org.tpx.protocol.RegisterEvent.LicenceEntered;
import org.tpx.protocol.RegisterEvent.PledgeEntered;
import org.tpx.protocol.RegisterEvent.RightStatusRecorded;
import org.tpx.protocol.RegisterEvent.ShareTransferred;
import org.tpx.protocol.RightEvent.ConsentRecorded;
import org.tpx.protocol.RightEvent.EncumbranceRecorded;
import org.tpx.protocol.RightEvent.EncumbranceReleased;
import org.tpx.protocol.RightEvent.LicenceRecorded;
import org.tpx.protocol.RightEvent.RightRegistered;
import org.tpx.protocol.RightEvent.TitleRecorded;
import org.tpx.protocol.RightStanding;
import org.tpx.settlement.register.TitleRows.Standing;

/**
 * Enters what the journal says about titles, keeps every entry, and looks at each with rules of its own: shares are the whole, who
 * gives a share has it, a pledge stands alone and within the life of a right that is in force, what ends was there.
 */
public final class TitlePostings {
    private static final int WHOLE_BPS = 10_000;

    private final TitleFindings findings;
    private final TitleRows rows;

    /** Entries in the transaction of this handle. */
    public TitlePostings(Handle handle, TitleFindings findings) {
        this.findings = findings;
        rows = new TitleRows(handle);
    }

    /** A right came into the register with its first owners. */
    public void registered(EntryPlace place, RightRegistered event) {
        pass(place, event.rightId(), "REGISTERED", event.registration(), event.owners());
    }

    /** A clerk entered new owners. */
    public void recorded(EntryPlace place, TitleRecorded event) {
        pass(place, event.rightId(), "TITLE", event.instrument(), event.owners());
    }

    /** A share changed hands: the owners told must be those on record, one share moved. */
    public void shareTransferred(EntryPlace place, ShareTransferred event) {
        Map<Long, Integer> expected = shares(rows.owners(event.rightId()));
        expected.merge(event.fromId(), -event.shareBps(), Integer::sum);
        expected.merge(event.toId(), event.shareBps(), Integer::sum);
        expected.values().removeIf(shareBps -> shareBps == 0);
        Map<Long, Integer> told = shares(event.owners());
        require(told.equals(expected), event.rightId(), "owners after a share passed", expected, told);
        pass(place, event.rightId(), "SHARE", event.instrument(), event.owners());
    }

    /** A deal gave the right to its buyers; its seller must have been an owner. */
    public void passedByDeal(EntryPlace place, long rightId, long dealId, long transferorId, List<Owner> buyers) {
        Map<Long, Integer> before = shares(rows.owners(rightId));
        require(before.containsKey(transferorId), rightId, "seller of deal " + dealId, "an owner on record", before);
        pass(place, rightId, "DEAL", "DEAL-" + dealId, buyers);
    }

    /** A deal was unwound: the owners are those again that the right had before it. */
    public void returned(EntryPlace place, TitleReturned event) {
        Map<Long, Integer> expected = shares(rows.ownersBefore(event.rightId(), "DEAL-" + event.dealId()));
        Map<Long, Integer> told = shares(event.owners());
        require(
                told.equals(expected),
                event.rightId(),
                "owners after deal " + event.dealId() + " was unwound",
                expected,
                told);
        pass(place, event.rightId(), "RETURN", "Return of DEAL-" + event.dealId(), event.owners());
    }

    /** An entry was corrected by another one; it must be there. */
    public void corrected(EntryPlace place, EntryCorrected event) {
        boolean known = rows.isEntered(event.rightId(), event.entry());
        require(known, event.rightId(), "corrected entry " + event.entry(), "on the page", "not there");
        String words = "corrects " + event.entry() + ": " + event.reason();
        if (event.owners().isEmpty()) {
            rows.enter(place, event.rightId(), "CORRECTION", event.instrument(), words);
            return;
        }
        checkWhole(event.rightId(), event.owners());
        int number = rows.enter(
                place, event.rightId(), "CORRECTION", event.instrument(), words + "; owners: " + names(event.owners()));
        rows.pass(place, event.rightId(), number, event.owners());
    }

    /** Where a right stands. */
    public void stands(EntryPlace place, RightStatusRecorded event) {
        int number = rows.enter(
                place,
                event.rightId(),
                "STATUS",
                event.reference(),
                event.standing().name());
        rows.stand(place, number, event);
    }

    /** A pledge was entered: the only one, by an owner, of a right in force, for a debt that is due within its life. */
    public void pledgeEntered(EntryPlace place, PledgeEntered event) {
        long rightId = event.rightId();
        Map<Long, Integer> owners = shares(rows.owners(rightId));
        require(owners.containsKey(event.pledgorId()), rightId, "pledgor", "an owner on record", owners);
        require(rows.open(rightId, EncumbranceKind.PLEDGE) == 0, rightId, "open pledges", 0, "one or more");
        require(rows.open(rightId, EncumbranceKind.PRESERVATION) == 0, rightId, "open freezes", 0, "one or more");
        require(event.claim().minor() > 0, rightId, "claim of " + event.reference(), "above zero", event.claim());
        rows.standing(rightId).ifPresent(standing -> checkLife(place, event, standing));
        int number = rows.enter(
                place,
                rightId,
                "PLEDGE",
                event.reference(),
                "to " + rows.party(event.pledgeeId()) + " for " + event.claim());
        rows.encumber(
                place,
                rightId,
                number,
                EncumbranceKind.PLEDGE,
                event.pledgeeId(),
                event.claim(),
                event.debtDueNanos(),
                false,
                event.reference());
    }

    /** A loan that was asked for here is secured by a pledge entered just before: now its claim is known. */
    public void loanPledged(EntryPlace place, PledgeRegistered event) {
        rows.claim(event.rightId(), event.reference(), event.claim());
    }

    /** A licence was entered; beside one that lets nobody else in there is no other. */
    public void licenceEntered(EntryPlace place, LicenceEntered event) {
        long rightId = event.rightId();
        long exclusive = rows.open(rightId, EncumbranceKind.LICENCE_EXCLUSIVE)
                + rows.open(rightId, EncumbranceKind.LICENCE_SOLE);
        require(exclusive == 0, rightId, "exclusive or sole licences beside " + event.reference(), 0, exclusive);
        boolean late = event.recordalDueNanos() != 0 && place.timeNanos() >= event.recordalDueNanos();
        require(late == event.late(), rightId, "lateness of " + event.reference(), late, event.late());
        EncumbranceKind kind =
                switch (event.mode()) {
                    case EXCLUSIVE -> EncumbranceKind.LICENCE_EXCLUSIVE;
                    case SOLE -> EncumbranceKind.LICENCE_SOLE;
                    case ORDINARY -> EncumbranceKind.LICENCE;
                };
        String words = event.mode() + " to " + rows.party(event.licenseeId()) + (late ? ", recorded too late" : "");
        int number = rows.enter(place, rightId, "LICENCE", event.reference(), words);
        rows.encumber(
                place,
                rightId,
                number,
                kind,
                event.licenseeId(),
                Money.NONE,
                event.endsNanos(),
                late,
                event.reference());
    }

    /** The term of a licence is over. */
    public void licenceEnded(EntryPlace place, LicenceEnded event) {
        release(place, event.rightId(), "LICENCE_END", event.reference());
    }

    /** A deal gave an ordinary licence. */
    public void licenceRecorded(EntryPlace place, LicenceRecorded event) {
        encumber(place, event.rightId(), EncumbranceKind.LICENCE, event.licenseeId(), event.reference());
    }

    /** Another register says that something weighs on the right. */
    public void encumbered(EntryPlace place, EncumbranceRecorded event) {
        encumber(place, event.rightId(), event.encumbranceKind(), event.holderId(), event.reference());
    }

    /** Something weighs on the right no more. */
    public void released(EntryPlace place, EncumbranceReleased event) {
        release(place, event.rightId(), "RELEASE", event.reference());
    }

    /** Somebody consented. */
    public void consented(EntryPlace place, ConsentRecorded event) {
        rows.enter(place, event.rightId(), "CONSENT", "", event.consentKind() + " of " + rows.party(event.partyId()));
    }

    private void checkLife(EntryPlace place, PledgeEntered event, Standing standing) {
        long rightId = event.rightId();
        long termEndsNanos = standing.termEndsNanos();
        boolean lives = termEndsNanos == 0 || termEndsNanos > place.timeNanos();
        require(standing.standing() == RightStanding.IN_FORCE && lives, rightId, "standing", "in force", standing);
        boolean outlasts = termEndsNanos != 0 && event.debtDueNanos() > termEndsNanos;
        require(!outlasts, rightId, "debt of " + event.reference(), "due within the right's term", "due later");
    }

    private void encumber(EntryPlace place, long rightId, EncumbranceKind kind, long holderId, String reference) {
        require(rows.open(rightId, reference) == 0, rightId, "number " + reference, "free", "taken");
        String words = kind + (holderId == 0 ? "" : " of " + rows.party(holderId));
        int number = rows.enter(place, rightId, "BURDEN", reference, words);
        rows.encumber(place, rightId, number, kind, holderId, Money.NONE, 0, false, reference);
    }

    private void release(EntryPlace place, long rightId, String kind, String reference) {
        int released = rows.release(place, rightId, reference);
        require(released == 1, rightId, "what ends under " + reference, 1, released);
        rows.enter(place, rightId, kind, reference, "weighs on it no more");
    }

    private void pass(EntryPlace place, long rightId, String kind, String instrument, List<Owner> owners) {
        checkWhole(rightId, owners);
        int number = rows.enter(place, rightId, kind, instrument, "owners: " + names(owners));
        rows.pass(place, rightId, number, owners);
    }

    private void checkWhole(long rightId, List<Owner> owners) {
        long sum = owners.stream().mapToLong(Owner::shareBps).sum();
        require(sum == WHOLE_BPS, rightId, "sum of shares", WHOLE_BPS, sum);
        int different = shares(owners).size();
        require(different == owners.size(), rightId, "different owners", owners.size(), different);
    }

    private String names(List<Owner> owners) {
        return owners.stream()
                .map(owner -> rows.party(owner.partyId()) + " " + percent(owner.shareBps()))
                .collect(Collectors.joining(", "));
    }

    private static String percent(int shareBps) {
        int cents = shareBps % 100;
        return shareBps / 100 + (cents == 0 ? "" : "." + (cents < 10 ? "0" : "") + cents) + " %";
    }

    private static Map<Long, Integer> shares(List<Owner> owners) {
        Map<Long, Integer> shares = new LinkedHashMap<>();
        owners.forEach(owner -> shares.merge(owner.partyId(), owner.shareBps(), Integer::sum));
        return shares;
    }

    private void require(boolean holds, long rightId, String what, Object expected, Object found) {
        if (!holds) {
            findings.onDifference(
                    what + " of right " + rows.code(rightId), String.valueOf(expected), String.valueOf(found));
        }
    }
}
