package org.tpx.engine.listing;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.member.Access;
import org.tpx.protocol.Document;
import org.tpx.protocol.DocumentKind;
import org.tpx.protocol.ListingCommand;
import org.tpx.protocol.ListingEvent;
import org.tpx.protocol.ListingState;
import org.tpx.protocol.ListingTerms;
import org.tpx.protocol.MandateScope;
import org.tpx.protocol.Money;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.RequiredDocument;
import org.tpx.protocol.Role;
import org.tpx.protocol.RuleProfileTerms;
import org.tpx.protocol.TimerKind;

/** From the draft to acceptance (L1 to L5): what a listing must bring before it may be shown to anyone. */
public final class Applications {

    private static final int CLERK = Access.mask(Role.CLERK);
    private static final int AGENT = Access.mask(Role.AGENT);
    private static final Set<ListingState> SUBMITTABLE = EnumSet.of(ListingState.DRAFT, ListingState.RETURNED);

    private final Foundation foundation;
    private final Listings listings;
    private final Rules rules;
    private final SaleFloor sales;
    private final EvaluationFloor evaluations;

    /** Applications for these listings, to be sold in one of these ways, with what is on record about them. */
    public Applications(
            Foundation foundation, Listings listings, Rules rules, SaleFloor sales, EvaluationFloor evaluations) {
        this.foundation = foundation;
        this.listings = listings;
        this.rules = rules;
        this.sales = sales;
        this.evaluations = evaluations;
    }

    /** Causes ListingDrafted (L1). */
    public void draft(Turn turn, ListingCommand.DraftListing command) {
        RejectReason reason = refusalOfDraft(turn, command);
        if (reason != null) {
            turn.refuse(reason, 0);
            return;
        }
        long memberId = foundation.members().access().memberOf(turn.principalId());
        ListingEvent.ListingDrafted drafted = new ListingEvent.ListingDrafted(
                listings.nextId(),
                command.code(),
                memberId,
                command.rightId(),
                command.transferorId(),
                command.profileId(),
                command.feeScheduleId(),
                command.calendarId(),
                command.terms());
        listings.add(drafted);
        turn.emit(drafted);
    }

    /** Causes ApplicationSubmitted (L2); the exchange's time to review runs. */
    public void submit(Turn turn, ListingCommand.SubmitApplication command) {
        Listing listing = listings.forSeller(turn, command.listingId(), true);
        if (listing == null) {
            return;
        }
        RejectReason reason = refusalOfSubmission(turn, listing, command);
        if (reason != null) {
            turn.refuse(reason, listing.id());
            return;
        }
        if (listing.disclosureDays() == 0) {
            listing.disclosureDays(rules.minimumDisclosureDays(rules.of(listing), listing.price()));
        }
        rules.cancel(listing, TimerKind.RESUBMISSION);
        listing.become(ListingState.UNDER_REVIEW);
        long dueNanos = rules.startDays(
                turn, listing, TimerKind.REVIEW, rules.of(listing).reviewDays());
        turn.emit(new ListingEvent.ApplicationSubmitted(listing.id(), dueNanos));
    }

    /** Causes CorrectionRequested (L3). */
    public void requestCorrection(Turn turn, ListingCommand.RequestCorrection command) {
        Listing listing = underReview(turn, command.listingId());
        if (listing == null) {
            return;
        }
        rules.cancel(listing, TimerKind.REVIEW);
        listing.become(ListingState.RETURNED);
        long dueNanos = rules.startDays(
                turn, listing, TimerKind.RESUBMISSION, rules.of(listing).resubmissionDays());
        turn.emit(new ListingEvent.CorrectionRequested(listing.id(), command.reason(), dueNanos));
    }

    /** Causes ApplicationRejected (L4). */
    public void reject(Turn turn, ListingCommand.RejectApplication command) {
        Listing listing = underReview(turn, command.listingId());
        if (listing != null) {
            rules.cancel(listing, TimerKind.REVIEW);
            reject(turn, listing, command.reason());
        }
    }

    /** Causes ApplicationAccepted (L5): the listing gets its number, profile and fee schedule are pinned. */
    public void accept(Turn turn, ListingCommand.AcceptApplication command) {
        Listing listing = listings.forRole(turn, command.listingId(), CLERK);
        if (listing == null) {
            return;
        }
        RejectReason reason = foundation.rights().mayTransfer(listing.rightId(), listing.transferorId());
        if (reason == null) {
            reason = evaluations.refusalOfNotice(turn, listing);
        }
        if (reason == null && startsBelowAppraisal(turn, listing)) {
            reason = RejectReason.FLOOR_BELOW_APPRAISAL;
        }
        if (reason == null && listing.state() != ListingState.UNDER_REVIEW) {
            reason = RejectReason.NOT_ALLOWED;
        }
        if (reason != null) {
            turn.refuse(reason, listing.id());
            return;
        }
        rules.cancel(listing, TimerKind.REVIEW);
        pin(turn, listing);
    }

    /** Causes ApplicationAccepted: the listing gets its number, profile and fee schedule are pinned. */
    void pin(Turn turn, Listing listing) {
        int year = rules.calendar(listing).localYear(turn.timeNanos());
        listing.accept(
                numbered("LST-" + year + "-", listings.nextAccepted(), 4),
                foundation.profiles().latestVersion(listing.profileId()),
                foundation.feeSchedules().latestVersion(listing.feeScheduleId()));
        turn.emit(new ListingEvent.ApplicationAccepted(
                listing.id(), listing.number(), listing.profileVersion(), listing.feeScheduleVersion()));
    }

