package org.tpx.settlement.ledger;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.tpx.protocol.BankEvent;
import org.tpx.protocol.ChargeEvent;
import org.tpx.protocol.CustodyEvent;
import org.tpx.protocol.DealEvent;
import org.tpx.protocol.DeliveryEvent;
import org.tpx.protocol.DemandEvent;
import org.tpx.protocol.EvaluationEvent;
import org.tpx.protocol.Event;
import org.tpx.protocol.FundEvent;
import org.tpx.protocol.GovernanceEvent;
import org.tpx.protocol.ListingEvent;
import org.tpx.protocol.ListingEvent.AwardDefaulted;
import org.tpx.protocol.ListingEvent.Awarded;
import org.tpx.protocol.ListingEvent.ListingCompleted;
import org.tpx.protocol.MemberEvent;
import org.tpx.protocol.MoneyEvent;
import org.tpx.protocol.MoneyEvent.PaymentDue;
import org.tpx.protocol.NegotiationEvent;
import org.tpx.protocol.OfferEvent;
import org.tpx.protocol.OfferingEvent;
import org.tpx.protocol.PackageEvent;
import org.tpx.protocol.PaperEvent;
import org.tpx.protocol.RegisterEvent;
import org.tpx.protocol.RightEvent;
import org.tpx.protocol.RofrEvent;
import org.tpx.protocol.SaleEvent;
import org.tpx.protocol.SystemEvent;
import org.tpx.protocol.SystemEvent.DeadlineMoved;
import org.tpx.protocol.UnitEvent;
import org.tpx.settlement.register.EntryPlace;
import org.tpx.settlement.register.SharePostings;
import org.tpx.settlement.register.TechContractPostings;
import org.tpx.settlement.register.TitlePostings;

/** Which event is booked where. Every other event is no business of the books. */
final class Bookings {
    private final Map<Class<? extends Event>, BiConsumer<Place, Event>> bookings = new HashMap<>();

    Bookings(
            Names names,
            BankTransfers bankTransfers,
            BankItems bankItems,
            Rules rules,
            Listings listings,
            Offers offers,
            Buyers buyers,
            Packages packages,
            Deposits deposits,
            Deals deals,
            Payments payments,
            Postings postings,
            Forfeitures forfeitures,
            Units units,
            Offerings offerings,
            Distributions distributions,
            Demands demands,
            ShareDeals shareDeals,
            SharePostings shares,
            Charges charges,
            Papers papers,
            Unwindings unwindings,
            TransferCosts transferCosts,
            TitleDeals titleDeals,
            TitlePostings titles,
            TechContractPostings techContracts) {
        routeNames(names, rules, charges.dues());
        routeListings(listings, charges.commissions());
        Negotiations negotiations = new Negotiations(listings, forfeitures);
        routeNegotiations(negotiations, charges.commissions());
        routeOffers(offers);
        routeBuyers(buyers, listings, negotiations);
        routeDeposits(deposits, forfeitures);
        routeDeals(deals);
        routeDeliveries(deals.deliveries(), deals, payments);
        routeUnwindings(unwindings, transferCosts);
        routeMoney(payments, postings, forfeitures, demands, charges.dues());
        routeUnits(units, offerings);
        routeOfferings(offerings, distributions);
        routeDemands(demands);
        routeShares(shares, shareDeals);
        routeCharges(charges);
        routePackages(packages, listings);
        routeShared(listings, buyers, deposits, deals, payments, forfeitures, units, unwindings);
        routeBank(bankTransfers, bankItems);
        routePapers(papers, deals, forfeitures);
        routeTitles(titles, titleDeals);
        routeTechContracts(techContracts);
    }

