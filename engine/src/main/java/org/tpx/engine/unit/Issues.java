package org.tpx.engine.unit;

import java.util.List;
import org.agrona.collections.LongHashSet;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.governance.Proposals;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.member.Access;
import org.tpx.engine.member.Members;
import org.tpx.protocol.ProposalKind;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;
import org.tpx.protocol.UnitAllotment;
import org.tpx.protocol.UnitCommand.DeclareBeneficiaries;
import org.tpx.protocol.UnitCommand.ProposeIssue;
import org.tpx.protocol.UnitEvent.BeneficiariesDeclared;
import org.tpx.protocol.UnitEvent.UnitsIssued;

/** Entries into the register of holders that no trade makes: new units, and the holders behind a nominee. */
public final class Issues {

    private static final int OPERATOR_OR_SUPERVISOR = Access.mask(Role.OPERATOR, Role.SUPERVISOR);
    private static final int CLERK = Access.mask(Role.CLERK);

    private final Members members;
    private final Proposals proposals;
    private final SeriesRegister register;

    Issues(Members members, Proposals proposals, SeriesRegister register) {
        this.members = members;
        this.proposals = proposals;
        this.register = register;
    }

    /** Causes ProposalMade. */
    public void propose(Turn turn, ProposeIssue command) {
        proposals.propose(
                turn,
                OPERATOR_OR_SUPERVISOR,
                command.proposal(),
                ProposalKind.ISSUE,
                command,
                obstacle(command),
                command.seriesId());
    }

    /** Why these units cannot be entered now, or null. */
    public @Nullable RejectReason obstacle(ProposeIssue command) {
        Series series = register.find(command.seriesId());
        if (series == null || !areKnown(command.allotments())) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        if (command.allotments().isEmpty() || series.isWoundUp()) {
            return RejectReason.NOT_ALLOWED;
        }
        if (!areWholeLots(series, command.allotments())) {
            return RejectReason.BAD_LOT;
        }
        if (!series.holders().hasRoom(newSeats(series, command.allotments()))) {
            return RejectReason.HOLDER_LIMIT;
        }
        long left = series.terms().totalUnits() - series.holders().issuedUnits() - series.reservedUnits();
        long units =
                command.allotments().stream().mapToLong(UnitAllotment::units).sum();
        return units <= left ? null : RejectReason.UNITS_EXHAUSTED;
    }

    /** Two people decided so: causes UnitsIssued per allotment. */
    public void issue(Turn turn, ProposeIssue command) {
        Holders holders = register.get(command.seriesId()).holders();
        for (UnitAllotment allotment : command.allotments()) {
            holders.issue(holders.of(allotment.partyId()), allotment.units());
            turn.emit(new UnitsIssued(command.seriesId(), allotment.partyId(), allotment.units()));
        }
    }

    /** Causes BeneficiariesDeclared. */
    public void declare(Turn turn, DeclareBeneficiaries command) {
        Series series = register.find(command.seriesId());
        RejectReason reason = members.access().role(turn, CLERK);
        if (reason == null) {
            reason = refusal(series, command);
        }
        if (reason != null || series == null) {
            turn.refuse(reason == null ? RejectReason.UNKNOWN_SUBJECT : reason, command.seriesId());
            return;
        }
        Holders holders = series.holders();
        holders.declare(holders.of(command.partyId()), command.holders());
        turn.emit(new BeneficiariesDeclared(series.id(), command.partyId(), command.holders()));
    }

    private @Nullable RejectReason refusal(@Nullable Series series, DeclareBeneficiaries command) {
        if (series == null || !members.parties().exists(command.partyId())) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        Holding holding = series.holders().find(command.partyId());
        if (holding == null || !holding.isSeated()) {
            return null;
        }
        boolean fits = series.holders().hasRoom((long) command.holders() - holding.weight());
        return fits ? null : RejectReason.HOLDER_LIMIT;
    }

    private boolean areKnown(List<UnitAllotment> allotments) {
        return allotments.stream().allMatch(allotment -> members.parties().exists(allotment.partyId()));
    }

    private static boolean areWholeLots(Series series, List<UnitAllotment> allotments) {
        return allotments.stream()
                .noneMatch(allotment -> series.reckoning().lots(allotment.units()) == Reckoning.NOT_WHOLE);
    }

    /** The places among the holders that those take who have none yet, each once. */
    private static long newSeats(Series series, List<UnitAllotment> allotments) {
        LongHashSet counted = new LongHashSet();
        long seats = 0;
        for (UnitAllotment allotment : allotments) {
            Holding holding = series.holders().find(allotment.partyId());
            boolean seated = holding != null && holding.isSeated();
            if (!seated && counted.add(allotment.partyId())) {
                seats += holding == null ? 1 : holding.weight();
            }
        }
        return seats;
    }
}
