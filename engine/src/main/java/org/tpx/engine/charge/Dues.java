package org.tpx.engine.charge;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Table;
import org.tpx.engine.kernel.Timer;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Foundation;
import org.tpx.engine.member.Access;
import org.tpx.engine.member.Memberships;
import org.tpx.engine.rule.BusinessCalendar;
import org.tpx.engine.rule.DuesSchedules;
import org.tpx.protocol.ChargeCommand.ProposeDuesSchedule;
import org.tpx.protocol.ChargeEvent.DuesAccrued;
import org.tpx.protocol.ChargeEvent.DuesOverdue;
import org.tpx.protocol.ChargeEvent.DuesScheduleLoaded;
import org.tpx.protocol.DuesKind;
import org.tpx.protocol.DuesRate;
import org.tpx.protocol.MemberCommand.AdmitMember;
import org.tpx.protocol.MemberState;
import org.tpx.protocol.Money;
import org.tpx.protocol.PeriodCounting;
import org.tpx.protocol.ProposalKind;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;
import org.tpx.protocol.TimerKind;

/**
 * What members owe the exchange for being members (section 6.2): the seat fee and the dues of the year accrue at admission, the dues of
 * each later year when it begins. Who does not pay in time is flagged; what follows is for a supervisor to decide. Members that were
 * admitted before their class had a schedule owe no seat fee, and dues from the next year on.
 */
public final class Dues {

    private static final int OPERATOR_OR_SUPERVISOR = Access.mask(Role.OPERATOR, Role.SUPERVISOR);

    private final Table<MemberDues> dues = new Table<>(MemberDues::new);
    private final Set<Long> clocked = new LinkedHashSet<>();
    private final Foundation foundation;
    private final Memberships memberships;
    private final DuesSchedules schedules;

    /** Dues of these members by these schedules. */
    public Dues(Foundation foundation, DuesSchedules schedules) {
        this.foundation = foundation;
        this.schedules = schedules;
        memberships = foundation.members().memberships();
    }

    /** Causes ProposalMade. */
    public void proposeSchedule(Turn turn, ProposeDuesSchedule command) {
        foundation
                .proposals()
                .propose(
                        turn,
                        OPERATOR_OR_SUPERVISOR,
                        command.proposal(),
                        ProposalKind.DUES_SCHEDULE,
                        command,
                        schedules.obstacle(command),
                        0);
    }

    /** Why the schedule cannot be loaded, or null. */
    public @Nullable RejectReason obstacle(ProposeDuesSchedule command) {
        return schedules.obstacle(command);
    }

    /** Two people decided so: causes DuesScheduleLoaded, and the dues of members that the schedule is new for begin with the next year. */
    public void load(Turn turn, ProposeDuesSchedule command) {
        schedules.load(turn, command);
        for (long memberId = 1; memberId <= memberships.size(); memberId++) {
            if (isStanding(memberId)) {
                startYears(turn, memberId);
            }
        }
    }

    /** Causes MemberAdmitted, and DuesAccrued for the seat and the rest of the year. */
    public void admit(Turn turn, AdmitMember command) {
        if (!memberships.admitMember(turn, command)) {
            return;
        }
        DuesScheduleLoaded schedule = schedule(command.memberId());
        if (schedule == null) {
            return;
        }
        BusinessCalendar calendar = foundation.calendars().get(schedule.calendarId());
        int year = calendar.localYear(turn.timeNanos());
        long dueNanos =
                calendar.closeOfWorkingDay(turn.timeNanos(), schedule.paymentDays(), PeriodCounting.EXCLUDE_START);
        long endNanos = Math.max(dueNanos, calendar.endOfMonth(year, schedule.dueMonth()));
        accrue(turn, command.memberId(), schedule, DuesKind.SEAT_FEE, year, dueNanos);
        accrue(turn, command.memberId(), schedule, DuesKind.ANNUAL_DUES, year, endNanos);
        startYears(turn, command.memberId());
    }

