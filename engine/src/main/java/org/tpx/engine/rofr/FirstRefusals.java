package org.tpx.engine.rofr;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.InvariantBrokenException;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Foundation;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.listing.Listings;
import org.tpx.engine.listing.Rules;
import org.tpx.engine.member.Access;
import org.tpx.protocol.AgreedPart;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.ListingState;
import org.tpx.protocol.PreemptiveHolder;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.RofrCommand.FileRofrAgreement;
import org.tpx.protocol.RofrCommand.ServeRofrNotice;
import org.tpx.protocol.RofrCommand.SetRofrTerms;
import org.tpx.protocol.RofrEvent.RofrAgreementFiled;
import org.tpx.protocol.RofrEvent.RofrNoticeServed;
import org.tpx.protocol.RofrEvent.RofrTermsSet;
import org.tpx.protocol.RofrMode;
import org.tpx.protocol.RofrTerms;
import org.tpx.protocol.Role;
import org.tpx.protocol.TimerKind;

/** The holders of rights of first refusal in every listing, their written notices and their agreements. */
public final class FirstRefusals {

    private static final int CLERK = Access.mask(Role.CLERK);
    private static final Set<ListingState> DRAFTS = EnumSet.of(ListingState.DRAFT, ListingState.RETURNED);

    /** Modes in which a bid may follow when a holder has taken the price. */
    private static final Set<AuctionMode> RISING =
            EnumSet.of(AuctionMode.MULTI_ROUND_ASCENDING, AuctionMode.DYNAMIC_QUOTATION);

    /** Modes that sell more than this one listing, or at a price that nobody finds. */
    private static final Set<AuctionMode> WITHOUT = EnumSet.of(AuctionMode.PACKAGE, AuctionMode.MARKED_PRICE);

    private final Foundation foundation;
    private final Listings listings;
    private final Rules rules;
    private final TreeMap<Long, FirstRefusal> refusals = new TreeMap<>();

    /** Rights of first refusal in these listings. */
    public FirstRefusals(Foundation foundation, Listings listings, Rules rules) {
        this.foundation = foundation;
        this.listings = listings;
        this.rules = rules;
    }

    /** Causes RofrTermsSet: in a draft as often as the agent likes, for a negotiation once. */
    public void setTerms(Turn turn, SetRofrTerms command) {
        Listing listing = listings.forSeller(turn, command.listingId(), true);
        if (listing == null) {
            return;
        }
        RejectReason reason = refusalOfTerms(listing, command.terms());
        if (reason != null) {
            turn.refuse(reason, listing.id());
            return;
        }
        RofrTermsSet set = new RofrTermsSet(listing.id(), command.terms());
        refusals.put(listing.id(), new FirstRefusal(set, listing.attempt()));
        turn.emit(set);
    }

    /** Causes RofrNoticeServed: silence for the days that the notice states waives the right. */
    public void serveNotice(Turn turn, ServeRofrNotice command) {
        Listing listing = listings.forRole(turn, command.listingId(), CLERK);
        if (listing == null) {
            return;
        }
        FirstRefusal refusal = find(listing);
        Holder holder = refusal == null ? null : refusal.holder(command.partyId());
        if (refusal == null || holder == null) {
            turn.refuse(RejectReason.UNKNOWN_SUBJECT, listing.id());
            return;
        }
        if (!listing.isOpen() || holder.isServed() || !holder.is(Holder.State.OPEN)) {
            turn.refuse(RejectReason.NOT_ALLOWED, listing.id());
            return;
        }
        RofrTerms terms = refusal.terms();
        long dueNanos = answerDueNanos(turn, listing, terms);
        holder.serve(foundation
                .timers()
                .setPeriod(
                        TimerKind.ROFR_ANSWER,
                        listing.id(),
                        holder.partyId(),
                        dueNanos,
                        turn.timeNanos(),
                        terms.answerDays(),
                        terms.answerDayKind()));
        turn.emit(new RofrNoticeServed(listing.id(), holder.partyId(), dueNanos));
    }

