package org.tpx.settlement.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tpx.protocol.CompetitiveEvent;
import org.tpx.protocol.DealEvent;
import org.tpx.protocol.DemandEvent;
import org.tpx.protocol.EvaluationEvent;
import org.tpx.protocol.Event;
import org.tpx.protocol.GovernanceEvent;
import org.tpx.protocol.IdentityEvent;
import org.tpx.protocol.ListingEvent;
import org.tpx.protocol.MemberEvent;
import org.tpx.protocol.NegotiationEvent;
import org.tpx.protocol.OfferEvent;
import org.tpx.protocol.PackageEvent;
import org.tpx.protocol.RightEvent;
import org.tpx.protocol.RofrEvent;
import org.tpx.protocol.SaleEvent;
import org.tpx.protocol.SealedEvent;
import org.tpx.protocol.SystemEvent;
import org.tpx.protocol.TenderEvent;
import org.tpx.protocol.UnitEvent;

/** No event is forgotten: each is booked, or stands here because the books have no use for it. */
class BookingsTest {

    private static final Set<Class<?>> NOT_BOOKED = Set.of(
            GovernanceEvent.ProposalMade.class,
            GovernanceEvent.ProposalApproved.class,
            GovernanceEvent.ProposalRejected.class,
            GovernanceEvent.PrincipalEnrolled.class,
            MemberEvent.MemberAdmitted.class,
            MemberEvent.MemberRefused.class,
            MemberEvent.SanctionApplied.class,
            MemberEvent.MemberReinstated.class,
            MemberEvent.MandateGranted.class,
            MemberEvent.MandateRevoked.class,
            IdentityEvent.KeyRegistered.class,
            IdentityEvent.KeyRevoked.class,
            IdentityEvent.QualificationRecorded.class,
            IdentityEvent.QualificationWithdrawn.class,
            IdentityEvent.AccessRulesLoaded.class,
            ListingEvent.ApplicationSubmitted.class,
            ListingEvent.CorrectionRequested.class,
            ListingEvent.ReviewOverdue.class,
            ListingEvent.PreDisclosurePublished.class,
            ListingEvent.DisclosureEnded.class,
            ListingEvent.Disqualified.class,
            ListingEvent.Lapsed.class,
            ListingEvent.QualificationClosed.class,
            ListingEvent.SingleQuoteOpened.class,
            ListingEvent.Won.class,
            ListingEvent.Lost.class,
            ListingEvent.RunnerUpKept.class,
            ListingEvent.WaitDeclined.class,
            ListingEvent.DefaultReplied.class,
            ListingEvent.RunnerUpOffered.class,
            ListingEvent.RunnerUpAccepted.class,
            ListingEvent.RunnerUpDeclined.class,
            ListingEvent.Promoted.class,
            OfferEvent.ApplicantRegistered.class,
            OfferEvent.ApplicantAdmitted.class,
            OfferEvent.ApplicantRefused.class,
            OfferEvent.OfferPublished.class,
            OfferEvent.OfferRefused.class,
            OfferEvent.OfferWithdrawn.class,
            OfferEvent.OfferEnded.class,
            PackageEvent.CatalogueOpened.class,
            PackageEvent.LotAdded.class,
            PackageEvent.LotRemoved.class,
            PackageEvent.PackageOffered.class,
            PackageEvent.CatalogueScheduled.class,
            PackageEvent.PackageBidSubmitted.class,
            PackageEvent.CollectingExtended.class,
            PackageEvent.ReserveOpened.class,
            PackageEvent.PackageBidOpened.class,
            PackageEvent.WinnersDetermined.class,
            PackageEvent.CatalogueClosed.class,
            RightEvent.BaseRecorded.class,
            DealEvent.ResultPublished.class,
            DealEvent.PriceOverdue.class,
            DealEvent.CertificateOverdue.class,
            DealEvent.TitleFiled.class,
            DealEvent.ApprovalRequired.class,
            DealEvent.ApprovalGranted.class,
            DealEvent.ApprovalOverdue.class,
            NegotiationEvent.BasisApproved.class,
            NegotiationEvent.BasisRefused.class,
            NegotiationEvent.NoticeEnded.class,
            NegotiationEvent.ObjectionFiled.class,
            NegotiationEvent.ObjectionRejected.class,
            NegotiationEvent.ObjectionUpheld.class,
            NegotiationEvent.ObjectionOverdue.class,
            NegotiationEvent.SigningOpened.class,
            RofrEvent.RofrNoticeServed.class,
            RofrEvent.RofrInquiryOpened.class,
            RofrEvent.RofrExercised.class,
            RofrEvent.RofrDeclined.class,
            RofrEvent.RofrWaived.class,
            EvaluationEvent.AppraisalRecorded.class,
            EvaluationEvent.MaturityRecorded.class,
            EvaluationEvent.EvaluationRecorded.class,
            EvaluationEvent.EvaluationRevoked.class,
            EvaluationEvent.RightDescribed.class,
            DemandEvent.SolutionSubmitted.class,
            DemandEvent.SubmissionEnded.class,
            DemandEvent.DemandShareReleased.class,
            DemandEvent.SolutionOpened.class,
            DemandEvent.OpeningEnded.class,
            DemandEvent.AwardDue.class,
            DemandEvent.GuaranteeCalled.class,
            DemandEvent.TermSheetAccepted.class,
            UnitEvent.OrderRested.class,
            UnitEvent.OrderReduced.class,
            UnitEvent.OrderReplaced.class,
            UnitEvent.OrderCancelled.class,
            UnitEvent.OrdersCancelled.class,
            UnitEvent.SeriesHalted.class,
            UnitEvent.SeriesResumed.class);

    @TempDir
    private Path directory;

    @Test
    void shouldBookOrKnowinglyLeaveEveryEvent() {
        SettlementDatabase database = SettlementDatabase.open(directory.resolve("settlement.db"));
        try (SettlementProjection projection = new SettlementProjection(database)) {
            Set<Class<?>> known = new HashSet<>(NOT_BOOKED);
            assertThat(known).doesNotContainAnyElementsOf(projection.eventTypes());
            known.addAll(projection.eventTypes());

            assertThat(events().filter(type -> !known.contains(type)))
                    .as("events that are neither booked nor knowingly left")
                    .allSatisfy(type -> assertThat(isOfASale(type) || isOfTheNode(type))
                            .as(type.getSimpleName())
                            .isTrue());
            assertThat(events().count()).isGreaterThan(80);
        }
    }

    /** Sales end in an award, which is booked. */
    private static boolean isOfASale(Class<?> type) {
        return SaleEvent.class.isAssignableFrom(type)
                || TenderEvent.class.isAssignableFrom(type)
                || CompetitiveEvent.class.isAssignableFrom(type)
                || SealedEvent.class.isAssignableFrom(type);
    }

    /** What the node tells about itself moves no money. */
    private static boolean isOfTheNode(Class<?> type) {
        return SystemEvent.class.isAssignableFrom(type) && type != SystemEvent.DeadlineMoved.class;
    }

    private static Stream<Class<?>> events() {
        Set<Class<?>> areas =
                Arrays.stream(Event.class.getPermittedSubclasses()).collect(Collectors.toSet());
        return areas.stream().flatMap(area -> Arrays.stream(area.getPermittedSubclasses()));
    }
}
