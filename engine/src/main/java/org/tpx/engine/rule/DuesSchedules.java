package org.tpx.engine.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Turn;
import org.tpx.protocol.ChargeCommand.ProposeDuesSchedule;
import org.tpx.protocol.ChargeEvent.DuesScheduleLoaded;
import org.tpx.protocol.DuesRate;
import org.tpx.protocol.MembershipClass;
import org.tpx.protocol.RejectReason;

/**
 * What members pay for their seats and each year (section 6.2). A class of members belongs to one schedule, whose latest version counts
 * for what accrues from then on.
 */
public final class DuesSchedules {

    private final Versions<DuesScheduleLoaded> versions = new Versions<>();
    private final Calendars calendars;

    /** No schedules yet; their days are counted by these calendars. */
    public DuesSchedules(Calendars calendars) {
        this.calendars = calendars;
    }

    /** The schedule in force for a class, or null where nobody of it pays. */
    public @Nullable DuesScheduleLoaded of(MembershipClass membershipClass) {
        for (long id = 1; id <= versions.size(); id++) {
            DuesScheduleLoaded latest = versions.find(id);
            if (latest != null && rate(latest.rates(), membershipClass) != null) {
                return latest;
            }
        }
        return null;
    }

    /** What a class pays under a schedule that is {@link #of} it. */
    public static @Nullable DuesRate rate(List<DuesRate> rates, MembershipClass membershipClass) {
        for (DuesRate rate : rates) {
            if (rate.membershipClass() == membershipClass) {
                return rate;
            }
        }
        return null;
    }

    /**
     * Why this version cannot be loaded, or null: UNKNOWN_SUBJECT without its calendar; NOT_ALLOWED where its number does not rise, it
     * names a class twice, or one of another schedule.
     */
    public @Nullable RejectReason obstacle(ProposeDuesSchedule command) {
        if (calendars.find(command.calendarId()) == null) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        boolean rises = versions.rises(command.duesSchedule(), command.version());
        long classes = command.rates().stream()
                .map(DuesRate::membershipClass)
                .distinct()
                .count();
        boolean own = command.rates().stream().allMatch(rate -> isOwn(command, rate));
        return rises && own && classes == command.rates().size() ? null : RejectReason.NOT_ALLOWED;
    }

    private boolean isOwn(ProposeDuesSchedule command, DuesRate rate) {
        DuesScheduleLoaded schedule = of(rate.membershipClass());
        return schedule == null || schedule.code().equals(command.duesSchedule());
    }

    /** Loads an approved version and emits DuesScheduleLoaded. */
    public void load(Turn turn, ProposeDuesSchedule command) {
        DuesScheduleLoaded version = new DuesScheduleLoaded(
                versions.idOf(command.duesSchedule()),
                command.duesSchedule(),
                command.version(),
                command.calendarId(),
                command.dueMonth(),
                command.paymentDays(),
                command.rates());
        versions.add(command.duesSchedule(), command.version(), version);
        turn.emit(version);
    }

    /** Writes or reads all versions. */
    public void exchange(Snapshot snapshot) {
        versions.exchange(snapshot);
    }
}