    /** Causes RofrAgreementFiled; it counts where exactly these holders take the price. */
    public void fileAgreement(Turn turn, FileRofrAgreement command) {
        Listing listing = listings.forRole(turn, command.listingId(), CLERK);
        if (listing == null) {
            return;
        }
        FirstRefusal refusal = find(listing);
        boolean known = refusal != null
                && command.shares().stream().map(AgreedPart::partyId).allMatch(refusal::isHolder);
        if (refusal == null || !known) {
            turn.refuse(RejectReason.UNKNOWN_SUBJECT, listing.id());
            return;
        }
        long different =
                command.shares().stream().map(AgreedPart::partyId).distinct().count();
        boolean several = different > 1 && different == command.shares().size();
        boolean over = refusal.wasInquired() && !refusal.isInquiring() && !refusal.isMatched();
        if (!several || over || !listing.isOpen()) {
            turn.refuse(RejectReason.NOT_ALLOWED, listing.id());
            return;
        }
        refusal.holders().forEach(holder -> holder.agree(0));
        command.shares().forEach(part -> require(refusal, part.partyId()).agree(part.parts()));
        turn.emit(new RofrAgreementFiled(listing.id(), command.shares()));
    }

    /** Whether the party holds such a right in the listing and answers the price that the others find, instead of bidding. */
    public boolean answers(Listing listing, long partyId) {
        FirstRefusal refusal = find(listing);
        return refusal != null && refusal.terms().rofrMode() != RofrMode.BID_AS_ORDINARY && refusal.isHolder(partyId);
    }

    /** What the notice of a listing says, and where its holders stand in its present attempt; null where there are none. */
    @Nullable
    FirstRefusal find(Listing listing) {
        FirstRefusal refusal = refusals.get(listing.id());
        if (refusal != null && refusal.attempt() != listing.attempt()) {
            // Another attempt is another price: nobody has waived it yet.
            refusal.holders().forEach(holder -> foundation.timers().cancel(holder.answerTimerId()));
            refusal.begin(listing.attempt());
        }
        return refusal;
    }

    /** When a written notice that is given now has to be answered. */
    long answerDueNanos(Turn turn, Listing listing, RofrTerms terms) {
        return rules.endOfPeriod(listing, turn.timeNanos(), terms.answerDays(), terms.answerDayKind());
    }

    /** Writes or reads all of it. */
    public void exchange(Snapshot snapshot) {
        int size = snapshot.number(refusals.size());
        if (snapshot.isReading()) {
            refusals.clear();
            for (int i = 0; i < size; i++) {
                long listingId = snapshot.number(0L);
                FirstRefusal refusal = new FirstRefusal();
                refusal.exchange(snapshot);
                refusals.put(listingId, refusal);
            }
        } else {
            refusals.forEach((listingId, refusal) -> {
                snapshot.number(listingId.longValue());
                refusal.exchange(snapshot);
            });
        }
    }

    private @Nullable RejectReason refusalOfTerms(Listing listing, RofrTerms terms) {
        List<PreemptiveHolder> holders = terms.holders();
        for (PreemptiveHolder holder : holders) {
            if (!foundation.members().parties().exists(holder.partyId())) {
                return RejectReason.UNKNOWN_SUBJECT;
            }
        }
        boolean forNegotiation = listing.state() == ListingState.NEGOTIATING && !refusals.containsKey(listing.id());
        boolean settable = DRAFTS.contains(listing.state()) || forNegotiation;
        long different =
                holders.stream().map(PreemptiveHolder::partyId).distinct().count();
        boolean sound =
                different > 0 && different == holders.size() && !FirstRefusal.isHolder(terms, listing.transferorId());
        AuctionMode mode = listing.terms().auctionMode();
        boolean fits =
                !WITHOUT.contains(mode) && (terms.rofrMode() != RofrMode.MATCH_IN_AUCTION || RISING.contains(mode));
        return settable && sound && fits ? null : RejectReason.NOT_ALLOWED;
    }

    static Holder require(FirstRefusal refusal, long partyId) {
        Holder holder = refusal.holder(partyId);
        if (holder == null) {
            throw new InvariantBrokenException("no holder " + partyId);
        }
        return holder;
    }
}
