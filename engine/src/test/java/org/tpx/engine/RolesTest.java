package org.tpx.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tpx.protocol.Role.AGENT;
import static org.tpx.protocol.Role.CLERK;
import static org.tpx.protocol.Role.EXPERT;
import static org.tpx.protocol.Role.NODE;
import static org.tpx.protocol.Role.OPERATOR;
import static org.tpx.protocol.Role.SUPERVISOR;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tpx.protocol.BankCommand;
import org.tpx.protocol.ChargeCommand;
import org.tpx.protocol.Command;
import org.tpx.protocol.CompetitiveCommand;
import org.tpx.protocol.CustodyCommand;
import org.tpx.protocol.DealCommand;
import org.tpx.protocol.DeliveryCommand;
import org.tpx.protocol.DemandCommand;
import org.tpx.protocol.EvaluationCommand;
import org.tpx.protocol.Event;
import org.tpx.protocol.FundCommand;
import org.tpx.protocol.GovernanceCommand;
import org.tpx.protocol.IdentityCommand;
import org.tpx.protocol.ListingCommand;
import org.tpx.protocol.MemberCommand;
import org.tpx.protocol.NegotiationCommand;
import org.tpx.protocol.OfferCommand;
import org.tpx.protocol.OfferingCommand;
import org.tpx.protocol.PackageCommand;
import org.tpx.protocol.PaperCommand;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RegisterCommand;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.RightCommand;
import org.tpx.protocol.RofrCommand;
import org.tpx.protocol.Role;
import org.tpx.protocol.SaleCommand;
import org.tpx.protocol.SealedCommand;
import org.tpx.protocol.SystemCommand;
import org.tpx.protocol.SystemEvent.CommandRefused;
import org.tpx.protocol.TenderCommand;
import org.tpx.protocol.UnitCommand;

/** Who may send what (design: denied by default): every command by every role, against one table. */
class RolesTest extends Scenario {

    private static final Map<Class<? extends Record>, Set<Role>> ALLOWED = new LinkedHashMap<>();

