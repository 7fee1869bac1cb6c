package org.tpx.engine.right;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Codes;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Table;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.member.Access;
import org.tpx.engine.member.Parties;
import org.tpx.protocol.ConsentKind;
import org.tpx.protocol.EncumbranceKind;
import org.tpx.protocol.Money;
import org.tpx.protocol.Owner;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.RightCommand;
import org.tpx.protocol.RightEvent.ConsentRecorded;
import org.tpx.protocol.RightEvent.EncumbranceRecorded;
import org.tpx.protocol.RightEvent.EncumbranceReleased;
import org.tpx.protocol.RightEvent.RightRegistered;
import org.tpx.protocol.RightEvent.TitleRecorded;
import org.tpx.protocol.RightType;
import org.tpx.protocol.Role;

/** The title register. Only clerks write into it, and deals that reach their end. */
public final class Rights {

    /** All shares of a right in basis points. */
    public static final int WHOLE_BPS = 10_000;

    private static final int CLERK = Access.mask(Role.CLERK);

    private final Table<Right> rights = new Table<>(Right::new);
    private final Codes codes = new Codes();
    private final Access access;
    private final Parties parties;
    private final Licences licences;

    /** An empty register. */
    public Rights(Access access, Parties parties) {
        this.access = access;
        this.parties = parties;
        licences = new Licences(rights, access);
    }

    /** Licences of these rights. */
    public Licences licences() {
        return licences;
    }

    /** Whether a public registry enters the owner of such a right; the others are handed over. */
    public static boolean hasRegistry(RightType type) {
        return switch (type) {
            case PATENT_INVENTION,
                    PATENT_UTILITY,
                    PATENT_DESIGN,
                    PATENT_APPLICATION,
                    IC_LAYOUT,
                    PLANT_VARIETY,
                    TECH_EQUITY,
                    CAPITAL_INCREASE -> true;
            case SOFTWARE_COPYRIGHT,
                    KNOW_HOW,
                    LICENCE_EXCLUSIVE,
                    LICENCE_SOLE,
                    LICENCE_ORDINARY,
                    OPEN_LICENCE,
                    POOL_UNIT,
                    SERVICE_ORDER -> false;
        };
    }

    /** Whether there is such a right. */
    public boolean exists(long rightId) {
        return rights.find(rightId) != null;
    }

    /** The kind of a right that is known to exist. */
    public RightType type(long rightId) {
        return rights.get(rightId).type();
    }

    /** Whether the register names the party among the owners. */
    public boolean isOwner(long rightId, long partyId) {
        Right right = rights.find(rightId);
        return right != null && right.isOwner(partyId);
    }

    /**
     * Why this party may not transfer the right, or null. Of several reasons the first in the order of {@link
     * RejectReason}: UNKNOWN_SUBJECT, NOT_OWNER, RIGHT_ENDED, CO_OWNER_CONSENT, PLEDGEE_CONSENT, RIGHT_FROZEN,
     * LICENCE_OFFERED.
     */
    public @Nullable RejectReason mayTransfer(long rightId, long transferorId) {
        Right right = rights.find(rightId);
        if (right == null) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        if (!right.isOwner(transferorId)) {
            return RejectReason.NOT_OWNER;
        }
        if (right.standing().isOver()) {
            return RejectReason.RIGHT_ENDED;
        }
        if (!right.haveCoOwnersConsented(transferorId, ConsentKind.CO_OWNER)) {
            return RejectReason.CO_OWNER_CONSENT;
        }
        if (!right.havePledgeesConsented(ConsentKind.PLEDGEE)) {
            return RejectReason.PLEDGEE_CONSENT;
        }
        if (right.isFrozen() || right.pooledSeriesId() != 0) {
            return RejectReason.RIGHT_FROZEN;
        }
        return licences.isBarred(right) ? RejectReason.LICENCE_OFFERED : null;
    }

    /** Puts a right into the pool of a series: from now on it {@link #mayTransfer} no more, and nobody pledges it. */
    public void pool(long rightId, long seriesId) {
        rights.get(rightId).pool(seriesId);
    }

