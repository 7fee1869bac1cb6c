package org.tpx.settlement.register;

import java.math.BigInteger;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.tpx.protocol.CustodyEvent.CustodyEnded;
import org.tpx.protocol.CustodyEvent.CustodyRenewed;
import org.tpx.protocol.CustodyEvent.HolderConfirmed;
import org.tpx.protocol.CustodyEvent.HoldingCertified;
import org.tpx.protocol.CustodyEvent.SharePledgeReleased;
import org.tpx.protocol.CustodyEvent.ShareRegisterOpened;
import org.tpx.protocol.CustodyEvent.ShareTransferConsented;
import org.tpx.protocol.CustodyEvent.SharesBlocked;
import org.tpx.protocol.CustodyEvent.SharesCancelled;
import org.tpx.protocol.CustodyEvent.SharesFrozen;
import org.tpx.protocol.CustodyEvent.SharesIssued;
import org.tpx.protocol.CustodyEvent.SharesLocked;
import org.tpx.protocol.CustodyEvent.SharesPledged;
import org.tpx.protocol.CustodyEvent.SharesTransferred;
import org.tpx.protocol.CustodyEvent.SharesUnblocked;
import org.tpx.protocol.CustodyEvent.SharesUnfrozen;
import org.tpx.protocol.ShareHolding;
import org.tpx.settlement.register.ShareBurdens.Kind;

/** Enters what the journal says about shares in custody, and adds the register up again after every entry. */
public final class SharePostings {
    private static final BigInteger WHOLE_BPS = BigInteger.valueOf(10_000);

    private final Handle handle;
    private final ShareFindings findings;
    private final ShareHoldings holdings;
    private final ShareBurdens burdens;
    private final ShareCloses closes;
    private final ShareDividends dividends;

    /** Entries in the transaction of this handle. */
    public SharePostings(Handle handle, ShareFindings findings) {
        this.handle = handle;
        this.findings = findings;
        holdings = new ShareHoldings(handle);
        burdens = new ShareBurdens(handle);
        dividends = new ShareDividends(handle, findings, burdens);
        closes = new ShareCloses(handle, findings, holdings, dividends);
    }

    /** When registers are closed. */
    public ShareCloses closes() {
        return closes;
    }

    /** Dividends. */
    public ShareDividends dividends() {
        return dividends;
    }

    /** A register came into custody. */
    public void opened(EntryPlace place, ShareRegisterOpened event) {
        int inserted = handle.execute(
                "INSERT INTO share_register (register_id, code, issuer_id, share_class, contract_until_nanos,"
                        + " total_shares, ended_sequence) VALUES (?, ?, ?, ?, ?, ?, 0) ON CONFLICT DO NOTHING",
                event.registerId(),
                event.code(),
                event.issuerId(),
                event.shareClass(),
                event.contractUntilNanos(),
                event.totalShares());
        findings.require(inserted == 1, named(event.registerId()), "a new one", "opened before");
        enterAll(place, event.registerId(), event.holders(), "OPENED");
        checkTotal(event.registerId(), event.totalShares());
    }

    /** New shares. */
    public void issued(EntryPlace place, SharesIssued event) {
        closes.checkOpen(place, event.registerId());
        enterAll(place, event.registerId(), event.holders(), "ISSUED");
        setTotal(event.registerId(), event.totalShares());
        checkTotal(event.registerId(), event.totalShares());
    }

    private void enterAll(EntryPlace place, long registerId, List<ShareHolding> holders, String why) {
        int line = 0;
        for (ShareHolding holder : holders) {
            holdings.enter(place, line++, registerId, holder.partyId(), holder.shares(), why, 0, 0);
        }
    }

    /** A holder is confirmed. */
    public void confirmed(EntryPlace place, HolderConfirmed event) {
        holdings.enter(place, 0, event.registerId(), event.partyId(), 0, "CONFIRMED", 0, 0);
        holdings.confirm(event.registerId(), event.partyId());
    }

    /** Shares passed from one holder to another. */
    public void transferred(EntryPlace place, SharesTransferred event) {
        long registerId = event.registerId();
        closes.checkOpen(place, registerId);
        checkFree(registerId, event.fromId(), event.shares());
        String why = event.transferKind().name();
        holdings.enter(place, 0, registerId, event.fromId(), -event.shares(), why, event.toId(), event.dealId());
        holdings.enter(place, 1, registerId, event.toId(), event.shares(), why, event.fromId(), event.dealId());
        holdings.confirm(registerId, event.toId());
        checkCarried(registerId, event.fromId());
        checkTotal(registerId, total(registerId));
    }