    private void routeNames(Names names, Rules rules, MemberDues dues) {
        on(GovernanceEvent.FeeScheduleLoaded.class, rules::feeScheduleLoaded);
        on(GovernanceEvent.RuleProfileLoaded.class, rules::ruleProfileLoaded);
        on(GovernanceEvent.CalendarVersionLoaded.class, names::calendarVersionLoaded);
        on(SystemEvent.ExchangeOpened.class, names::exchangeOpened);
        on(MemberEvent.MembershipApplied.class, (place, event) -> {
            names.membershipApplied(place, event);
            dues.applied(place, event);
        });
        on(MemberEvent.PartyRegistered.class, names::partyRegistered);
        on(RightEvent.RightRegistered.class, names::rightRegistered);
    }

    private void routeListings(Listings listings, Commissions commissions) {
        on(ListingEvent.ListingDrafted.class, listings::drafted);
        on(ListingEvent.ApplicationAccepted.class, listings::accepted);
        on(ListingEvent.ApplicationRejected.class, listings::rejected);
        on(ListingEvent.NoticePublished.class, (place, event) -> {
            listings.noticePublished(place, event);
            commissions.noticePublished(event.listingId());
        });
        on(EvaluationEvent.NoticeEvaluated.class, listings::noticeEvaluated);
        on(ListingEvent.NoticeSupplemented.class, listings::noticeSupplemented);
        on(ListingEvent.DisclosureExtended.class, listings::disclosureExtended);
        on(ListingEvent.IntentRegistered.class, listings::intentRegistered);
        on(ListingEvent.Admitted.class, listings::admitted);
        on(ListingEvent.SuspensionOrdered.class, listings::suspended);
        on(ListingEvent.Resumed.class, listings::resumed);
        on(ListingEvent.Terminated.class, listings::terminated);
        on(ListingEvent.WithdrawnByTransferor.class, listings::withdrawn);
        on(ListingEvent.RelistRequested.class, listings::relistRequested);
        on(ListingEvent.ListingClosed.class, listings::closed);
    }

    private void routeNegotiations(Negotiations negotiations, Commissions commissions) {
        on(NegotiationEvent.NegotiationProposed.class, negotiations::proposed);
        on(NegotiationEvent.NegotiationOpened.class, negotiations::opened);
        on(NegotiationEvent.NoticePosted.class, (place, event) -> {
            negotiations.noticePosted(place, event);
            commissions.noticePublished(event.listingId());
        });
        on(NegotiationEvent.NegotiationCancelled.class, negotiations::cancelled);
    }

    private void routeOffers(Offers offers) {
        on(OfferEvent.PlateOpened.class, offers::plateOpened);
        on(OfferEvent.OfferSubmitted.class, offers::submitted);
        on(OfferEvent.OfferTakenUp.class, offers::takenUp);
        on(OfferEvent.TakeUpLapsed.class, offers::lapsed);
    }

    private void routePackages(Packages packages, Listings listings) {
        on(PackageEvent.PackageBidWon.class, packages::won);
        on(ListingEvent.Unsold.class, (place, event) -> {
            listings.unsold(place, event);
            packages.unsold(event.listingId());
        });
    }

    private void routeDeposits(Deposits deposits, Forfeitures forfeitures) {
        on(ListingEvent.Qualified.class, deposits::qualified);
        on(ListingEvent.DepositReceived.class, deposits::received);
        on(ListingEvent.DepositShort.class, deposits::tooShort);
        on(ListingEvent.DefaultFound.class, forfeitures::found);
        on(ListingEvent.DefaultDismissed.class, forfeitures::dismissed);
    }

    private void routeDeals(Deals deals) {
        on(DealEvent.ContractEffective.class, deals::effective);
        on(DealEvent.DepositConverted.class, deals::depositConverted);
        on(DealEvent.FeeAccrued.class, deals::feeAccrued);
        on(DealEvent.PriceShort.class, deals::priceShort);
        on(DealEvent.PricePaid.class, deals::pricePaid);
        on(DealEvent.DealDefaulted.class, deals::defaulted);
        on(DealEvent.CertificateIssued.class, deals::certificateIssued);
        on(DealEvent.TitleRegistered.class, deals::titleRegistered);
        on(RightEvent.LicenceRecorded.class, deals::licenceRecorded);
        on(DealEvent.DealCompleted.class, deals::completed);
    }

