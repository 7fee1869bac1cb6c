package org.tpx.engine;

import java.util.function.BiConsumer;
import org.agrona.DirectBuffer;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Invariant;
import org.tpx.engine.kernel.Turn;
import org.tpx.protocol.BankCommand;
import org.tpx.protocol.ChargeCommand;
import org.tpx.protocol.Command;
import org.tpx.protocol.CompetitiveCommand;
import org.tpx.protocol.CustodyCommand;
import org.tpx.protocol.DealCommand;
import org.tpx.protocol.DeliveryCommand;
import org.tpx.protocol.DemandCommand;
import org.tpx.protocol.EvaluationCommand;
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
import org.tpx.protocol.RegisterCommand;
import org.tpx.protocol.RightCommand;
import org.tpx.protocol.RofrCommand;
import org.tpx.protocol.SaleCommand;
import org.tpx.protocol.SealedCommand;
import org.tpx.protocol.SystemCommand;
import org.tpx.protocol.TenderCommand;
import org.tpx.protocol.UnitCommand;
import org.tpx.wire.CancelOrderFlyweight;
import org.tpx.wire.EnterOrderFlyweight;
import org.tpx.wire.MessageShape;
import org.tpx.wire.PlaceBidFlyweight;
import org.tpx.wire.RecordCodec;
import org.tpx.wire.ReduceOrderFlyweight;
import org.tpx.wire.ReplaceOrderFlyweight;

/**
 * From bytes to calls: one line per command. Bids and orders are read in place, everything else becomes a record first. Building it
 * fails where a command has no line.
 */
final class CommandAdapter {

    private static final int MAX_TEMPLATES = 1000;

    private final RecordCodec codec;
    private final Floors floors;
    private final PlaceBidFlyweight bid = new PlaceBidFlyweight();
    private final EnterOrderFlyweight entry = new EnterOrderFlyweight();
    private final ReplaceOrderFlyweight replacement = new ReplaceOrderFlyweight();
    private final ReduceOrderFlyweight reduction = new ReduceOrderFlyweight();
    private final CancelOrderFlyweight cancellation = new CancelOrderFlyweight();
    private final @Nullable BiConsumer<Turn, Command>[] handlers;

    CommandAdapter(RecordCodec codec, Floors floors, SystemCommands system) {
        this.codec = codec;
        this.floors = floors;
        handlers = newTable();
        addSystem(system);
        addGovernance();
        addMember();
        addRight();
        addRegister();
        addListing();
        addSale();
        addTender();
        addCompetitive();
        addRofr();
        addNegotiation();
        addDeal();
        addDelivery();
        addOffer();
        addPackage();
        addEvaluation();
        addDemand();
        addBank();
        addCustody();
        addUnit();
        addOffering();
        addPapers();
        addCharge();
        for (MessageShape command : codec.templates().commands()) {
            boolean handled = isReadInPlace(command.templateId()) || handlers[command.templateId()] != null;
            Invariant.check(handled, "no handler for command", command.templateId());
        }
    }

    /** Carries out the command whose message lies at the offset. */
    void dispatch(Turn turn, DirectBuffer buffer, int offset, int length) {
        switch (turn.templateId()) {
            case EnterOrderFlyweight.TEMPLATE_ID -> floors.units.orderEntry().enter(turn, entry.wrap(buffer, offset));
            case CancelOrderFlyweight.TEMPLATE_ID ->
                floors.units.orderChanges().cancel(turn, cancellation.wrap(buffer, offset));
            case ReplaceOrderFlyweight.TEMPLATE_ID ->
                floors.units.orderChanges().replace(turn, replacement.wrap(buffer, offset));
            case ReduceOrderFlyweight.TEMPLATE_ID ->
                floors.units.orderChanges().reduce(turn, reduction.wrap(buffer, offset));
            case PlaceBidFlyweight.TEMPLATE_ID -> placeBid(turn, bid.wrap(buffer, offset));
            default -> dispatchRecord(turn, buffer, offset, length);
        }
    }

    private void placeBid(Turn turn, PlaceBidFlyweight placed) {
        floors.bidding.placeBid(turn, placed.listingId(), placed.partyId(), placed.amountMinor(), placed.currency());
    }

