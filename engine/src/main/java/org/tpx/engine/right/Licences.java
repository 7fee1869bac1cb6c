package org.tpx.engine.right;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Table;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.member.Access;
import org.tpx.protocol.ConsentKind;
import org.tpx.protocol.EncumbranceKind;
import org.tpx.protocol.Owner;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.RightCommand.RecordBase;
import org.tpx.protocol.RightEvent.BaseRecorded;
import org.tpx.protocol.RightEvent.LicenceRecorded;
import org.tpx.protocol.RightType;
import org.tpx.protocol.Role;

/**
 * Licences in the title register: who may offer them to everyone, which ones stand, and that an exclusive or sole licence
 * and a standing offer never lie side by side (Patent Law Art. 51).
 */
public final class Licences {

    private static final int CLERK = Access.mask(Role.CLERK);

    private final Table<Right> rights;
    private final Access access;

    Licences(Table<Right> rights, Access access) {
        this.rights = rights;
        this.access = access;
    }

    /**
     * Why this party may not offer ordinary licences of the right to everyone, or null. Of several reasons the first in the
     * order of {@link RejectReason}: UNKNOWN_SUBJECT, NOT_OWNER, RIGHT_ENDED, CO_OWNER_CONSENT, PLEDGEE_CONSENT, RIGHT_FROZEN,
     * EXCLUSIVELY_LICENSED. A co-owner gives ordinary licences alone (Art. 14), but all owners declare an open one.
     */
    public @Nullable RejectReason mayOffer(long rightId, long ownerId, boolean open) {
        Right right = rights.find(rightId);
        if (right == null) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        if (!right.isOwner(ownerId)) {
            return RejectReason.NOT_OWNER;
        }
        if (right.standing().isOver()) {
            return RejectReason.RIGHT_ENDED;
        }
        if (open && !right.haveCoOwnersConsented(ownerId, ConsentKind.LICENCE_CO_OWNER)) {
            return RejectReason.CO_OWNER_CONSENT;
        }
        if (!right.havePledgeesConsented(ConsentKind.LICENCE_PLEDGEE)) {
            return RejectReason.PLEDGEE_CONSENT;
        }
        if (right.isFrozen()) {
            return RejectReason.RIGHT_FROZEN;
        }
        return right.isExclusivelyLicensed() ? RejectReason.EXCLUSIVELY_LICENSED : null;
    }

    /** An offer of this owner stands from now on. */
    public void offer(long rightId, long ownerId) {
        rights.get(rightId).offer(ownerId);
    }

    /** One offer of this owner no longer stands. */
    public void endOffer(long rightId, long ownerId) {
        rights.get(rightId).endOffer(ownerId);
    }

    /** The exclusive and sole licences among the licence rights that rest on the right. */
    public List<Long> exclusiveLicences(long rightId) {
        return rights.get(rightId).licenceRights().stream()
                .filter(Right::isExclusiveLicence)
                .map(Right::id)
                .toList();
    }

    /** Enters an ordinary licence that a deal has paid for; causes LicenceRecorded. */
    public void record(Turn turn, long rightId, long listingId, long dealId, long licenseeId, String reference) {
        rights.get(rightId).encumber(new Encumbrance(EncumbranceKind.LICENCE, licenseeId, reference));
        turn.emit(new LicenceRecorded(rightId, listingId, dealId, licenseeId, reference));
    }

    /** Emits BaseRecorded. A licence right rests on one right, which is none itself. */
    public void recordBase(Turn turn, RecordBase command) {
        Right right = rights.find(command.rightId());
        Right base = rights.find(command.baseRightId());
        RejectReason reason = access.role(turn, CLERK);
        if (reason == null) {
            reason = obstacle(right, base);
        }
        if (reason != null || right == null || base == null) {
            turn.refuse(reason == null ? RejectReason.UNKNOWN_SUBJECT : reason, command.rightId());
            return;
        }
        right.restOn(base);
        turn.emit(new BaseRecorded(right.id(), base.id()));
    }

    /** Whether this is an exclusive or sole licence of a right that is offered to everyone. */
    boolean isBarred(Right right) {
        Right base = rights.find(right.baseId());
        return base != null && right.isExclusiveLicence() && base.isOffered();
    }

    /** The same, where it would come into other hands than the licensor's. */
    boolean isBarred(Right right, List<Owner> owners) {
        Right base = rights.find(right.baseId());
        return base != null && isBarred(right) && owners.stream().anyMatch(owner -> !base.isOwner(owner.partyId()));
    }

    void restore() {
        for (Right right : rights) {
            Right base = rights.find(right.baseId());
            if (base != null) {
                right.restOn(base);
            }
        }
    }

    private static @Nullable RejectReason obstacle(@Nullable Right right, @Nullable Right base) {
        if (right == null || base == null) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        if (right.isExclusiveLicence() && base.isOffered() && !base.ownsAll(right)) {
            return RejectReason.LICENCE_OFFERED;
        }
        boolean fits = isLicence(right.type()) && !isLicence(base.type()) && right.baseId() == 0;
        return fits ? null : RejectReason.NOT_ALLOWED;
    }

    private static boolean isLicence(RightType type) {
        return switch (type) {
            case LICENCE_EXCLUSIVE, LICENCE_SOLE, LICENCE_ORDINARY, OPEN_LICENCE -> true;
            default -> false;
        };
    }
}