    /** A year begins: causes DuesAccrued, unless the member is none any more. The timer carries the member in the place of a party. */
    public void onYear(Turn turn, Timer timer) {
        long memberId = timer.partyId();
        clocked.remove(memberId);
        DuesScheduleLoaded schedule = schedule(memberId);
        if (schedule == null || !isStanding(memberId)) {
            return;
        }
        BusinessCalendar calendar = foundation.calendars().get(schedule.calendarId());
        int year = calendar.localYear(turn.timeNanos());
        long endNanos = calendar.endOfMonth(year, schedule.dueMonth());
        accrue(turn, memberId, schedule, DuesKind.ANNUAL_DUES, year, endNanos);
        startYears(turn, memberId);
    }

    /** Dues did not come in time: causes DuesOverdue. The timer carries them in the place of a party. */
    public void onDue(Turn turn, Timer timer) {
        MemberDues owed = dues.get(timer.partyId());
        turn.emit(new DuesOverdue(owed.id(), owed.memberId(), owed.missing()));
    }

    /** The dues of this identity, or null. */
    @Nullable
    MemberDues find(long duesId) {
        return dues.find(duesId);
    }

    /** What a member has not paid yet, in the order in which it accrued. */
    List<MemberDues> open(long memberId) {
        List<MemberDues> open = new ArrayList<>();
        for (MemberDues owed : dues) {
            if (owed.memberId() == memberId && owed.missing().isPositive()) {
                open.add(owed);
            }
        }
        return open;
    }

    /** They are paid in full: nothing is overdue any more. */
    void settle(MemberDues paid) {
        foundation.timers().cancel(paid.timerId());
    }

    /** Writes or reads what every member owes and paid, and whose years are counted. */
    public void exchange(Snapshot snapshot) {
        dues.exchange(snapshot);
        List<Counted> members = new ArrayList<>();
        clocked.forEach(memberId -> members.add(new Counted(memberId)));
        snapshot.parts(members, () -> new Counted(0));
        if (snapshot.isReading()) {
            clocked.clear();
            members.forEach(member -> clocked.add(member.memberId));
        }
    }

    private @Nullable DuesScheduleLoaded schedule(long memberId) {
        return schedules.of(memberships.membershipClass(memberId));
    }

    private boolean isStanding(long memberId) {
        MemberState state = memberships.state(memberId);
        return state == MemberState.ACTIVE || state == MemberState.RESTRICTED || state == MemberState.SUSPENDED;
    }

    private void accrue(Turn turn, long memberId, DuesScheduleLoaded schedule, DuesKind kind, int year, long dueNanos) {
        DuesRate rate = DuesSchedules.rate(schedule.rates(), memberships.membershipClass(memberId));
        if (rate == null) {
            return;
        }
        Money amount = kind == DuesKind.SEAT_FEE ? rate.seatFee() : rate.annualDues();
        if (!amount.isPositive()) {
            return;
        }
        long timerId = foundation.timers().set(TimerKind.DUES, 0, dues.nextId(), dueNanos);
        MemberDues owed = dues.add(new MemberDues(dues.nextId(), memberId, amount, timerId));
        turn.emit(new DuesAccrued(
                owed.id(), memberId, schedule.duesScheduleId(), schedule.version(), kind, year, amount, dueNanos));
    }

    private void startYears(Turn turn, long memberId) {
        DuesScheduleLoaded schedule = schedule(memberId);
        if (schedule == null || !clocked.add(memberId)) {
            return;
        }
        BusinessCalendar calendar = foundation.calendars().get(schedule.calendarId());
        long nextYearNanos = calendar.startOfYear(calendar.localYear(turn.timeNanos()) + 1);
        foundation.timers().set(TimerKind.DUES_YEAR, 0, memberId, nextYearNanos);
    }

    private static final class Counted implements Snapshot.Part {
        private long memberId;

        private Counted(long memberId) {
            this.memberId = memberId;
        }

        @Override
        public void exchange(Snapshot snapshot) {
            memberId = snapshot.number(memberId);
        }
    }
}