    private static boolean isReadInPlace(int templateId) {
        return switch (templateId) {
            case EnterOrderFlyweight.TEMPLATE_ID,
                    CancelOrderFlyweight.TEMPLATE_ID,
                    ReplaceOrderFlyweight.TEMPLATE_ID,
                    ReduceOrderFlyweight.TEMPLATE_ID,
                    PlaceBidFlyweight.TEMPLATE_ID -> true;
            default -> false;
        };
    }

    private void dispatchRecord(Turn turn, DirectBuffer buffer, int offset, int length) {
        Command command = codec.decodeCommand(buffer, offset, length);
        BiConsumer<Turn, Command> handler = handlers[turn.templateId()];
        if (handler != null) {
            handler.accept(turn, command);
        }
    }

    private void addSystem(SystemCommands system) {
        on(SystemCommand.StartNode.class, system::startNode);
        on(SystemCommand.Tick.class, system::tick);
        on(SystemCommand.Continue.class, system::goOn);
        on(SystemCommand.TakeSnapshot.class, system::takeSnapshot);
        on(SystemCommand.OpenExchange.class, system::openExchange);
        on(SystemCommand.SetAdmission.class, system::setAdmission);
        on(SystemCommand.ReleaseKey.class, system::releaseKey);
    }

    private void addGovernance() {
        on(GovernanceCommand.ProposePrincipal.class, floors.governance::proposePrincipal);
        on(GovernanceCommand.ProposeCalendar.class, floors.governance::proposeCalendar);
        on(GovernanceCommand.ProposeRuleProfile.class, floors.governance::proposeRuleProfile);
        on(GovernanceCommand.ProposeFeeSchedule.class, floors.governance::proposeFeeSchedule);
        on(GovernanceCommand.ApproveProposal.class, floors.decisions::approve);
        on(GovernanceCommand.RejectProposal.class, floors.decisions::reject);
    }

    private void addMember() {
        on(MemberCommand.ApplyMembership.class, floors.members.memberships()::applyMembership);
        on(MemberCommand.AdmitMember.class, floors.dues::admit);
        on(MemberCommand.RefuseMember.class, floors.members.memberships()::refuseMember);
        on(MemberCommand.ApplySanction.class, floors.members.memberships()::applySanction);
        on(MemberCommand.ReinstateMember.class, floors.members.memberships()::reinstateMember);
        on(MemberCommand.RegisterParty.class, floors.members.parties()::registerParty);
        on(MemberCommand.GrantMandate.class, floors.members.mandates()::grantMandate);
        on(MemberCommand.RevokeMandate.class, floors.members.mandates()::revokeMandate);
        on(IdentityCommand.ProposeKey.class, floors.governance::proposeKey);
        on(IdentityCommand.RevokeKey.class, floors.members.keys()::revoke);
        on(IdentityCommand.RecordQualification.class, floors.members.qualifications()::record);
        on(IdentityCommand.WithdrawQualification.class, floors.members.qualifications()::withdraw);
        on(IdentityCommand.ProposeAccessRules.class, floors.governance::proposeAccessRules);
    }

    private void addRight() {
        on(RightCommand.RegisterRight.class, floors.rights::registerRight);
        on(RightCommand.RecordTitle.class, floors.rights::recordTitle);
        on(RightCommand.RecordConsent.class, floors.rights::recordConsent);
        on(RightCommand.RecordEncumbrance.class, floors.rights::recordEncumbrance);
        on(RightCommand.ReleaseEncumbrance.class, floors.closings.pledgeClaims()::releaseEncumbrance);
        on(RightCommand.RecordBase.class, floors.rights.licences()::recordBase);
    }

    private void addRegister() {
        on(RegisterCommand.RecordRightStatus.class, floors.pledges::recordStatus);
        on(RegisterCommand.EnterPledge.class, floors.pledges::enter);
        on(RegisterCommand.EnterLicence.class, floors.licenceEntries::enter);
        on(RegisterCommand.TransferShare.class, floors.titleChanges::transferShare);
        on(RegisterCommand.CorrectEntry.class, floors.titleChanges::correct);
        on(RegisterCommand.FileTechContract.class, floors.techContracts::file);
        on(RegisterCommand.RegisterTechContract.class, floors.techContracts::register);
        on(RegisterCommand.RefuseTechContract.class, floors.techContracts::refuse);
    }