    /** Shares were cancelled. */
    public void cancelled(EntryPlace place, SharesCancelled event) {
        long registerId = event.registerId();
        closes.checkOpen(place, registerId);
        checkFree(registerId, event.partyId(), event.shares());
        holdings.enter(place, 0, registerId, event.partyId(), -event.shares(), "CANCELLED", 0, 0);
        findings.check(
                named(registerId) + ", shares in all after a cancellation",
                total(registerId) - event.shares(),
                event.totalShares());
        setTotal(registerId, event.totalShares());
        checkCarried(registerId, event.partyId());
        checkTotal(registerId, event.totalShares());
    }

    /** An executive's shares are locked. */
    public void locked(EntryPlace place, SharesLocked event) {
        ShareHoldings.Row row = holdings.find(event.registerId(), event.partyId());
        BigInteger[] parts = BigInteger.valueOf(row.shares())
                .multiply(BigInteger.valueOf(event.lockedBps()))
                .divideAndRemainder(WHOLE_BPS);
        long expected = parts[0].longValueExact() + parts[1].signum();
        findings.check(named(event.registerId(), event.partyId()) + ", locked", expected, event.shares());
        burdens.enter(
                place,
                event.registerId(),
                event.partyId(),
                Kind.LOCK,
                "",
                event.shares() - row.lockedShares(),
                event.untilNanos());
        holdings.lock(event.registerId(), event.partyId(), event.shares(), event.untilNanos());
    }

    /** Shares are pledged. */
    public void pledged(EntryPlace place, SharesPledged event) {
        begin(
                place,
                event.registerId(),
                event.partyId(),
                Kind.PLEDGE,
                event.reference(),
                event.pledgeeId(),
                event.shares());
        checkCarried(event.registerId(), event.partyId());
    }

    /** A pledgee lets pledged shares go. */
    public void consented(EntryPlace place, ShareTransferConsented event) {
        burdens.consent(event.registerId(), event.reference());
    }

    /** Shares are free of a pledge. */
    public void pledgeReleased(EntryPlace place, SharePledgeReleased event) {
        long left = lighten(place, event.registerId(), event.partyId(), Kind.PLEDGE, event.reference(), event.shares());
        findings.check("pledge " + event.reference() + ", shares still pledged", left, event.remainingShares());
    }

    /** Shares are frozen. */
    public void frozen(EntryPlace place, SharesFrozen event) {
        begin(place, event.registerId(), event.partyId(), Kind.FREEZE, event.reference(), 0, event.shares());
        checkCarried(event.registerId(), event.partyId());
    }

    /** A freeze was lifted. */
    public void unfrozen(EntryPlace place, SharesUnfrozen event) {
        long left = lighten(place, event.registerId(), event.partyId(), Kind.FREEZE, event.reference(), event.shares());
        findings.check("freeze " + event.reference() + ", shares still frozen", 0, left);
    }

    /** Shares are blocked for a listing. */
    public void blocked(EntryPlace place, SharesBlocked event) {
        String listing = Long.toString(event.listingId());
        long before = burdens.find(event.registerId(), Kind.BLOCK, listing, event.partyId())
                .orElse(0L);
        findings.check(
                named(event.registerId(), event.partyId()) + ", blocked before for listing " + listing, 0, before);
        long free = holdings.find(event.registerId(), event.partyId()).shares()
                - burdens.sum(event.registerId(), Kind.BLOCK, event.partyId())
                - burdens.sum(event.registerId(), Kind.FREEZE, event.partyId());
        findings.require(
                event.shares() <= free,
                named(event.registerId(), event.partyId()) + ", blocked",
                "at most " + free,
                Long.toString(event.shares()));
        burdens.set(event.registerId(), Kind.BLOCK, listing, event.partyId(), 0, event.shares());
        burdens.enter(place, event.registerId(), event.partyId(), Kind.BLOCK, listing, event.shares(), 0);
    }