    /** Whether it stands in the pool of a living series. */
    public boolean isPooled(long rightId) {
        return rights.get(rightId).pooledSeriesId() != 0;
    }

    /** Lets every right in the pool of a series go. */
    public void releasePool(long seriesId) {
        for (Right right : rights) {
            if (right.pooledSeriesId() == seriesId) {
                right.pool(0);
            }
        }
    }

    /**
     * Why this party may not pledge the right, or null. Of several reasons the first in the order of {@link RejectReason}:
     * UNKNOWN_SUBJECT, NOT_OWNER, RIGHT_ENDED, CO_OWNER_CONSENT, PLEDGEE_CONSENT, RIGHT_FROZEN.
     */
    public @Nullable RejectReason mayPledge(long rightId, long pledgorId) {
        RejectReason reason = mayTransfer(rightId, pledgorId);
        return reason == RejectReason.LICENCE_OFFERED ? null : reason;
    }

    /** The owners of a right that is known to exist. */
    public List<Owner> owners(long rightId) {
        return rights.get(rightId).owners();
    }

    /** Whether something weighs on the right under this number. */
    public boolean isEncumbered(long rightId, String reference) {
        return rights.get(rightId).isEncumbered(reference);
    }

    /** Enters a pledge that a loan of this amount ended in; causes EncumbranceRecorded. */
    public void pledge(Turn turn, long rightId, long pledgeeId, Money claim, String reference) {
        rights.get(rightId).encumber(Encumbrance.pledge(pledgeeId, claim, reference));
        turn.emit(new EncumbranceRecorded(rightId, EncumbranceKind.PLEDGE, pledgeeId, reference));
    }

    /** The open pledges of a right that is known to exist, the oldest first: whom a sale pays before the transferor. */
    public List<Pledge> pledges(long rightId) {
        return rights.get(rightId).pledges();
    }

    /** Ends what weighs on the right under this number, a pledge whose claim was paid for example; causes EncumbranceReleased. */
    public void release(Turn turn, long rightId, String reference) {
        rights.get(rightId).release(reference);
        turn.emit(new EncumbranceReleased(rightId, reference));
    }

    /** Enters the new owners under a deed; the deal that ends this way emits the event. Consents are used up. */
    public void transferTo(long rightId, List<Owner> owners, String instrument) {
        rights.get(rightId).passTo(owners, instrument);
    }

    /** Emits RightRegistered. */
    public void registerRight(Turn turn, RightCommand.RegisterRight command) {
        RejectReason reason = access.role(turn, CLERK);
        if (reason == null && !areKnown(command.owners())) {
            reason = RejectReason.UNKNOWN_SUBJECT;
        }
        if (reason == null && codes.isTaken(command.code())) {
            reason = RejectReason.CODE_TAKEN;
        }
        if (reason == null && !areWhole(command.owners())) {
            reason = RejectReason.NOT_ALLOWED;
        }
        if (reason != null) {
            turn.refuse(reason, 0);
            return;
        }
        Right right = rights.add(new Right(rights.nextId(), command.code(), command.rightType()));
        codes.enter(right);
        right.passTo(command.owners(), command.registration());
        turn.emit(new RightRegistered(
                right.id(), right.code(), right.type(), command.registration(), command.title(), command.owners()));
    }

    /** Emits TitleRecorded. Consents to a transfer by the owners before are used up. */
    public void recordTitle(Turn turn, RightCommand.RecordTitle command) {
        Right right = findByClerk(turn, command.rightId(), areKnown(command.owners()));
        if (right == null) {
            return;
        }
        RejectReason reason = right.pooledSeriesId() == 0 ? null : RejectReason.RIGHT_FROZEN;
        if (reason == null && licences.isBarred(right, command.owners())) {
            reason = RejectReason.LICENCE_OFFERED;
        }
        if (reason == null && !areWhole(command.owners())) {
            reason = RejectReason.NOT_ALLOWED;
        }
        if (reason != null) {
            turn.refuse(reason, right.id());
            return;
        }
        right.passTo(command.owners(), command.instrument());
        turn.emit(new TitleRecorded(right.id(), command.instrument(), command.owners()));
    }