    private void addListing() {
        on(ListingCommand.DraftListing.class, floors.applications::draft);
        on(ListingCommand.SubmitApplication.class, floors.applications::submit);
        on(ListingCommand.RequestCorrection.class, floors.applications::requestCorrection);
        on(ListingCommand.RejectApplication.class, floors.applications::reject);
        on(ListingCommand.AcceptApplication.class, floors.applications::accept);
        on(ListingCommand.PublishPreDisclosure.class, floors.notices::preDisclose);
        on(ListingCommand.PublishNotice.class, floors.notices::publish);
        on(ListingCommand.SupplementNotice.class, floors.notices::supplement);
        on(ListingCommand.RegisterIntent.class, floors.qualification::registerIntent);
        on(ListingCommand.Qualify.class, floors.qualification::qualify);
        on(ListingCommand.Disqualify.class, floors.qualification::disqualify);
        on(ListingCommand.OrderSuspension.class, floors.suspensions::suspend);
        on(ListingCommand.ProposeResumption.class, floors.decisions::proposeResumption);
        on(ListingCommand.OrderTermination.class, floors.suspensions::terminate);
        on(ListingCommand.Withdraw.class, floors.notices::withdraw);
        on(ListingCommand.RequestRelist.class, floors.notices::relist);
        on(ListingCommand.CloseListing.class, floors.notices::close);
        on(ListingCommand.AcceptRunnerUpOffer.class, floors.awards::acceptOffer);
        on(ListingCommand.DeclineRunnerUpOffer.class, floors.awards::declineOffer);
        on(ListingCommand.DeclineWaiting.class, floors.awards::declineWaiting);
        on(ListingCommand.ReplyToDefault.class, floors.forfeits::reply);
        on(ListingCommand.UpholdDefault.class, floors.forfeits::uphold);
        on(ListingCommand.DismissDefault.class, floors.forfeits::dismiss);
    }

    private void addSale() {
        on(SaleCommand.SubmitSingleQuote.class, floors.singleQuotes::submit);
        on(SaleCommand.ScheduleAuction.class, floors.auctions::schedule);
        on(SaleCommand.OrderHalt.class, floors.supervision::orderHalt);
        on(SaleCommand.ProposeHaltLift.class, floors.decisions::proposeHaltLift);
        on(SaleCommand.ProposeVoid.class, floors.decisions::proposeVoid);
        addAscending();
        addDutch();
        addDynamicAndRounds();
        addSealed();
    }

    private void addAscending() {
        on(SaleCommand.SetAscendingTerms.class, floors.ascent::setTerms);
        on(SaleCommand.SetProxyMaximum.class, floors.bidding::setMaximum);
        on(SaleCommand.SetSecretReserve.class, floors.reserves::set);
    }

    private void addDutch() {
        on(SaleCommand.SetDutchTerms.class, floors.dutch::setTerms);
        on(SaleCommand.AcceptPrice.class, floors.dutch::accept);
        on(SaleCommand.SubmitStageBid.class, floors.dutch::submitStageBid);
        on(SaleCommand.SubmitBestBid.class, floors.dutch::submitBestBid);
    }

    private void addDynamicAndRounds() {
        on(SaleCommand.SetDynamicTerms.class, floors.dynamic::setTerms);
        on(SaleCommand.SetRoundsTerms.class, floors.rounds::setTerms);
        on(SaleCommand.SubmitInitialBid.class, floors.rounds::submitInitialBid);
        on(SaleCommand.TakeTurn.class, floors.rounds::takeTurn);
    }

    private void addTender() {
        on(TenderCommand.SetTenderTerms.class, floors.tenders::setTerms);
        on(TenderCommand.DeclareFunding.class, floors.hall.funding()::declare);
        on(TenderCommand.AppointCommitteeMember.class, floors.tenders.committee()::appoint);
        on(TenderCommand.DismissCommitteeMember.class, floors.tenders.committee()::dismiss);
        on(TenderCommand.SubmitTender.class, floors.tenders::submit);
        on(TenderCommand.SealScores.class, floors.tenders.committee()::seal);
        on(TenderCommand.RevealScores.class, floors.tenders.committee()::reveal);
        on(TenderCommand.OpenPrice.class, floors.tenders.opening()::open);
        on(TenderCommand.FileCandidateObjection.class, floors.tenders.candidateNotice()::file);
        on(TenderCommand.AnswerCandidateObjection.class, floors.tenders.candidateNotice()::answer);
    }