    private void routeDeliveries(Deliveries deliveries, Deals deals, Payments payments) {
        on(RightEvent.EncumbranceRecorded.class, deliveries::encumbered);
        on(RightEvent.EncumbranceReleased.class, deliveries::encumbranceReleased);
        on(RegisterEvent.PledgeEntered.class, deliveries::pledgeEntered);
        on(DeliveryEvent.PledgeClaimRecorded.class, deliveries::claimRecorded);
        on(DeliveryEvent.PledgeClaimDue.class, deliveries::claimDue);
        on(DeliveryEvent.PledgeReleased.class, deliveries::pledgeReleased);
        on(DeliveryEvent.PartReleased.class, deliveries::partReleased);
        on(DealEvent.ReleaseConditionMet.class, deliveries::released);
        on(DeliveryEvent.ReleasesFrozen.class, deliveries::frozen);
        on(DeliveryEvent.ReleasesUnfrozen.class, deliveries::unfrozen);
        on(DeliveryEvent.PaymentCancelled.class, (place, event) -> payments.cancelled(deals, event));
        on(MoneyEvent.PaymentInstructed.class, (place, event) -> {
            payments.instructed(place, event);
            deliveries.instructed(event);
        });
    }

    private void routeUnwindings(Unwindings unwindings, TransferCosts costs) {
        on(FundEvent.TransferCostsRecorded.class, costs::recorded);
        on(DeliveryEvent.RescissionOrdered.class, unwindings::rescinded);
        on(DeliveryEvent.CertificateRevoked.class, unwindings::revoked);
        on(DeliveryEvent.RestitutionClaimed.class, unwindings::claimed);
        on(DeliveryEvent.RestitutionReceived.class, unwindings::received);
    }

    private void routeMoney(
            Payments payments, Postings postings, Forfeitures forfeitures, Demands demands, MemberDues dues) {
        on(MoneyEvent.MoneyReceived.class, (place, event) -> {
            payments.received(place, event);
            dues.received(place, event);
        });
        on(MoneyEvent.MoneyPosted.class, (place, event) -> {
            postings.posted(place, event);
            demands.posted(place, event);
            dues.posted(place, event);
        });
        on(MoneyEvent.PaymentConfirmed.class, (place, event) -> {
            payments.confirmed(place, event);
            payments.feesOf(event.paymentId()).ifPresent(fees -> postings.feesArrived(place, fees));
        });
        on(MoneyEvent.PaymentReturned.class, payments::returned);
        on(MoneyEvent.PaymentOverdue.class, payments::overdue);
        on(MoneyEvent.ForfeitApplied.class, forfeitures::applied);
    }

    private void routeCharges(Charges charges) {
        routeWaivers(charges.waivers());
        routeCommissions(charges.commissions());
        routeDues(charges.dues());
        on(ChargeEvent.FeeRefundGranted.class, charges.feeRefunds()::granted);
        on(ChargeEvent.DepositAccountShared.class, charges.sharedAccounts()::shared);
    }

    private void routeCommissions(Commissions commissions) {
        on(ChargeEvent.CommissionAgreed.class, commissions::agreed);
        on(ChargeEvent.CommissionDisclosed.class, commissions::disclosed);
        on(ChargeEvent.CommissionAccrued.class, commissions::accrued);
    }

    private void routeDues(MemberDues dues) {
        on(ChargeEvent.MemberLinked.class, dues::linked);
        on(ChargeEvent.DuesScheduleLoaded.class, dues::scheduleLoaded);
        on(ChargeEvent.DuesAccrued.class, dues::accrued);
        on(ChargeEvent.DuesPaid.class, dues::paid);
        on(ChargeEvent.DuesShort.class, dues::tooShort);
        on(ChargeEvent.DuesOverdue.class, dues::overdue);
        on(ChargeEvent.DuesRefundGranted.class, dues::refunded);
    }