    /** Shares are free of a listing. */
    public void unblocked(EntryPlace place, SharesUnblocked event) {
        String listing = Long.toString(event.listingId());
        long left = lighten(place, event.registerId(), event.partyId(), Kind.BLOCK, listing, event.shares());
        findings.check(
                named(event.registerId(), event.partyId()) + ", left of the block for listing " + listing, 0, left);
    }

    /** A holder was told in writing what it holds. */
    public void certified(EntryPlace place, HoldingCertified event) {
        long registerId = event.registerId();
        ShareHoldings.Row row = holdings.find(registerId, event.partyId());
        String what = "certificate " + event.certificateNumber() + ", ";
        findings.check(what + "shares", row.shares(), event.shares());
        findings.check(what + "shares in all", total(registerId), event.totalShares());
        findings.check(what + "pledged", burdens.sum(registerId, Kind.PLEDGE, event.partyId()), event.pledgedShares());
        findings.check(what + "frozen", burdens.sum(registerId, Kind.FREEZE, event.partyId()), event.frozenShares());
        findings.check(what + "locked", row.lockedShares(place.timeNanos()), event.lockedShares());
        findings.check(what + "blocked", burdens.sum(registerId, Kind.BLOCK, event.partyId()), event.blockedShares());
        findings.check(what + "confirmed", row.confirmed() ? 1 : 0, event.confirmed() ? 1 : 0);
    }

    /** The custody has ended. */
    public void ended(EntryPlace place, CustodyEnded event) {
        handle.execute(
                "UPDATE share_register SET ended_sequence = ? WHERE register_id = ?",
                place.sequence(),
                event.registerId());
    }

    /** The contract was renewed. */
    public void renewed(EntryPlace place, CustodyRenewed event) {
        handle.execute(
                "UPDATE share_register SET contract_until_nanos = ? WHERE register_id = ?",
                event.untilNanos(),
                event.registerId());
    }

    private void begin(
            EntryPlace place,
            long registerId,
            long partyId,
            Kind kind,
            String reference,
            long favouredId,
            long shares) {
        boolean isNew = burdens.find(registerId, kind, reference, partyId).isEmpty();
        findings.require(isNew, kind + " " + reference, "a new one", "entered before");
        burdens.set(registerId, kind, reference, partyId, favouredId, shares);
        burdens.enter(place, registerId, partyId, kind, reference, shares, 0);
    }

    private long lighten(EntryPlace place, long registerId, long partyId, Kind kind, String reference, long shares) {
        long left = burdens.find(registerId, kind, reference, partyId).orElse(0L) - shares;
        findings.require(left >= 0, kind + " " + reference, "at least " + shares, Long.toString(left + shares));
        burdens.set(registerId, kind, reference, partyId, 0, left);
        burdens.enter(place, registerId, partyId, kind, reference, -shares, 0);
        return left;
    }

    // What goes away must not be frozen, nor blocked for somebody else; a pledge was released before, where its pledgee
    // let it go.
    private void checkFree(long registerId, long partyId, long shares) {
        long free = holdings.find(registerId, partyId).shares()
                - burdens.sum(registerId, Kind.FREEZE, partyId)
                - burdens.sum(registerId, Kind.BLOCK, partyId);
        findings.require(
                shares <= free,
                named(registerId, partyId) + ", moved",
                "at most " + free + " that are not frozen or blocked",
                Long.toString(shares));
    }

    private void checkCarried(long registerId, long partyId) {
        long shares = holdings.find(registerId, partyId).shares();
        long pledged = burdens.sum(registerId, Kind.PLEDGE, partyId);
        long frozen = burdens.sum(registerId, Kind.FREEZE, partyId);
        findings.require(
                shares >= pledged && shares >= frozen,
                named(registerId, partyId) + ", shares",
                "at least " + Math.max(pledged, frozen) + " pledged or frozen",
                Long.toString(shares));
    }

    private void checkTotal(long registerId, long total) {
        findings.check(named(registerId) + ", all holdings together", total, holdings.sum(registerId));
    }

    private long total(long registerId) {
        return handle.select("SELECT total_shares FROM share_register WHERE register_id = ?", registerId)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
    }

    private void setTotal(long registerId, long total) {
        handle.execute("UPDATE share_register SET total_shares = ? WHERE register_id = ?", total, registerId);
    }

    private static String named(long registerId) {
        return "register of shares " + registerId;
    }

    private static String named(long registerId, long partyId) {
        return "party " + partyId + " in register of shares " + registerId;
    }
}