    private void addCompetitive() {
        on(CompetitiveCommand.SetCompetitiveTerms.class, floors.competitive::setTerms);
        on(CompetitiveCommand.MakeRoundOffer.class, floors.competitive::makeOffer);
        on(CompetitiveCommand.CloseRounds.class, floors.competitive::closeRounds);
    }

    private void addRofr() {
        on(RofrCommand.SetRofrTerms.class, floors.firstRefusals::setTerms);
        on(RofrCommand.ServeRofrNotice.class, floors.firstRefusals::serveNotice);
        on(RofrCommand.FileRofrAgreement.class, floors.firstRefusals::fileAgreement);
        on(RofrCommand.ExerciseRofr.class, floors.inquiries::exercise);
        on(RofrCommand.DeclineRofr.class, floors.inquiries::decline);
    }

    private void addSealed() {
        on(SealedCommand.SetSealedTerms.class, floors.sealed::setTerms);
        on(SealedCommand.CommitLotSeed.class, floors.sealed::commitSeed);
        on(SealedCommand.SubmitSealedBid.class, floors.sealed::submit);
        on(SealedCommand.ReleaseShare.class, floors.shares::release);
        on(SealedCommand.OpenBid.class, floors.sealed.opening()::open);
        on(SealedCommand.CloseOpening.class, floors.sealed.opening()::close);
        on(SealedCommand.RevealLotSeed.class, floors.sealed.opening()::revealSeed);
    }

    private void addNegotiation() {
        on(NegotiationCommand.ProposeNegotiation.class, floors.negotiations::propose);
        on(NegotiationCommand.OpenNegotiation.class, floors.negotiations::open);
        on(NegotiationCommand.ApproveBasis.class, floors.negotiations::approveBasis);
        on(NegotiationCommand.RefuseBasis.class, floors.negotiations::refuseBasis);
        on(NegotiationCommand.PostNotice.class, floors.publicNotices::post);
        on(NegotiationCommand.FileObjection.class, floors.publicNotices::fileObjection);
        on(NegotiationCommand.RejectObjection.class, floors.publicNotices::rejectObjection);
        on(NegotiationCommand.UpholdObjection.class, floors.publicNotices::upholdObjection);
        on(NegotiationCommand.ChangeTerms.class, floors.negotiations::changeTerms);
        on(NegotiationCommand.CancelNegotiation.class, floors.negotiations::cancel);
    }

    private void addDeal() {
        on(DealCommand.SignContract.class, floors.deals::sign);
        on(DealCommand.MakeContractEffective.class, floors.deals::makeEffective);
        on(DealCommand.RequireApproval.class, floors.approvals::require);
        on(DealCommand.GrantApproval.class, floors.approvals::grant);
        on(DealCommand.RefuseApproval.class, floors.approvals::refuse);
        on(DealCommand.PublishResult.class, floors.deals::publishResult);
        on(DealCommand.ReceiveMoney.class, floors.charges::receive);
        on(DealCommand.ProposeCertificate.class, floors.closings::proposeCertificate);
        on(DealCommand.FileTitle.class, floors.closings::fileTitle);
        on(DealCommand.RegisterTitle.class, floors.closings::registerTitle);
        on(DealCommand.AcceptHandover.class, floors.closings::acceptHandover);
        on(DealCommand.ProposePayments.class, floors.closings::proposePayments);
        on(DealCommand.ConfirmPayment.class, floors.closings::confirmPayment);
        on(DealCommand.ReturnPayment.class, floors.deliveryCases::returnPayment);
    }