    /** The exchange did not review in time: causes ReviewOverdue, nothing else. */
    public void onReview(Turn turn, Listing listing) {
        listing.timers().id(TimerKind.REVIEW, 0);
        turn.emit(new ListingEvent.ReviewOverdue(listing.id()));
    }

    /** The agent did not hand in again in time: causes ApplicationRejected. */
    public void onResubmission(Turn turn, Listing listing) {
        listing.timers().id(TimerKind.RESUBMISSION, 0);
        reject(turn, listing, "not handed in again in time");
    }

    /** A prefix and a number with at least so many digits. */
    public static String numbered(String prefix, long number, int digits) {
        String text = Long.toString(number);
        return prefix + "0".repeat(Math.max(0, digits - text.length())) + text;
    }

    private static void reject(Turn turn, Listing listing, String reason) {
        listing.become(ListingState.REJECTED);
        turn.emit(new ListingEvent.ApplicationRejected(listing.id(), reason));
    }

    private @Nullable Listing underReview(Turn turn, long listingId) {
        Listing listing = listings.forRole(turn, listingId, CLERK);
        if (listing != null && listing.state() != ListingState.UNDER_REVIEW) {
            turn.refuse(RejectReason.NOT_ALLOWED, listingId);
            return null;
        }
        return listing;
    }

    private @Nullable RejectReason refusalOfDraft(Turn turn, ListingCommand.DraftListing command) {
        Access access = foundation.members().access();
        RejectReason reason = access.role(turn, AGENT);
        if (reason == null) {
            reason = access.agent(turn, command.transferorId(), MandateScope.SELL, true);
        }
        if (reason != null) {
            return reason;
        }
        if (!foundation.rights().exists(command.rightId())) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        if (listings.isCodeTaken(command.code())) {
            return RejectReason.CODE_TAKEN;
        }
        if (!rules.isVarietyApproved(command.profileId(), command.feeScheduleId(), command.calendarId())) {
            return RejectReason.VARIETY_NOT_APPROVED;
        }
        if (!sales.isOffered(command.terms().auctionMode())) {
            return RejectReason.NOT_ALLOWED;
        }
        return inOneCurrency(command) ? null : RejectReason.CURRENCY;
    }

    private boolean inOneCurrency(ListingCommand.DraftListing command) {
        ListingTerms terms = command.terms();
        return rules.areInCurrency(
                command.profileId(),
                command.feeScheduleId(),
                terms.listingPrice(),
                terms.deposit(),
                terms.increment(),
                terms.appraisal());
    }

    private @Nullable RejectReason refusalOfSubmission(
            Turn turn, Listing listing, ListingCommand.SubmitApplication command) {
        RejectReason reason = foundation.rights().mayTransfer(listing.rightId(), listing.transferorId());
        if (reason != null) {
            return reason;
        }
        RuleProfileTerms profile = rules.of(listing);
        if (listings.isRightTaken(listing.rightId(), listing)) {
            return RejectReason.RIGHT_ALREADY_LISTED;
        }
        if (command.dueDiligence().isAbsent()) {
            return RejectReason.DUE_DILIGENCE_MISSING;
        }
        if (!hasAll(profile.requiredDocuments(), command.documents())) {
            return RejectReason.DOCUMENT_MISSING;
        }
        RejectReason evaluation = evaluations.refusalOfNotice(turn, listing);
        if (evaluation != null) {
            return evaluation;
        }
        RejectReason terms = sales.refusalOfNotice(listing, listing.price());
        if (terms != null) {
            return terms;
        }
        Money leastPrice = sales.leastPrice(listing, listing.price());
        if (!rules.isDepositWithinBounds(profile, listing.deposit(), listing.price(), leastPrice)) {
            return RejectReason.DEPOSIT_CAP;
        }
        if (periodsTooShort(listing, profile)) {
            return RejectReason.PERIOD_TOO_SHORT;
        }
        boolean low = rules.needsApproval(profile, leastPrice, evaluations.appraisal(turn, listing));
        if (low && !has(command.documents(), DocumentKind.APPROVAL)) {
            return RejectReason.APPROVAL_REQUIRED;
        }
        boolean allowed =
                SUBMITTABLE.contains(listing.state()) && listing.terms().maxExtensions() <= profile.maxExtensions();
        return allowed ? null : RejectReason.NOT_ALLOWED;
    }

    private boolean periodsTooShort(Listing listing, RuleProfileTerms profile) {
        int announced = listing.terms().disclosureDays();
        int extension = listing.terms().extensionDays();
        return (announced > 0 && announced < rules.minimumDisclosureDays(profile, listing.price()))
                || (extension > 0 && extension < profile.extensionDays());
    }

    private boolean startsBelowAppraisal(Turn turn, Listing listing) {
        Money appraisal = evaluations.appraisal(turn, listing);
        return rules.of(listing).appraisalRequired()
                && (appraisal.isNone()
                        || sales.leastPrice(listing, listing.price()).isLessThan(appraisal));
    }

    private static boolean has(List<Document> documents, DocumentKind kind) {
        return documents.stream().anyMatch(document -> document.kind() == kind);
    }

    private static boolean hasAll(List<RequiredDocument> required, List<Document> documents) {
        Set<DocumentKind> kinds = EnumSet.noneOf(DocumentKind.class);
        documents.forEach(document -> kinds.add(document.kind()));
        return required.stream().allMatch(document -> kinds.contains(document.kind()));
    }
}
