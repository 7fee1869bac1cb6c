package org.tpx.engine.right;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.member.Access;
import org.tpx.engine.member.Members;
import org.tpx.protocol.Owner;
import org.tpx.protocol.RegisterCommand.CorrectEntry;
import org.tpx.protocol.RegisterCommand.TransferShare;
import org.tpx.protocol.RegisterEvent.EntryCorrected;
import org.tpx.protocol.RegisterEvent.ShareTransferred;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;

/** Shares that pass from one co-owner to another or to somebody new, and corrections of what was entered before. */
public final class TitleChanges {

    private static final int CLERK = Access.mask(Role.CLERK);
    private static final int MAX_OWNERS = 50;

    private final Rights rights;
    private final Members members;

    /** Changes in the title of these rights. */
    public TitleChanges(Rights rights, Members members) {
        this.rights = rights;
        this.members = members;
    }

    /** Causes ShareTransferred. A share passes like the whole: with the consents of co-owners and pledgees, and not while frozen. */
    public void transferShare(Turn turn, TransferShare command) {
        RejectReason reason = members.access().role(turn, CLERK);
        if (reason == null && !members.parties().exists(command.toId())) {
            reason = RejectReason.UNKNOWN_SUBJECT;
        }
        if (reason == null) {
            reason = rights.mayTransfer(command.rightId(), command.fromId());
        }
        Right right = rights.find(command.rightId());
        List<Owner> owners = right == null ? List.of() : after(right.owners(), command);
        if (reason == null && !isPossible(command, owners)) {
            reason = RejectReason.NOT_ALLOWED;
        }
        if (reason != null || right == null) {
            turn.refuse(reason == null ? RejectReason.UNKNOWN_SUBJECT : reason, command.rightId());
            return;
        }
        right.passTo(owners, command.instrument());
        turn.emit(new ShareTransferred(
                right.id(), command.fromId(), command.toId(), command.shareBps(), owners, command.instrument()));
    }

    /**
     * Causes EntryCorrected. Other owners follow only from a correction of the entry under which the owners stand; what was entered
     * before that one is history, and its correction changes no owner.
     */
    public void correct(Turn turn, CorrectEntry command) {
        RejectReason reason = members.access().role(turn, CLERK);
        Right right = rights.find(command.rightId());
        if (reason == null) {
            reason = refusal(command, right);
        }
        if (reason != null || right == null) {
            turn.refuse(reason == null ? RejectReason.UNKNOWN_SUBJECT : reason, command.rightId());
            return;
        }
        if (command.owners().isEmpty()) {
            right.page().enter(command.instrument());
        } else {
            right.passTo(command.owners(), command.instrument());
        }
        turn.emit(new EntryCorrected(
                right.id(), command.owners(), command.entry(), command.instrument(), command.reason()));
    }

    private @Nullable RejectReason refusal(CorrectEntry command, @Nullable Right right) {
        boolean known = right != null && right.page().has(command.entry()) && rights.areKnown(command.owners());
        if (right == null || !known) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        if (right.page().has(command.instrument())) {
            return RejectReason.CODE_TAKEN;
        }
        if (command.owners().isEmpty()) {
            return null;
        }
        if (right.pooledSeriesId() != 0) {
            return RejectReason.RIGHT_FROZEN;
        }
        if (rights.licences().isBarred(right, command.owners())) {
            return RejectReason.LICENCE_OFFERED;
        }
        boolean fits = right.page().isLastTitle(command.entry()) && Rights.areWhole(command.owners());
        return fits ? null : RejectReason.NOT_ALLOWED;
    }

    /** The owners once the share has passed, in the order in which they stand; whoever is new stands last. */
    private static List<Owner> after(List<Owner> before, TransferShare command) {
        List<Owner> after = new ArrayList<>();
        boolean known = false;
        for (Owner owner : before) {
            int shareBps = owner.shareBps();
            shareBps -= owner.partyId() == command.fromId() ? command.shareBps() : 0;
            shareBps += owner.partyId() == command.toId() ? command.shareBps() : 0;
            known |= owner.partyId() == command.toId();
            if (shareBps != 0) {
                after.add(new Owner(owner.partyId(), shareBps));
            }
        }
        if (!known) {
            after.add(new Owner(command.toId(), command.shareBps()));
        }
        return after;
    }

    private static boolean isPossible(TransferShare command, List<Owner> owners) {
        return command.fromId() != command.toId() && owners.size() <= MAX_OWNERS && Rights.areWhole(owners);
    }
}