    /** Emits ConsentRecorded. Only an owner consents as co-owner, only the holder of an open pledge as pledgee, and once. */
    public void recordConsent(Turn turn, RightCommand.RecordConsent command) {
        Right right = findByClerk(turn, command.rightId(), parties.exists(command.partyId()));
        if (right == null) {
            return;
        }
        boolean concerned = Right.isOfPledgee(command.consentKind())
                ? right.isPledgee(command.partyId())
                : right.isOwner(command.partyId());
        if (!concerned || right.hasConsented(command.partyId(), command.consentKind())) {
            turn.refuse(RejectReason.NOT_ALLOWED, right.id());
            return;
        }
        right.consent(command.partyId(), command.consentKind());
        turn.emit(new ConsentRecorded(right.id(), command.partyId(), command.consentKind()));
    }

    /** Emits EncumbranceRecorded. A pledge names its holder, who may have to consent. */
    public void recordEncumbrance(Turn turn, RightCommand.RecordEncumbrance command) {
        boolean needsHolder = command.encumbranceKind() == EncumbranceKind.PLEDGE || command.holderId() != 0;
        Right right = findByClerk(turn, command.rightId(), !needsHolder || parties.exists(command.holderId()));
        if (right == null) {
            return;
        }
        RejectReason reason = right.isEncumbered(command.reference()) ? RejectReason.CODE_TAKEN : null;
        boolean pledge = command.encumbranceKind() == EncumbranceKind.PLEDGE;
        if (reason == null && pledge && right.pooledSeriesId() != 0) {
            reason = RejectReason.RIGHT_FROZEN;
        }
        if (reason == null && Right.isExclusive(command.encumbranceKind()) && right.isOffered()) {
            reason = RejectReason.LICENCE_OFFERED;
        }
        if (reason != null) {
            turn.refuse(reason, right.id());
            return;
        }
        right.encumber(new Encumbrance(command.encumbranceKind(), command.holderId(), command.reference()));
        turn.emit(new EncumbranceRecorded(
                right.id(), command.encumbranceKind(), command.holderId(), command.reference()));
    }

    /** Emits EncumbranceReleased. */
    public void releaseEncumbrance(Turn turn, RightCommand.ReleaseEncumbrance command) {
        Right right = findByClerk(turn, command.rightId(), true);
        if (right == null) {
            return;
        }
        if (!right.isEncumbered(command.reference())) {
            turn.refuse(RejectReason.UNKNOWN_SUBJECT, right.id());
            return;
        }
        release(turn, right.id(), command.reference());
    }

    /** Writes or reads the register. */
    public void exchange(Snapshot snapshot) {
        rights.exchange(snapshot);
        if (snapshot.isReading()) {
            codes.restore(rights);
            licences.restore();
        }
    }

    /** The right, or null when the command was refused: the sender is no clerk, or something that it names is unknown. */
    private @Nullable Right findByClerk(Turn turn, long rightId, boolean partiesKnown) {
        RejectReason reason = access.role(turn, CLERK);
        Right right = rights.find(rightId);
        if (reason == null && (right == null || !partiesKnown)) {
            reason = RejectReason.UNKNOWN_SUBJECT;
        }
        if (reason != null) {
            turn.refuse(reason, rightId);
            return null;
        }
        return right;
    }

    boolean areKnown(List<Owner> owners) {
        for (Owner owner : owners) {
            if (!parties.exists(owner.partyId())) {
                return false;
            }
        }
        return true;
    }

    /** The right of this identity, or null. */
    @Nullable
    Right find(long rightId) {
        return rights.find(rightId);
    }

    /** Whether the shares of different owners, each with one, add up to the whole. */
    static boolean areWhole(List<Owner> owners) {
        long different = owners.stream().mapToLong(Owner::partyId).distinct().count();
        long sum = owners.stream().mapToLong(Owner::shareBps).sum();
        boolean positive = owners.stream().allMatch(owner -> owner.shareBps() > 0);
        return different == owners.size() && positive && sum == WHOLE_BPS;
    }
}