    static {
        Samples.commands().forEach(command -> ALLOWED.put(command, EnumSet.noneOf(Role.class)));
        area(SystemCommand.class, NODE);
        area(GovernanceCommand.class, OPERATOR, SUPERVISOR);
        allow(GovernanceCommand.ApproveProposal.class, SUPERVISOR, CLERK);
        allow(GovernanceCommand.RejectProposal.class, SUPERVISOR, CLERK);
        area(MemberCommand.class, SUPERVISOR);
        allow(MemberCommand.ApplyMembership.class, CLERK);
        allow(MemberCommand.RegisterParty.class, CLERK, AGENT);
        allow(MemberCommand.GrantMandate.class, CLERK, AGENT);
        allow(MemberCommand.RevokeMandate.class, CLERK, AGENT);
        area(IdentityCommand.class, OPERATOR, SUPERVISOR);
        allow(IdentityCommand.RecordQualification.class, CLERK);
        allow(IdentityCommand.WithdrawQualification.class, SUPERVISOR);
        area(RightCommand.class, CLERK);
        area(RegisterCommand.class, CLERK);
        allow(RegisterCommand.FileTechContract.class, AGENT);
        area(ListingCommand.class, CLERK);
        allow(ListingCommand.DraftListing.class, AGENT);
        allow(ListingCommand.SubmitApplication.class, AGENT);
        allow(ListingCommand.RegisterIntent.class, AGENT);
        allow(ListingCommand.Withdraw.class, AGENT);
        allow(ListingCommand.RequestRelist.class, AGENT);
        allow(ListingCommand.CloseListing.class, AGENT, CLERK);
        allow(ListingCommand.AcceptRunnerUpOffer.class, AGENT);
        allow(ListingCommand.DeclineRunnerUpOffer.class, AGENT);
        allow(ListingCommand.DeclineWaiting.class, AGENT);
        allow(ListingCommand.ReplyToDefault.class, AGENT);
        allow(ListingCommand.OrderSuspension.class, CLERK, SUPERVISOR);
        allow(ListingCommand.ProposeResumption.class, CLERK, SUPERVISOR);
        allow(ListingCommand.OrderTermination.class, SUPERVISOR);
        allow(ListingCommand.UpholdDefault.class, SUPERVISOR);
        allow(ListingCommand.DismissDefault.class, SUPERVISOR);
        area(SaleCommand.class, AGENT);
        allow(SaleCommand.ScheduleAuction.class, CLERK);
        allow(SaleCommand.OrderHalt.class, SUPERVISOR);
        allow(SaleCommand.ProposeHaltLift.class, SUPERVISOR);
        area(TenderCommand.class, AGENT);
        allow(TenderCommand.AppointCommitteeMember.class, CLERK);
        allow(TenderCommand.DismissCommitteeMember.class, CLERK);
        allow(TenderCommand.SealScores.class, EXPERT);
        allow(TenderCommand.RevealScores.class, EXPERT);
        allow(TenderCommand.OpenPrice.class, CLERK);
        allow(TenderCommand.FileCandidateObjection.class, CLERK);
        allow(TenderCommand.AnswerCandidateObjection.class, SUPERVISOR);
        area(CompetitiveCommand.class, AGENT);
        allow(SaleCommand.ProposeVoid.class, SUPERVISOR);
        area(RofrCommand.class, AGENT);
        allow(RofrCommand.ServeRofrNotice.class, CLERK);
        allow(RofrCommand.FileRofrAgreement.class, CLERK);
        area(SealedCommand.class, CLERK);
        allow(SealedCommand.SetSealedTerms.class, AGENT);
        allow(SealedCommand.SubmitSealedBid.class, AGENT);
        allow(SealedCommand.ReleaseShare.class, CLERK, SUPERVISOR);
        area(DealCommand.class, CLERK);
        area(BankCommand.class, CLERK);
        area(FundCommand.class, CLERK);
        area(DeliveryCommand.class, CLERK);
        allow(DeliveryCommand.FreezeReleases.class, SUPERVISOR);
        allow(DeliveryCommand.ProposeUnfreezing.class, SUPERVISOR);
        allow(DeliveryCommand.ProposeRevocation.class, CLERK, SUPERVISOR);
        allow(DeliveryCommand.ProposeRescission.class, CLERK, SUPERVISOR);
        area(NegotiationCommand.class, CLERK);
        allow(NegotiationCommand.ProposeNegotiation.class, AGENT);
        allow(NegotiationCommand.OpenNegotiation.class, AGENT);
        allow(NegotiationCommand.ChangeTerms.class, AGENT);
        allow(NegotiationCommand.CancelNegotiation.class, AGENT);
        allow(NegotiationCommand.RejectObjection.class, SUPERVISOR);
        allow(NegotiationCommand.UpholdObjection.class, SUPERVISOR);
        area(OfferCommand.class, AGENT);
        allow(OfferCommand.ProposePlate.class, CLERK);
        allow(OfferCommand.AdmitApplicant.class, AGENT, CLERK);
        allow(OfferCommand.RefuseApplicant.class, AGENT, CLERK);
        allow(OfferCommand.PublishOffer.class, CLERK);
        allow(OfferCommand.RefuseOffer.class, CLERK);
        allow(OfferCommand.WithdrawOffer.class, AGENT, SUPERVISOR);
        area(OfferingCommand.class, OPERATOR, SUPERVISOR);
        allow(OfferingCommand.ApplyForUnits.class, AGENT);
        allow(OfferingCommand.ExercisePreemption.class, AGENT);
        area(PackageCommand.class, AGENT);
        allow(PackageCommand.OpenCatalogue.class, CLERK);
        allow(PackageCommand.RemoveLot.class, AGENT, CLERK);
        allow(PackageCommand.ScheduleCatalogue.class, CLERK);
        area(EvaluationCommand.class, CLERK);
        allow(EvaluationCommand.RevokeEvaluation.class, SUPERVISOR);
        area(DemandCommand.class, AGENT);
        allow(DemandCommand.PublishDemand.class, CLERK);
        allow(DemandCommand.CancelDemand.class, AGENT, CLERK, SUPERVISOR);
        allow(DemandCommand.ReleaseDemandShare.class, CLERK, SUPERVISOR);
        allow(DemandCommand.OpenSolution.class, CLERK);
        allow(DemandCommand.RegisterPledge.class, CLERK);
        area(CustodyCommand.class, CLERK);
        allow(CustodyCommand.FreezeShares.class, CLERK, SUPERVISOR);
        allow(CustodyCommand.CancelBookClose.class, SUPERVISOR);
        allow(CustodyCommand.CertifyHolding.class, AGENT, CLERK);
        allow(CustodyCommand.OfferShares.class, AGENT);
        allow(CustodyCommand.SetSharePayment.class, AGENT);
        area(PaperCommand.class, AGENT);
        allow(PaperCommand.FilePaper.class, CLERK);
        area(ChargeCommand.class, CLERK);
        allow(ChargeCommand.RevokeFeeWaiver.class, SUPERVISOR);
        allow(ChargeCommand.ProposeDuesSchedule.class, OPERATOR, SUPERVISOR);
        allow(ChargeCommand.AgreeCommission.class, CLERK, AGENT);
        area(UnitCommand.class, AGENT);
        allow(UnitCommand.ProposeSeries.class, OPERATOR, SUPERVISOR);
        allow(UnitCommand.ProposeIssue.class, OPERATOR, SUPERVISOR);
        allow(UnitCommand.CancelOrders.class, AGENT, SUPERVISOR);
        allow(UnitCommand.DeclareBeneficiaries.class, CLERK);
        allow(UnitCommand.HaltSeries.class, SUPERVISOR);
        allow(UnitCommand.ProposeSeriesResumption.class, SUPERVISOR);
    }

