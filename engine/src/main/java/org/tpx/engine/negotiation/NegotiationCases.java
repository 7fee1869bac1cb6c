package org.tpx.engine.negotiation;

import java.util.List;
import java.util.Set;
import org.agrona.collections.Long2ObjectHashMap;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.InvariantBrokenException;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Table;
import org.tpx.engine.kernel.Timers;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.listing.NegotiatedListings;
import org.tpx.engine.listing.Rules;
import org.tpx.engine.rofr.Inquiries;
import org.tpx.protocol.BasisRule;
import org.tpx.protocol.BuyerShare;
import org.tpx.protocol.CancellationGround;
import org.tpx.protocol.LegalBasis;
import org.tpx.protocol.NegotiationEvent;
import org.tpx.protocol.NegotiationTerms;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.RuleProfileTerms;
import org.tpx.protocol.TimerKind;

/** All negotiations, one after the other per listing, with the way into a deal and the way out of everything. */
public final class NegotiationCases {

    private final Rules rules;
    private final NegotiatedListings listings;
    private final Objections objections;
    private final HolderAnswers holders;
    private final Table<NegotiationCase> cases = new Table<>(NegotiationCase::new);
    private final Long2ObjectHashMap<NegotiationCase> latest = new Long2ObjectHashMap<>();

    /** Negotiations about these listings. */
    public NegotiationCases(Timers timers, Rules rules, NegotiatedListings listings, Inquiries inquiries) {
        this.rules = rules;
        this.listings = listings;
        objections = new Objections(timers);
        holders = new HolderAnswers(rules, inquiries, this);
    }

    /** Why the contract cannot be signed now, or null. */
    public @Nullable RejectReason refusalOfSigning(Listing listing) {
        return switch (get(listing).state()) {
            case SIGNABLE -> holders.areAwaited(listing) ? RejectReason.OPEN_ROFR : null;
            case OBJECTED -> RejectReason.OPEN_OBJECTION;
            default -> RejectReason.NOT_ALLOWED;
        };
    }

    /** Who will sign with the transferor, and what each pays. */
    public List<BuyerShare> buyers(Listing listing) {
        return holders.buyers(listing);
    }

    /** The contract is being signed: the listing's award is what was agreed. */
    public void sign(Listing listing) {
        NegotiationCase negotiation = get(listing);
        rules.cancel(listing, TimerKind.SIGNING_WINDOW);
        negotiation.become(NegotiationState.SIGNED);
        listings.award(listing, holders.buyers(listing), negotiation.price());
    }

    /** The contract was signed: the actual loss of those who defaulted in the listing before is known. */
    public void settle(Turn turn, Listing listing) {
        listings.settleAfterSale(turn, listing);
    }

    /** Whether the listing's award was negotiated, so that no intent and no deposit stands behind it. */
    public boolean isSigned(Listing listing) {
        NegotiationCase negotiation = find(listing);
        return negotiation != null && negotiation.state() == NegotiationState.SIGNED;
    }

    /** The negotiation came to nothing: causes NegotiationCancelled, then Unsold or ListingClosed. */
    public void cancel(Turn turn, Listing listing, CancellationGround ground, String reason) {
        clear(listing);
        holders.forget(listing);
        rules.cancel(listing, TimerKind.SIGNING_WINDOW);
        get(listing).become(NegotiationState.CANCELLED);
        turn.emit(new NegotiationEvent.NegotiationCancelled(listing.id(), ground, reason));
        listings.fail(turn, listing);
    }

    /** Writes or reads all negotiations and objections. */
    public void exchange(Snapshot snapshot) {
        cases.exchange(snapshot);
        objections.exchange(snapshot);
        if (snapshot.isReading()) {
            latest.clear();
            cases.forEach(negotiation -> latest.put(negotiation.listingId(), negotiation));
        }
    }

    Objections objections() {
        return objections;
    }

    HolderAnswers holders() {
        return holders;
    }

    /** Begins a negotiation about the listing. */
    void begin(Listing listing, NegotiationTerms terms) {
        holders.forget(listing);
        latest.put(listing.id(), cases.add(new NegotiationCase(listing.id(), terms)));
    }

    /** The last negotiation about the listing, or null. */
    @Nullable
    NegotiationCase find(Listing listing) {
        return latest.get(listing.id());
    }

    /** The negotiation of a listing that is known to have one. */
    NegotiationCase get(Listing listing) {
        NegotiationCase negotiation = find(listing);
        if (negotiation == null) {
            throw new InvariantBrokenException("no negotiation about listing " + listing.id());
        }
        return negotiation;
    }

    /** Whether the listing's negotiation is in one of these states. */
    boolean isIn(Listing listing, Set<NegotiationState> states) {
        NegotiationCase negotiation = find(listing);
        return negotiation != null && states.contains(negotiation.state());
    }

    /** What the rules ask of the listing's negotiation, or null where there is none or they no longer allow it. */
    @Nullable
    BasisRule rule(Listing listing) {
        NegotiationCase negotiation = find(listing);
        return negotiation == null ? null : rule(rules.of(listing), negotiation.basis());
    }

    /** What the rules ask of a negotiation whose basis was approved. */
    BasisRule requireRule(Listing listing) {
        BasisRule rule = rule(listing);
        if (rule == null) {
            throw new InvariantBrokenException("no rule for the negotiation about listing " + listing.id());
        }
        return rule;
    }

    /** What the rules ask for on this basis, or null where they do not allow it. */
    @Nullable
    BasisRule rule(RuleProfileTerms profile, LegalBasis basis) {
        for (BasisRule rule : profile.negotiationBases()) {
            if (rule.basis() == basis) {
                return rule;
            }
        }
        return null;
    }

    /**
     * The notice is over and nothing is open: causes SigningOpened, and RofrInquiryOpened where somebody may take the terms; nothing while either still stands.
     */
    void openSigning(Turn turn, Listing listing) {
        NegotiationCase negotiation = get(listing);
        boolean answered = objections.open(listing) == 0;
        if (!negotiation.isNoticeOver()) {
            negotiation.become(answered ? NegotiationState.IN_NOTICE : NegotiationState.OBJECTED);
        } else if (answered) {
            negotiation.become(NegotiationState.SIGNABLE);
            long dueNanos = rules.startDays(
                    turn, listing, TimerKind.SIGNING_WINDOW, rules.of(listing).negotiationSigningDays());
            turn.emit(new NegotiationEvent.SigningOpened(listing.id(), dueNanos));
            holders.ask(turn, listing);
        }
    }

    /**
     * These terms are no longer proposed: their notice and all objections against it are settled. Holders that took them, and are the
     * buyers still, stay so in those that follow.
     */
    void clear(Listing listing) {
        rules.cancel(listing, TimerKind.NOTICE_END);
        objections.closeAll(listing);
        listing.buyers().papers().clear();
        if (!holders.areBuyers(listing)) {
            holders.forget(listing);
        }
    }
}
