package org.tpx.engine.negotiation;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.EvaluationFloor;
import org.tpx.engine.listing.Foundation;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.listing.Listings;
import org.tpx.engine.listing.NegotiatedListings;
import org.tpx.engine.listing.Rules;
import org.tpx.engine.member.Access;
import org.tpx.protocol.BasisRule;
import org.tpx.protocol.CancellationGround;
import org.tpx.protocol.LegalBasis;
import org.tpx.protocol.ListingState;
import org.tpx.protocol.MandateScope;
import org.tpx.protocol.Money;
import org.tpx.protocol.NegotiationCommand;
import org.tpx.protocol.NegotiationEvent;
import org.tpx.protocol.NegotiationTerms;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Role;
import org.tpx.protocol.TimerKind;

/** What the two sides of a negotiation agree on, and whether the law lets them: proposal, legal basis, changes, breaking off. */
public final class Negotiations {

    private static final int CLERK = Access.mask(Role.CLERK);
    private static final Set<NegotiationState> PROPOSED = EnumSet.of(NegotiationState.PROPOSED);
    private static final Set<NegotiationState> CHANGEABLE = EnumSet.of(
            NegotiationState.NOTICE_READY,
            NegotiationState.IN_NOTICE,
            NegotiationState.RENEGOTIATE,
            NegotiationState.SIGNABLE);
    private static final Set<NegotiationState> UNSIGNED =
            EnumSet.complementOf(EnumSet.of(NegotiationState.SIGNED, NegotiationState.CANCELLED));

    private final Foundation foundation;
    private final Listings listings;
    private final Rules rules;
    private final NegotiatedListings negotiated;
    private final NegotiationCases cases;
    private final EvaluationFloor evaluations;

    /** Negotiations about these listings. */
    public Negotiations(
            Foundation foundation,
            Listings listings,
            Rules rules,
            NegotiatedListings negotiated,
            NegotiationCases cases,
            EvaluationFloor evaluations) {
        this.foundation = foundation;
        this.listings = listings;
        this.rules = rules;
        this.negotiated = negotiated;
        this.cases = cases;
        this.evaluations = evaluations;
    }

    /** Causes ListingDrafted, for the listing that stands for the negotiation, and NegotiationProposed. */
    public void propose(Turn turn, NegotiationCommand.ProposeNegotiation command) {
        RejectReason reason =
                foundation.members().access().agent(turn, command.transferorId(), MandateScope.SELL, true);
        if (reason == null) {
            reason = refusalOfProposal(command);
        }
        if (reason != null) {
            turn.refuse(reason, 0);
            return;
        }
        Listing listing = negotiated.draft(turn, command);
        cases.begin(listing, command.terms());
        turn.emit(new NegotiationEvent.NegotiationProposed(listing.id(), command.terms()));
    }

    /** Causes NegotiationOpened (L21). */
    public void open(Turn turn, NegotiationCommand.OpenNegotiation command) {
        Listing listing = listings.forSeller(turn, command.listingId(), true);
        if (listing == null) {
            return;
        }
        RejectReason reason = refusalOfOpening(listing, command.terms());
        if (reason != null) {
            turn.refuse(reason, listing.id());
            return;
        }
        listing.become(ListingState.NEGOTIATING);
        cases.begin(listing, command.terms());
        turn.emit(new NegotiationEvent.NegotiationOpened(listing.id(), command.terms()));
    }

    /** Causes BasisApproved, and ApplicationAccepted where the listing has no number yet. */
    public void approveBasis(Turn turn, NegotiationCommand.ApproveBasis command) {
        Listing listing = listings.forRole(turn, command.listingId(), CLERK);
        if (listing == null) {
            return;
        }
        RejectReason reason = refusalOfBasis(turn, listing, command.decision().isAbsent());
        if (reason != null) {
            turn.refuse(reason, listing.id());
            return;
        }
        cases.get(listing).become(NegotiationState.NOTICE_READY);
        turn.emit(new NegotiationEvent.BasisApproved(listing.id()));
        negotiated.accept(turn, listing);
    }

    /** Causes BasisRefused and NegotiationCancelled. */
    public void refuseBasis(Turn turn, NegotiationCommand.RefuseBasis command) {
        Listing listing = listings.forRole(turn, command.listingId(), CLERK);
        if (listing != null && isIn(turn, listing, PROPOSED)) {
            turn.emit(new NegotiationEvent.BasisRefused(listing.id(), command.reason()));
            cases.cancel(turn, listing, CancellationGround.BASIS_REFUSED, "");
        }
    }

    /** Causes TermsChanged; a material change takes the notice away, and the time to sign with it. */
    public void changeTerms(Turn turn, NegotiationCommand.ChangeTerms command) {
        Listing listing = listings.forSeller(turn, command.listingId(), false);
        if (listing == null) {
            return;
        }
        RejectReason reason = refusalOfChange(turn, listing, command);
        if (reason != null) {
            turn.refuse(reason, listing.id());
            return;
        }
        NegotiationCase negotiation = cases.get(listing);
        boolean material = isMaterial(negotiation, command);
        negotiation.agree(
                command.transfereeId() == 0 ? negotiation.transfereeId() : command.transfereeId(),
                command.price().isNone() ? negotiation.price() : command.price(),
                command.scope().isEmpty() ? negotiation.scope() : command.scope());
        if (material) {
            cases.clear(listing);
            rules.cancel(listing, TimerKind.SIGNING_WINDOW);
            negotiation.become(NegotiationState.NOTICE_READY);
        }
        turn.emit(new NegotiationEvent.TermsChanged(
                listing.id(),
                negotiation.transfereeId(),
                negotiation.price(),
                material,
                negotiation.scope(),
                command.cause()));
        cases.holders().onChanged(turn, listing, negotiation.state() == NegotiationState.SIGNABLE);
    }