    private void addDelivery() {
        on(FundCommand.RecordTransferCosts.class, floors.transferCosts::record);
        on(DeliveryCommand.RecordPledgeClaim.class, floors.closings.pledgeClaims()::recordClaim);
        on(DeliveryCommand.ReleasePledge.class, floors.closings.pledgeClaims()::release);
        on(DeliveryCommand.FreezeReleases.class, floors.closings.freezes()::freeze);
        on(DeliveryCommand.ProposeUnfreezing.class, floors.closings.freezes()::propose);
        on(DeliveryCommand.ProposeRevocation.class, floors.deliveryCases.revocations()::propose);
        on(DeliveryCommand.ProposeRescission.class, floors.deliveryCases.revocations()::propose);
        on(DeliveryCommand.ReceiveRestitution.class, floors.deliveryCases.restitutions()::receive);
    }

    private void addPapers() {
        on(PaperCommand.FilePaper.class, floors.signings::file);
        on(PaperCommand.SignPaper.class, floors.signings::sign);
    }

    private void addUnit() {
        on(UnitCommand.ProposeSeries.class, floors.units.openings()::propose);
        on(UnitCommand.ProposeIssue.class, floors.units.issues()::propose);
        on(UnitCommand.CancelOrders.class, floors.units.massCancels()::cancelOrders);
        on(UnitCommand.DeclareBeneficiaries.class, floors.units.issues()::declare);
        on(UnitCommand.HaltSeries.class, floors.units.halts()::halt);
        on(UnitCommand.ProposeSeriesResumption.class, floors.units.halts()::proposeResumption);
        on(UnitCommand.WithdrawMoney.class, floors.tradingMoney::withdraw);
    }

    private void addOffering() {
        on(OfferingCommand.ProposeOffering.class, floors.offerings.announcements()::propose);
        on(OfferingCommand.ApplyForUnits.class, floors.offerings.subscriptions()::apply);
        on(OfferingCommand.ExercisePreemption.class, floors.offerings.subscriptions()::exercise);
        on(OfferingCommand.CancelOffering.class, floors.offerings.cancellations()::cancel);
        on(OfferingCommand.ProposePool.class, floors.offerings.pools()::propose);
        on(OfferingCommand.ProposeWindingUp.class, floors.offerings.pools()::proposeWindingUp);
        on(OfferingCommand.ProposeDistribution.class, floors.offerings.distributions()::propose);
    }

    private void addCharge() {
        on(ChargeCommand.ProposeFeeWaiver.class, floors.waivings::propose);
        on(ChargeCommand.RevokeFeeWaiver.class, floors.waivings::revoke);
        on(ChargeCommand.ProposeDuesSchedule.class, floors.dues::proposeSchedule);
        on(ChargeCommand.LinkMember.class, floors.members.memberParties()::link);
        on(ChargeCommand.AgreeCommission.class, floors.members.commissions()::agree);
        on(ChargeCommand.ProposeFeeRefund.class, floors.feeRefunds::propose);
        on(ChargeCommand.ProposeDuesRefund.class, floors.duesMoney::proposeRefund);
    }

    private void addOffer() {
        on(OfferCommand.ProposePlate.class, floors.offers.plates()::propose);
        on(OfferCommand.RegisterApplicant.class, floors.offers.plates()::register);
        on(OfferCommand.AdmitApplicant.class, floors.offers.plates()::admit);
        on(OfferCommand.RefuseApplicant.class, floors.offers.plates()::refuse);
        on(OfferCommand.SubmitOffer.class, floors.offers.publications()::submit);
        on(OfferCommand.PublishOffer.class, floors.offers.publications()::publish);
        on(OfferCommand.RefuseOffer.class, floors.offers.publications()::refuse);
        on(OfferCommand.WithdrawOffer.class, floors.offers.publications()::withdraw);
        on(OfferCommand.TakeUpOffer.class, floors.offers.book()::takeUp);
    }

    private void addPackage() {
        on(PackageCommand.OpenCatalogue.class, floors.catalogues::open);
        on(PackageCommand.AddLot.class, floors.catalogues::addLot);
        on(PackageCommand.RemoveLot.class, floors.catalogues::removeLot);
        on(PackageCommand.OfferPackage.class, floors.catalogues::offerPackage);
        on(PackageCommand.ScheduleCatalogue.class, floors.catalogues.hours()::schedule);
        on(PackageCommand.SubmitPackageBid.class, floors.packages::submitBid);
    }

