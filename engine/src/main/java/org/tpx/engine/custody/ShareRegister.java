package org.tpx.engine.custody;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Codes;
import org.tpx.engine.kernel.Invariant;
import org.tpx.engine.kernel.InvariantBrokenException;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Turn;
import org.tpx.protocol.CustodyEvent.SharePledgeReleased;
import org.tpx.protocol.CustodyEvent.ShareRegisterOpened;
import org.tpx.protocol.CustodyEvent.SharesCancelled;
import org.tpx.protocol.CustodyEvent.SharesTransferred;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.ShareHolding;
import org.tpx.protocol.ShareTransferKind;

/** The register of one class of a company's shares. Shares are whole; all holdings together are the total at any time. */
final class ShareRegister implements Snapshot.Part, Codes.Coded {

    /** The most shares that a register may have; no product of them with an amount of money per share overflows unseen. */
    static final long MAX_SHARES = (1L << 39) - 1;

    private long id;
    private String code = "";
    private long issuerId;
    private long profileId;
    private int profileVersion;
    private long calendarId;
    private long contractUntilNanos;
    private long totalShares;
    private boolean ended;
    private final TreeMap<Long, Holding> holdings = new TreeMap<>();
    private final ShareWeights weights = new ShareWeights();
    private final List<BookClose> openCloses = new ArrayList<>();

    ShareRegister() {}

