package org.tpx.engine.listing;

import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Codes;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Table;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.member.Access;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.ForfeitPolicy;
import org.tpx.protocol.ListingEvent.ListingDrafted;
import org.tpx.protocol.ListingTerms;
import org.tpx.protocol.MandateScope;
import org.tpx.protocol.Money;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.ReleasePolicy;

/**
 * All listings, and the door that every command about a listing passes first: who asks, for whom, and which listing. A
 * method that finds something wrong refuses the command and returns null. Single-threaded.
 */
public final class Listings implements Iterable<Listing> {

    private static final ListingTerms BLANK_TERMS = new ListingTerms(
            Money.NONE,
            Money.NONE,
            Money.NONE,
            Money.NONE,
            AuctionMode.MULTI_ROUND_ASCENDING,
            0,
            0,
            0,
            0,
            0,
            false,
            ReleasePolicy.BY_PROFILE,
            0,
            ForfeitPolicy.BY_PROFILE,
            "");
    private static final ListingDrafted BLANK = new ListingDrafted(0, "", 0, 0, 0, 0, 0, 0, BLANK_TERMS);

    private final Access access;
    private final Secrets secrets = new Secrets();
    private final Table<Listing> listings = new Table<>(() -> new Listing(BLANK, this));
    private final Codes codes = new Codes();
    private int accepted;
    private long intents;

    /** Listings guarded by this access. */
    public Listings(Access access) {
        this.access = access;
    }

    /** The listing of this identity, or null. */
    public @Nullable Listing find(long listingId) {
        return listings.find(listingId);
    }

    /** The listing of an identity that is known to exist. */
    public Listing get(long listingId) {
        return listings.get(listingId);
    }

    /** Those about which something confidential can be told now. */
    public Secrets secrets() {
        return secrets;
    }

    /** The number of listings. */
    public int size() {
        return listings.size();
    }

    /** Intents in the present attempts of all listings. */
    public long intents() {
        return intents;
    }

    void countIntents(int more) {
        intents += more;
    }

    @Override
    public Iterator<Listing> iterator() {
        return listings.iterator();
    }

    /** The listing that an agent acts on for its transferor, or null after a refusal. */
    public @Nullable Listing forSeller(Turn turn, long listingId, boolean newBusiness) {
        Listing listing = listings.find(listingId);
        long partyId = listing == null ? 0 : listing.transferorId();
        return pass(turn, listing, partyId, MandateScope.SELL, newBusiness);
    }

    /** The listing that an agent acts on for an intended transferee, or null after a refusal. Allocates nothing. */
    public @Nullable Listing forBuyer(Turn turn, long listingId, long partyId, boolean newBusiness) {
        return pass(turn, listings.find(listingId), partyId, MandateScope.BUY, newBusiness);
    }

    /** The listing that someone in one of these roles ({@link Access#mask}) acts on, or null after a refusal. */
    public @Nullable Listing forRole(Turn turn, long listingId, int roles) {
        RejectReason reason = access.role(turn, roles);
        Listing listing = listings.find(listingId);
        if (reason == null && listing == null) {
            reason = RejectReason.UNKNOWN_SUBJECT;
        }
        if (reason != null) {
            turn.refuse(reason, listingId);
            return null;
        }
        return listing;
    }

    private @Nullable Listing pass(
            Turn turn, @Nullable Listing listing, long partyId, MandateScope side, boolean newBusiness) {
        RejectReason reason = access.agent(turn, partyId, side, newBusiness);
        if (reason == null && listing == null) {
            reason = RejectReason.UNKNOWN_SUBJECT;
        }
        if (reason != null) {
            turn.refuse(reason, listing == null ? 0 : listing.id());
            return null;
        }
        return listing;
    }

    /** A holder of a right of first refusal that did not register in time takes the price; it has paid no deposit. */
    public void join(Listing listing, long partyId, long memberId) {
        listing.add(new Intent(partyId, memberId, false));
    }

    boolean isCodeTaken(String code) {
        return codes.isTaken(code);
    }

    long nextId() {
        return listings.nextId();
    }

    Listing add(ListingDrafted drafted) {
        Listing listing = listings.add(new Listing(drafted, this));
        codes.enter(listing);
        return listing;
    }

    /** Counts the listings that were accepted, for their numbers. */
    int nextAccepted() {
        return ++accepted;
    }

    /** Whether an open listing offers the right. */
    public boolean isRightTaken(long rightId) {
        return isRightTaken(rightId, null);
    }

    /** Whether another open listing offers the right. The take-ups of an offer of licences leave it to its owner. */
    boolean isRightTaken(long rightId, @Nullable Listing besides) {
        for (Listing listing : listings) {
            boolean other = listing != besides && listing.rightId() == rightId;
            if (other && listing.isOpen() && !listing.isTakeUp()) {
                return true;
            }
        }
        return false;
    }

    /** Writes or reads all listings. */
    public void exchange(Snapshot snapshot) {
        accepted = snapshot.number(accepted);
        listings.exchange(snapshot);
        if (snapshot.isReading()) {
            codes.restore(listings);
            intents = 0;
            listings.forEach(listing -> intents += listing.intents().size());
        }
        secrets.exchange(snapshot);
    }
}