    /** Causes NegotiationCancelled. */
    public void cancel(Turn turn, NegotiationCommand.CancelNegotiation command) {
        Listing listing = listings.forSeller(turn, command.listingId(), false);
        if (listing != null && isIn(turn, listing, UNSIGNED)) {
            cases.cancel(turn, listing, CancellationGround.WITHDRAWN, command.reason());
        }
    }

    private boolean isIn(Turn turn, Listing listing, Set<NegotiationState> states) {
        boolean fits = cases.isIn(listing, states);
        if (!fits) {
            turn.refuse(RejectReason.NOT_ALLOWED, listing.id());
        }
        return fits;
    }

    private @Nullable RejectReason refusalOfProposal(NegotiationCommand.ProposeNegotiation command) {
        RejectReason reason = negotiated.refusalOfSubject(command);
        if (reason != null) {
            return reason;
        }
        LegalBasis basis = command.terms().basis();
        if (basis == LegalBasis.FAILED_LISTING || cases.rule(rules.latest(command.profileId()), basis) == null) {
            return RejectReason.BASIS_NOT_ALLOWED;
        }
        if (command.terms().transfereeId() == command.transferorId()) {
            return RejectReason.NOT_ALLOWED;
        }
        return negotiated.isInCurrency(command) ? null : RejectReason.CURRENCY;
    }

    private @Nullable RejectReason refusalOfOpening(Listing listing, NegotiationTerms terms) {
        if (!foundation.members().parties().exists(terms.transfereeId())) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        RejectReason title = foundation.rights().mayTransfer(listing.rightId(), listing.transferorId());
        if (title != null) {
            return title;
        }
        if (cases.rule(rules.of(listing), terms.basis()) == null) {
            return RejectReason.BASIS_NOT_ALLOWED;
        }
        // Where two or more were admitted the law asks for a competition, and there is not one taker but several.
        boolean competed = terms.basis() == LegalBasis.FAILED_LISTING && listing.admitted() >= 2;
        if (listing.state() != ListingState.UNSOLD || competed) {
            return RejectReason.NOT_ALLOWED;
        }
        return refusalOfTerms(listing, terms.basis(), terms.transfereeId(), terms.price());
    }

    private @Nullable RejectReason refusalOfBasis(Turn turn, Listing listing, boolean undecided) {
        RejectReason title = foundation.rights().mayTransfer(listing.rightId(), listing.transferorId());
        NegotiationCase negotiation = cases.find(listing);
        if (title != null || negotiation == null) {
            return title == null ? RejectReason.NOT_ALLOWED : title;
        }
        BasisRule rule = cases.rule(listing);
        if (rule != null && rule.decisionRequired() && undecided) {
            return RejectReason.DOCUMENT_MISSING;
        }
        if (isBelowAppraisal(turn, listing, rule, negotiation.price())) {
            return RejectReason.FLOOR_BELOW_APPRAISAL;
        }
        if (rule == null) {
            return RejectReason.BASIS_NOT_ALLOWED;
        }
        return negotiation.state() == NegotiationState.PROPOSED ? null : RejectReason.NOT_ALLOWED;
    }

    private @Nullable RejectReason refusalOfChange(Turn turn, Listing listing, NegotiationCommand.ChangeTerms command) {
        long transfereeId = command.transfereeId();
        if (transfereeId != 0 && !foundation.members().parties().exists(transfereeId)) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        NegotiationCase negotiation = cases.find(listing);
        if (negotiation == null) {
            return RejectReason.NOT_ALLOWED;
        }
        Money price = command.price().isNone() ? negotiation.price() : command.price();
        if (isBelowAppraisal(turn, listing, cases.rule(listing), price)) {
            return RejectReason.FLOOR_BELOW_APPRAISAL;
        }
        if (!CHANGEABLE.contains(negotiation.state())) {
            return RejectReason.NOT_ALLOWED;
        }
        return refusalOfTerms(
                listing, negotiation.basis(), transfereeId == 0 ? negotiation.transfereeId() : transfereeId, price);
    }

    private static @Nullable RejectReason refusalOfTerms(
            Listing listing, LegalBasis basis, long transfereeId, Money price) {
        if (transfereeId == listing.transferorId()) {
            return RejectReason.NOT_ALLOWED;
        }
        if (listing.isBarred(transfereeId)) {
            return RejectReason.NOT_ADMITTED;
        }
        if (price.currency() != listing.currency()) {
            return RejectReason.CURRENCY;
        }
        boolean tooLow = basis == LegalBasis.FAILED_LISTING && price.isLessThan(listing.price());
        return tooLow ? RejectReason.BELOW_START : null;
    }

    // An amount in another currency cannot be compared; that is refused for itself.
    private boolean isBelowAppraisal(Turn turn, Listing listing, @Nullable BasisRule rule, Money price) {
        Money appraisal = evaluations.appraisal(turn, listing);
        if (rule == null || !rule.appraisalIsFloor() || price.currency() != listing.currency()) {
            return false;
        }
        return appraisal.isNone() || price.isLessThan(appraisal);
    }

    private static boolean isMaterial(NegotiationCase negotiation, NegotiationCommand.ChangeTerms command) {
        boolean otherParty = command.transfereeId() != 0 && command.transfereeId() != negotiation.transfereeId();
        boolean lower = !command.price().isNone() && command.price().isLessThan(negotiation.price());
        boolean otherScope = !command.scope().isEmpty() && !command.scope().equals(negotiation.scope());
        return otherParty || lower || otherScope || negotiation.state() == NegotiationState.RENEGOTIATE;
    }
}