    private void addEvaluation() {
        on(EvaluationCommand.RecordAppraisal.class, floors.evaluations::recordAppraisal);
        on(EvaluationCommand.RecordMaturity.class, floors.evaluations::recordMaturity);
        on(EvaluationCommand.RecordEvaluation.class, floors.evaluations::recordEvaluation);
        on(EvaluationCommand.RevokeEvaluation.class, floors.evaluations::revoke);
        on(EvaluationCommand.DescribeRight.class, floors.evaluations::describe);
    }

    private void addDemand() {
        on(DemandCommand.SubmitDemand.class, floors.demands.postings()::submit);
        on(DemandCommand.FundDemand.class, floors.demands.money()::fund);
        on(DemandCommand.PublishDemand.class, floors.demands.postings()::publish);
        on(DemandCommand.CancelDemand.class, floors.demands.postings()::cancel);
        on(DemandCommand.SubmitSolution.class, floors.demands.answers()::submit);
        on(DemandCommand.ReleaseDemandShare.class, floors.demands.answers()::releaseShare);
        on(DemandCommand.OpenSolution.class, floors.demands.answers()::open);
        on(DemandCommand.AwardDemand.class, floors.demands.choices()::award);
        on(DemandCommand.AcceptTermSheet.class, floors.demands.choices()::accept);
        on(DemandCommand.RegisterPledge.class, floors.demands.choices()::registerPledge);
    }

    private void addBank() {
        on(BankCommand.ParkBankItem.class, floors.bankItems::park);
        on(BankCommand.BookBankItem.class, floors.bankItems::book);
        on(BankCommand.MatchBankItem.class, floors.bankItems::match);
        on(BankCommand.ResolveBankItem.class, floors.bankItems::resolve);
    }

    private void addCustody() {
        on(CustodyCommand.ProposeShareRegister.class, floors.custody.registrations()::propose);
        on(CustodyCommand.ProposeShareIssue.class, floors.custody.registrations()::proposeIssue);
        on(CustodyCommand.ConfirmHolder.class, floors.custody.registrations()::confirm);
        on(CustodyCommand.ProposeShareCancellation.class, floors.custody.registrations()::proposeCancellation);
        on(CustodyCommand.ProposeCustodyEnd.class, floors.custody.registrations()::proposeEnd);
        on(CustodyCommand.ProposeCustodyRenewal.class, floors.custody.registrations()::proposeRenewal);
        on(CustodyCommand.ProposeShareTransfer.class, floors.custody.transfers()::propose);
        on(CustodyCommand.CertifyHolding.class, floors.custody.transfers()::certify);
        on(CustodyCommand.ProposeShareLock.class, floors.custody.encumbrances()::proposeLock);
        on(CustodyCommand.RegisterSharePledge.class, floors.custody.encumbrances()::pledge);
        on(CustodyCommand.ConsentToShareTransfer.class, floors.custody.encumbrances()::consent);
        on(CustodyCommand.ReleaseSharePledge.class, floors.custody.encumbrances()::release);
        on(CustodyCommand.FreezeShares.class, floors.custody.encumbrances()::freeze);
        on(CustodyCommand.ProposeShareUnfreeze.class, floors.custody.encumbrances()::proposeUnfreeze);
        on(CustodyCommand.AnnounceMeeting.class, floors.custody.bookCloses()::announceMeeting);
        on(CustodyCommand.CancelBookClose.class, floors.custody.bookCloses()::cancel);
        on(CustodyCommand.ProposeDividend.class, floors.custody.dividends()::propose);
        on(CustodyCommand.ProposeDividendRelease.class, floors.custody.dividends()::proposeRelease);
        on(CustodyCommand.OfferShares.class, floors.custody.deals()::offer);
        on(CustodyCommand.SetSharePayment.class, floors.custody.deals()::setPayment);
    }

    private <C extends Record & Command> void on(Class<C> type, BiConsumer<Turn, C> handler) {
        int templateId = codec.templates().of(type).templateId();
        handlers[templateId] = (turn, command) -> handler.accept(turn, type.cast(command));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static BiConsumer<Turn, Command>[] newTable() {
        return new BiConsumer[MAX_TEMPLATES];
    }
}
