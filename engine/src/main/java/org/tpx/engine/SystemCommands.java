package org.tpx.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Secrets;
import org.tpx.engine.member.Access;
import org.tpx.protocol.Founder;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;
import org.tpx.protocol.SystemCommand;
import org.tpx.protocol.SystemEvent;

/** What the node itself sends: its starts, ticks, continuations, snapshots, admission, and the founding command. */
final class SystemCommands {

    private static final int NODE = Access.mask(Role.NODE);
    private static final int LEAST_SUPERVISORS = 2;

    private final Floors floors;
    private final TimerAdapter timers;
    private boolean opened;
    private boolean admitting = true;

    SystemCommands(Floors floors) {
        this.floors = floors;
        timers = new TimerAdapter(floors);
    }

    /** Whether new business is let in; the node closes it while space is short. */
    boolean isAdmitting() {
        return admitting;
    }

    /** Causes NodeStarted, and after an outage what {@code Deadlines} and {@code SeriesHalts} tell. */
    void startNode(Turn turn, SystemCommand.StartNode command) {
        if (refuseStranger(turn)) {
            return;
        }
        admitting = true;
        turn.emit(new SystemEvent.NodeStarted(
                command.lastDurableNanos(), command.nowNanos(), command.release(), command.jarDigest()));
        if (command.lastDurableNanos() != 0) {
            floors.deadlines.onOutage(command.lastDurableNanos(), command.nowNanos());
            floors.units.halts().onOutage(command.nowNanos());
        }
    }

    /** Causes TimerFired and what the timer was for. */
    void tick(Turn turn, SystemCommand.Tick command) {
        if (!refuseStranger(turn)) {
            timers.fire(turn, command.timerId());
        }
    }

    /** Causes Continued; the open work follows at the end of the turn. */
    void goOn(Turn turn, SystemCommand.Continue command) {
        if (!refuseStranger(turn)) {
            turn.emit(new SystemEvent.Continued(floors.backlog.size()));
        }
    }

    /** Causes SnapshotTaken. */
    void takeSnapshot(Turn turn, SystemCommand.TakeSnapshot command) {
        if (!refuseStranger(turn)) {
            turn.emit(new SystemEvent.SnapshotTaken());
        }
    }

    /** Causes AdmissionChanged. */
    void setAdmission(Turn turn, SystemCommand.SetAdmission command) {
        if (!refuseStranger(turn)) {
            admitting = command.open();
            turn.emit(new SystemEvent.AdmissionChanged(admitting));
        }
    }

    /** Causes KeyReleased. */
    void releaseKey(Turn turn, SystemCommand.ReleaseKey command) {
        if (refuseStranger(turn)) {
            return;
        }
        Secrets secrets = floors.listings.secrets();
        if (command.listingId() == 0 || secrets.listingId() != command.listingId()) {
            turn.refuse(RejectReason.NOT_ALLOWED, command.listingId());
            return;
        }
        secrets.release();
        turn.emit(new SystemEvent.KeyReleased(command.listingId(), command.key()));
    }

    /** Causes ExchangeOpened and PrincipalEnrolled per founder; once. */
    void openExchange(Turn turn, SystemCommand.OpenExchange command) {
        if (refuseStranger(turn)) {
            return;
        }
        if (opened || !isFounding(command.founders())) {
            turn.refuse(RejectReason.NOT_ALLOWED, 0);
            return;
        }
        opened = true;
        turn.emit(new SystemEvent.ExchangeOpened(command.exchange()));
        for (Founder founder : command.founders()) {
            floors.members.principals().enrol(turn, founder.code(), founder.role(), 0);
        }
    }

    void exchange(Snapshot snapshot) {
        opened = snapshot.flag(opened);
        admitting = snapshot.flag(admitting);
    }

    private boolean refuseStranger(Turn turn) {
        @Nullable RejectReason reason = floors.members.access().role(turn, NODE);
        if (reason != null) {
            turn.refuse(reason, 0);
        }
        return reason != null;
    }

    // Agents come later, with their members; two supervisors are needed before anything else can be decided.
    private static boolean isFounding(List<Founder> founders) {
        long supervisors = founders.stream()
                .filter(founder -> founder.role() == Role.SUPERVISOR)
                .count();
        long people = founders.stream().map(Founder::code).distinct().count();
        return supervisors >= LEAST_SUPERVISORS
                && people == founders.size()
                && founders.stream().allMatch(founder -> isOfficer(founder.role()));
    }

    private static boolean isOfficer(Role role) {
        return role != Role.NODE && role != Role.AGENT;
    }
}
