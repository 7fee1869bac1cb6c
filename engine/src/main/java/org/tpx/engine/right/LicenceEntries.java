package org.tpx.engine.right;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Timer;
import org.tpx.engine.kernel.Timers;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.member.Access;
import org.tpx.engine.member.Members;
import org.tpx.engine.rule.Calendars;
import org.tpx.engine.rule.RuleProfiles;
import org.tpx.protocol.ConsentKind;
import org.tpx.protocol.LicenceMode;
import org.tpx.protocol.RegisterCommand.EnterLicence;
import org.tpx.protocol.RegisterEvent.LicenceEnded;
import org.tpx.protocol.RegisterEvent.LicenceEntered;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.RightType;
import org.tpx.protocol.Role;
import org.tpx.protocol.TimerKind;

/**
 * Licences entered with their terms. One that comes later than the profile allows is entered and marked so, since the licence is valid
 * between its parties without any entry; at the end of its term it ends by itself.
 */
public final class LicenceEntries {

    private static final int CLERK = Access.mask(Role.CLERK);

    private final Rights rights;
    private final Members members;
    private final RuleProfiles profiles;
    private final Calendars calendars;
    private final Timers timers;

    /** Licences of these rights, recorded in time by these rules. */
    public LicenceEntries(Rights rights, Members members, RuleProfiles profiles, Calendars calendars, Timers timers) {
        this.rights = rights;
        this.members = members;
        this.profiles = profiles;
        this.calendars = calendars;
        this.timers = timers;
    }

    /** Causes LicenceEntered. Nothing is entered beside an exclusive or sole licence, and none such beside a standing offer. */
    public void enter(Turn turn, EnterLicence command) {
        RejectReason reason = members.access().role(turn, CLERK);
        Right right = rights.find(command.rightId());
        if (reason == null) {
            reason = refusal(turn, command, right);
        }
        if (reason != null || right == null) {
            turn.refuse(reason == null ? RejectReason.UNKNOWN_SUBJECT : reason, command.rightId());
            return;
        }
        right.encumber(
                Encumbrance.licence(command.mode(), command.licenseeId(), command.endsNanos(), command.reference()));
        timers.set(TimerKind.LICENCE_TERM, 0, right.id(), command.endsNanos());
        long dueNanos = recordalDueNanos(command);
        boolean late = dueNanos != 0 && turn.timeNanos() >= dueNanos;
        turn.emit(new LicenceEntered(
                right.id(),
                command.licensorId(),
                command.licenseeId(),
                command.mode(),
                command.effectiveNanos(),
                command.endsNanos(),
                dueNanos,
                late,
                command.reference(),
                command.territory()));
    }

    /** The term of a licence of this right is over: causes LicenceEnded for whatever licence of it is over by now. */
    public void onTerm(Turn turn, Timer timer) {
        long rightId = timer.partyId();
        Right right = rights.find(rightId);
        if (right == null) {
            return;
        }
        for (String reference : right.licencesOverAt(turn.timeNanos())) {
            right.release(reference);
            turn.emit(new LicenceEnded(rightId, reference));
        }
    }

    private @Nullable RejectReason refusal(Turn turn, EnterLicence command, @Nullable Right right) {
        boolean partiesKnown = members.parties().exists(command.licensorId())
                && members.parties().exists(command.licenseeId());
        if (right == null || !partiesKnown) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        if (right.isEncumbered(command.reference())) {
            return RejectReason.CODE_TAKEN;
        }
        if (!profiles.isLoaded(command.profileId()) || calendars.find(command.calendarId()) == null) {
            return RejectReason.VARIETY_NOT_APPROVED;
        }
        RejectReason reason = refusalByTitle(turn, command, right);
        return reason == null && !isWellFormed(turn, command, right) ? RejectReason.NOT_ALLOWED : reason;
    }

    private static @Nullable RejectReason refusalByTitle(Turn turn, EnterLicence command, Right right) {
        boolean ordinary = command.mode() == LicenceMode.ORDINARY;
        if (!right.isOwner(command.licensorId())) {
            return RejectReason.NOT_OWNER;
        }
        if (right.standing().isOverAt(turn.timeNanos())) {
            return RejectReason.RIGHT_ENDED;
        }
        // A co-owner gives ordinary licences alone (Patent Law Art. 14).
        if (!ordinary && !right.haveCoOwnersConsented(command.licensorId(), ConsentKind.LICENCE_CO_OWNER)) {
            return RejectReason.CO_OWNER_CONSENT;
        }
        if (!right.havePledgeesConsented(ConsentKind.LICENCE_PLEDGEE)) {
            return RejectReason.PLEDGEE_CONSENT;
        }
        if (right.isFrozen()) {
            return RejectReason.RIGHT_FROZEN;
        }
        if (right.isExclusivelyLicensed()) {
            return RejectReason.EXCLUSIVELY_LICENSED;
        }
        return !ordinary && right.isOffered() ? RejectReason.LICENCE_OFFERED : null;
    }

    private static boolean isWellFormed(Turn turn, EnterLicence command, Right right) {
        boolean licence = right.isExclusiveLicence()
                || right.type() == RightType.LICENCE_ORDINARY
                || right.type() == RightType.OPEN_LICENCE;
        return !licence
                && command.licensorId() != command.licenseeId()
                && command.effectiveNanos() > 0
                && command.effectiveNanos() <= turn.timeNanos()
                && command.endsNanos() > turn.timeNanos()
                && !right.standing().endsBefore(command.endsNanos());
    }

    private long recordalDueNanos(EnterLicence command) {
        long profileId = command.profileId();
        int months =
                profiles.terms(profileId, profiles.latestVersion(profileId)).licenceRecordalMonths();
        return months == 0 ? 0 : calendars.get(command.calendarId()).endOfMonths(command.effectiveNanos(), months);
    }
}