    /** Who may send commands of this kind. */
    static Set<Role> allowed(Class<?> command) {
        return ALLOWED.getOrDefault(command, Set.of());
    }

    @Test
    void shouldKnowWhoMaySendEachCommand() {
        assertThat(ALLOWED).hasSameSizeAs(Samples.commands()).allSatisfy((command, roles) -> assertThat(roles)
                .as(command.getSimpleName())
                .isNotEmpty());
    }

    @Test
    void shouldRefuseEveryCommandToEveryRoleThatMayNotSendIt() {
        market.decided(new GovernanceCommand.ProposePrincipal("ENROL-EXPERT", "EXPERT-1", EXPERT, 0));
        Set<String> wrong = new HashSet<>();
        ALLOWED.forEach((type, roles) -> {
            for (Role role : Role.values()) {
                // A tick of no timer is a defect of the node, which stops it.
                boolean stops = type == SystemCommand.Tick.class && role == NODE;
                if (!stops && isRefusedFor(role, command(type)) == roles.contains(role)) {
                    wrong.add(role + " " + type.getSimpleName());
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void shouldKnowNobodyWhoWasNotEnrolled() {
        for (Class<? extends Record> type : ALLOWED.keySet()) {
            by("NOBODY", command(type)).refused(RejectReason.UNKNOWN_PRINCIPAL);
        }
    }

    @Test
    void shouldLetAgentsActForTheirOwnMemberOnly() {
        market.party("B1");
        long party = market.id(Ref.PARTY, "B1");
        long member = market.id(Ref.MEMBER, "M-B1");
        by("A-SELLER", new MemberCommand.RevokeMandate(party, member)).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("A-B1", new MemberCommand.RevokeMandate(party, member)).accepted();
    }

    // An agent may give and end mandates of its own member only, and agree on its commission.
    private Command command(Class<? extends Record> type) {
        Command command = Samples.empty(type);
        long member = market.id(Ref.MEMBER, "M-SELLER");
        if (command instanceof MemberCommand.GrantMandate grant) {
            return With.with(grant, "memberId", member);
        }
        if (command instanceof MemberCommand.RevokeMandate revoke) {
            return With.with(revoke, "memberId", member);
        }
        if (command instanceof ChargeCommand.AgreeCommission commission) {
            return With.with(commission, "memberId", member);
        }
        return command instanceof SystemCommand.SetAdmission ? new SystemCommand.SetAdmission(true) : command;
    }

    private boolean isRefusedFor(Role role, Command command) {
        by(person(role), command);
        List<Event> events =
                market.host().turns().get(market.host().turns().size() - 1).events();
        return events.get(0) instanceof CommandRefused refused && refused.reason() == RejectReason.ROLE_NOT_ALLOWED;
    }

    private static String person(Role role) {
        return switch (role) {
            case NODE -> "NODE";
            case OPERATOR -> "OPERATOR-1";
            case AGENT -> "A-SELLER";
            case CLERK -> "CLERK-1";
            case SUPERVISOR -> "SUPERVISOR-1";
            case AUDITOR -> "AUDITOR-1";
            case AUTHORITY -> "AUTHORITY-1";
            case EXPERT -> "EXPERT-1";
        };
    }

    private static void area(Class<?> area, Role... roles) {
        Samples.commands().stream().filter(area::isAssignableFrom).forEach(command -> allow(command, roles));
    }

    private static void allow(Class<? extends Record> command, Role... roles) {
        ALLOWED.put(command, Set.of(roles));
    }
}