    private void routeWaivers(Waivers waivers) {
        on(ChargeEvent.FeeWaiverGranted.class, waivers::granted);
        on(ChargeEvent.FeeWaiverRevoked.class, waivers::revoked);
        on(ChargeEvent.FeeWaived.class, waivers::waived);
    }

    private void routeDemands(Demands demands) {
        on(DemandEvent.DemandSubmitted.class, demands::submitted);
        on(DemandEvent.DemandFunded.class, demands::funded);
        on(DemandEvent.DemandPublished.class, demands::published);
        on(DemandEvent.DemandCancelled.class, demands::cancelled);
        on(DemandEvent.SolutionAwarded.class, demands::awarded);
        on(DemandEvent.DemandClosed.class, demands::closed);
    }

    private void routeShares(SharePostings shares, ShareDeals deals) {
        onEntry(CustodyEvent.ShareRegisterOpened.class, shares::opened);
        onEntry(CustodyEvent.SharesIssued.class, shares::issued);
        onEntry(CustodyEvent.HolderConfirmed.class, shares::confirmed);
        onEntry(CustodyEvent.SharesTransferred.class, shares::transferred);
        onEntry(CustodyEvent.SharesCancelled.class, shares::cancelled);
        onEntry(CustodyEvent.SharesLocked.class, shares::locked);
        onEntry(CustodyEvent.SharesPledged.class, shares::pledged);
        onEntry(CustodyEvent.ShareTransferConsented.class, shares::consented);
        onEntry(CustodyEvent.SharePledgeReleased.class, shares::pledgeReleased);
        onEntry(CustodyEvent.SharesFrozen.class, shares::frozen);
        onEntry(CustodyEvent.SharesUnfrozen.class, shares::unfrozen);
        onEntry(CustodyEvent.SharesBlocked.class, shares::blocked);
        onEntry(CustodyEvent.SharesUnblocked.class, shares::unblocked);
        onEntry(CustodyEvent.HoldingCertified.class, shares::certified);
        onEntry(CustodyEvent.CustodyEnded.class, shares::ended);
        onEntry(CustodyEvent.CustodyRenewed.class, shares::renewed);
        onEntry(CustodyEvent.BookCloseAnnounced.class, shares.closes()::announced);
        onEntry(CustodyEvent.BookCloseCancelled.class, shares.closes()::cancelled);
        onEntry(CustodyEvent.HoldersRecorded.class, shares.closes()::recorded);
        onEntry(CustodyEvent.DividendDeclared.class, shares.dividends()::declared);
        onEntry(CustodyEvent.DividendAllotted.class, shares.dividends()::allotted);
        onEntry(CustodyEvent.DividendReleased.class, shares.dividends()::released);
        on(CustodyEvent.SharesOffered.class, deals::offered);
        on(CustodyEvent.SharePaymentSet.class, deals::paymentSet);
    }

    private <E extends Event> void onEntry(Class<E> type, BiConsumer<EntryPlace, E> booking) {
        on(
                type,
                (place, event) ->
                        booking.accept(new EntryPlace(place.sequence(), place.ordinal(), place.timeNanos()), event));
    }