    ShareRegister(ShareRegisterOpened opened) {
        id = opened.registerId();
        code = opened.code();
        issuerId = opened.issuerId();
        profileId = opened.profileId();
        profileVersion = opened.profileVersion();
        calendarId = opened.calendarId();
        contractUntilNanos = opened.contractUntilNanos();
        issue(opened.holders());
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public String code() {
        return code;
    }

    long profileId() {
        return profileId;
    }

    int profileVersion() {
        return profileVersion;
    }

    long calendarId() {
        return calendarId;
    }

    long totalShares() {
        return totalShares;
    }

    ShareWeights weights() {
        return weights;
    }

    /** Whether nothing is entered any more. */
    boolean isEnded() {
        return ended;
    }

    void end() {
        ended = true;
    }

    /** Whether only what protects others may be entered at this instant: the contract is over, or the custody has ended. */
    boolean isOver(long timeNanos) {
        return ended || timeNanos >= contractUntilNanos;
    }

    long contractUntilNanos() {
        return contractUntilNanos;
    }

    void renew(long untilNanos) {
        contractUntilNanos = untilNanos;
    }

    /** Meetings and dividends to come, for which the register is closed at their time. */
    List<BookClose> openCloses() {
        return openCloses;
    }

    boolean isClosed(long timeNanos) {
        return openCloses.stream().anyMatch(close -> close.isClosed(timeNanos));
    }

    /** Whether a dividend was declared on all shares and waits for its record date. */
    boolean hasOpenDividend() {
        return openCloses.stream().anyMatch(BookClose::isDividend);
    }

    @Nullable
    Holding find(long partyId) {
        return holdings.get(partyId);
    }

    /** All who hold or held shares, in the order of their identities. */
    Collection<Holding> holdings() {
        return holdings.values();
    }

    boolean isConfirmed(long partyId) {
        Holding holding = find(partyId);
        return holding != null && holding.isConfirmed();
    }

    /**
     * Why a party cannot part with so many shares, or null. What a listing has blocked does not stand in its own way. Of several reasons
     * the first in the order of {@link RejectReason}: SHARES_MISSING, SHARES_PLEDGED, SHARES_FROZEN, SHARES_LOCKED, SHARES_BLOCKED.
     */
    @Nullable
    RejectReason refusalOfMove(long partyId, long shares, long timeNanos, boolean lockBinds, long listingId) {
        Holding holding = find(partyId);
        long held = holding == null ? 0 : holding.shares();
        long locked = holding == null || !lockBinds ? 0 : holding.lockedShares(timeNanos);
        return refusal(held, shares, weights.bound(partyId), partyId, locked, listingId);
    }

    /** Why a party cannot pledge so many shares, or null: none is pledged twice, nor while it is frozen or blocked. */
    @Nullable
    RejectReason refusalOfPledge(long partyId, long shares) {
        Holding holding = find(partyId);
        long held = holding == null ? 0 : holding.shares();
        return refusal(held, shares, weights.pledged(partyId), partyId, 0, 0);
    }

    private @Nullable RejectReason refusal(
            long held, long shares, long pledged, long partyId, long locked, long listingId) {
        if (shares > held) {
            return RejectReason.SHARES_MISSING;
        }
        long left = held - pledged;
        if (shares > left) {
            return RejectReason.SHARES_PLEDGED;
        }
        left -= weights.frozen(partyId);
        if (shares > left) {
            return RejectReason.SHARES_FROZEN;
        }
        left -= locked;
        if (shares > left) {
            return RejectReason.SHARES_LOCKED;
        }
        left -= weights.blocked(partyId, listingId);
        return shares > left ? RejectReason.SHARES_BLOCKED : null;
    }

    /** Enters new shares. */
    void issue(List<ShareHolding> issued) {
        for (ShareHolding issue : issued) {
            of(issue.partyId()).add(issue.shares());
            totalShares += issue.shares();
        }
    }

    /** Takes shares of a party away. Causes SharePledgeReleased as a transfer does, then SharesCancelled. */
    void cancel(Turn turn, long partyId, long shares) {
        Holding holding = require(partyId);
        releasePledged(turn, holding, shares, false);
        holding.add(-shares);
        totalShares -= shares;
        checkHeld(holding);
        turn.emit(new SharesCancelled(id, partyId, shares, totalShares));
    }

    /** Whether the lock of an executive stands in the way: of its own decisions, not of what the law brings about. */
    static boolean isLockBinding(ShareTransferKind kind) {
        return switch (kind) {
            case GIFT, SALE, CONSIDERATION -> true;
            case INHERITANCE, PROPERTY_DIVISION, JUDGMENT -> false;
        };
    }

    /**
     * Shares pass to another party, which has shown who it is by that. Causes SharePledgeReleased as far as they were pledged: shares
     * that nothing weighs on go first. Then SharesTransferred.
     */
    void transfer(Turn turn, long fromId, long toId, long shares, ShareTransferKind kind, long dealId) {
        Holding from = require(fromId);
        releasePledged(turn, from, shares, isLockBinding(kind));
        from.add(-shares);
        Holding to = of(toId);
        to.add(shares);
        to.confirm();
        checkHeld(from);
        turn.emit(new SharesTransferred(id, fromId, toId, shares, kind, dealId));
    }

    private void releasePledged(Turn turn, Holding from, long shares, boolean lockBinds) {
        long partyId = from.partyId();
        long locked = lockBinds ? from.lockedShares(turn.timeNanos()) : 0;
        long others = weights.pledged(partyId) + weights.frozen(partyId) + weights.blocked(partyId, 0);
        long free = from.shares() - others - locked;
        long pledged = shares - Math.max(0, free);
        for (SharePledge pledge : weights.consentedPledges(partyId)) {
            long released = Math.min(pledge.shares(), pledged);
            if (released > 0) {
                pledge.release(released);
                pledged -= released;
                turn.emit(new SharePledgeReleased(id, partyId, released, pledge.shares(), pledge.reference()));
            }
        }
    }

    // What is left of a holding must carry every pledge and every freeze.
    private void checkHeld(Holding holding) {
        long partyId = holding.partyId();
        Invariant.check(holding.shares() >= 0, "more shares left than were held, register", id);
        Invariant.check(weights.pledged(partyId) <= holding.shares(), "shares are pledged that nobody holds", partyId);
        Invariant.check(weights.frozen(partyId) <= holding.shares(), "shares are frozen that nobody holds", partyId);
    }

    /** The holding of a party, empty at first. */
    Holding of(long partyId) {
        return holdings.computeIfAbsent(partyId, id -> new Holding(id));
    }

    private Holding require(long partyId) {
        Holding holding = find(partyId);
        if (holding == null) {
            throw new InvariantBrokenException("no holding of party " + partyId + " in register " + id);
        }
        return holding;
    }

    @Override
    public void exchange(Snapshot snapshot) {
        id = snapshot.number(id);
        code = snapshot.text(code);
        issuerId = snapshot.number(issuerId);
        profileId = snapshot.number(profileId);
        profileVersion = snapshot.number(profileVersion);
        calendarId = snapshot.number(calendarId);
        contractUntilNanos = snapshot.number(contractUntilNanos);
        totalShares = snapshot.number(totalShares);
        ended = snapshot.flag(ended);
        List<Holding> rows = new ArrayList<>(holdings.values());
        snapshot.parts(rows, Holding::new);
        if (snapshot.isReading()) {
            rows.forEach(row -> holdings.put(row.partyId(), row));
        }
        weights.exchange(snapshot);
    }
}