    private void routeOfferings(Offerings offerings, Distributions distributions) {
        on(OfferingEvent.DistributionDeclared.class, distributions::declared);
        on(OfferingEvent.DistributionPaid.class, distributions::paid);
        on(OfferingEvent.OfferingAnnounced.class, offerings::announced);
        on(OfferingEvent.OfferingOpened.class, offerings::opened);
        on(OfferingEvent.PreemptionRecorded.class, offerings::preemptionRecorded);
        on(OfferingEvent.ApplicationEntered.class, offerings::applied);
        on(OfferingEvent.BookClosed.class, offerings::bookClosed);
        on(OfferingEvent.PreemptionExercised.class, offerings::exercised);
        on(OfferingEvent.UnitsAllotted.class, offerings::unitsAllotted);
        on(OfferingEvent.OfferingAllotted.class, offerings::allotted);
        on(OfferingEvent.OfferingFailed.class, offerings::failed);
        on(OfferingEvent.OfferingCancelled.class, offerings::cancelled);
        on(OfferingEvent.SubscriptionReturned.class, offerings::returned);
        on(OfferingEvent.RightsPooled.class, offerings::pooled);
        on(OfferingEvent.SeriesWoundUp.class, offerings::woundUp);
    }

    private void routeUnits(Units units, Offerings offerings) {
        on(UnitEvent.SeriesOpened.class, units::opened);
        on(UnitEvent.UnitsIssued.class, (place, event) -> {
            units.issued(place, event);
            offerings.issued(event);
        });
        on(UnitEvent.BeneficiariesDeclared.class, units::beneficiariesDeclared);
        on(UnitEvent.SessionStarted.class, units::sessionStarted);
        on(UnitEvent.UnitsTraded.class, units::traded);
        on(UnitEvent.CallUncrossed.class, units::uncrossed);
    }

    private void routeBuyers(Buyers buyers, Listings listings, Negotiations negotiations) {
        on(NegotiationEvent.TermsChanged.class, (place, event) -> {
            negotiations.termsChanged(place, event);
            buyers.awarded(event.listingId(), event.transfereeId());
        });
        on(RofrEvent.RofrTermsSet.class, buyers::termsSet);
        on(RofrEvent.RofrAgreementFiled.class, buyers::agreementFiled);
        on(RofrEvent.RofrAllotted.class, buyers::allotted);
        on(ListingEvent.Unsold.class, (place, event) -> {
            listings.unsold(place, event);
            buyers.forget(event.listingId());
        });
    }

    private void routeShared(
            Listings listings,
            Buyers buyers,
            Deposits deposits,
            Deals deals,
            Payments payments,
            Forfeitures forfeitures,
            Units units,
            Unwindings unwindings) {
        on(DeadlineMoved.class, (place, event) -> {
            listings.deadlineMoved(place, event);
            payments.deadlineMoved(place, event);
        });
        on(PaymentDue.class, (place, event) -> {
            payments.due(place, event);
            units.feesDue(place, event);
            unwindings.due(event);
        });
        on(Awarded.class, (place, event) -> {
            listings.awarded(place, event);
            buyers.awarded(event.listingId(), event.transfereeId());
            forfeitures.awarded(place, event);
        });
        on(AwardDefaulted.class, (place, event) -> {
            listings.awardDefaulted(place, event);
            forfeitures.awardDefaulted(place, event);
        });
        on(DealEvent.ApprovalRefused.class, (place, event) -> {
            deals.approvalRefused(place, event);
            forfeitures.notResold(event.listingId());
        });
        on(SaleEvent.DealAnnulled.class, deals::annulled);
        on(SaleEvent.AuctionVoided.class, (place, event) -> forfeitures.notResold(event.listingId()));
        on(ListingCompleted.class, (place, event) -> {
            listings.completed(place, event);
            deposits.checkSettled(event.listingId());
            deals.checkCertified(event.listingId());
        });
    }

    private void routeBank(BankTransfers transfers, BankItems items) {
        on(BankEvent.BankItemParked.class, items::parked);
        on(BankEvent.BankItemResolved.class, items::resolved);
        also(MoneyEvent.MoneyReceived.class, items::received);
        also(ListingEvent.DepositShort.class, items::depositShort);
        also(DealEvent.PriceShort.class, items::priceShort);
        also(PaymentDue.class, items::due);
        also(MoneyEvent.PaymentInstructed.class, transfers::instructed);
        also(MoneyEvent.PaymentConfirmed.class, transfers::confirmed);
        also(MoneyEvent.PaymentReturned.class, transfers::returned);
    }

    private void routePapers(Papers papers, Deals deals, Forfeitures forfeitures) {
        on(PaperEvent.PaperFiled.class, papers::filed);
        on(PaperEvent.PaperSigned.class, papers::signed);
        on(DealEvent.ContractSigned.class, (place, event) -> {
            deals.signed(place, event);
            forfeitures.signed(place, event);
            papers.contractSigned(place, event);
        });
        on(DealEvent.HandoverAccepted.class, (place, event) -> {
            deals.handoverAccepted(place, event);
            papers.handoverAccepted(place, event);
        });
    }

    /** Titles look at deals as they were before the event, so they come before whatever else is booked of it. */
    private void routeTitles(TitlePostings titles, TitleDeals deals) {
        onTitle(RightEvent.RightRegistered.class, titles::registered);
        onTitle(RightEvent.TitleRecorded.class, titles::recorded);
        onTitle(RightEvent.ConsentRecorded.class, titles::consented);
        onTitle(RightEvent.EncumbranceRecorded.class, titles::encumbered);
        onTitle(RightEvent.EncumbranceReleased.class, titles::released);
        onTitle(RightEvent.LicenceRecorded.class, titles::licenceRecorded);
        onTitle(RegisterEvent.RightStatusRecorded.class, titles::stands);
        onTitle(RegisterEvent.PledgeEntered.class, titles::pledgeEntered);
        onTitle(RegisterEvent.LicenceEntered.class, titles::licenceEntered);
        onTitle(RegisterEvent.LicenceEnded.class, titles::licenceEnded);
        onTitle(RegisterEvent.ShareTransferred.class, titles::shareTransferred);
        onTitle(RegisterEvent.EntryCorrected.class, titles::corrected);
        onTitle(DemandEvent.PledgeRegistered.class, titles::loanPledged);
        onTitle(DeliveryEvent.TitleReturned.class, titles::returned);
        before(DealEvent.TitleRegistered.class, deals::titleRegistered);
        before(DealEvent.HandoverAccepted.class, deals::handoverAccepted);
    }

    private void routeTechContracts(TechContractPostings contracts) {
        onTitle(RegisterEvent.TechContractFiled.class, contracts::filed);
        onTitle(RegisterEvent.TechContractOverdue.class, contracts::overdue);
        onTitle(RegisterEvent.TechContractRegistered.class, contracts::registered);
        onTitle(RegisterEvent.TechContractRefused.class, contracts::refused);
    }

    private <E extends Event> void onTitle(Class<E> type, BiConsumer<EntryPlace, E> booking) {
        before(
                type,
                (place, event) ->
                        booking.accept(new EntryPlace(place.sequence(), place.ordinal(), place.timeNanos()), event));
    }

    private <E extends Event> void before(Class<E> type, BiConsumer<Place, E> booking) {
        BiConsumer<Place, Event> first = (place, event) -> booking.accept(place, type.cast(event));
        bookings.merge(type, first, (others, title) -> title.andThen(others));
    }

    private <E extends Event> void on(Class<E> type, BiConsumer<Place, E> booking) {
        bookings.put(type, (place, event) -> booking.accept(place, type.cast(event)));
    }

    /** Books after what was routed before. */
    private <E extends Event> void also(Class<E> type, BiConsumer<Place, E> booking) {
        bookings.merge(type, (place, event) -> booking.accept(place, type.cast(event)), BiConsumer::andThen);
    }

    /** Books an event, or leaves it. */
    void book(Place place, Event event) {
        BiConsumer<Place, Event> booking = bookings.get(event.getClass());
        if (booking != null) {
            booking.accept(place, event);
        }
    }

    Set<Class<? extends Event>> eventTypes() {
        return Collections.unmodifiableSet(bookings.keySet());
    }
}
