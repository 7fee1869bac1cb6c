package org.tpx.engine.deal;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.listing.Listings;
import org.tpx.engine.listing.Paper;
import org.tpx.protocol.DealState;
import org.tpx.protocol.PaperCommand;
import org.tpx.protocol.PaperEvent;
import org.tpx.protocol.PaperKind;
import org.tpx.protocol.RejectReason;

/**
 * Papers of a deal: filed by their digest, signed by every side. The agreement comes before the contract, protocols of handover and
 * acceptance while the deal is carried out. Signatures are journaled here and checked outside, since the engine has no cryptography.
 */
public final class Signings {

    private static final Set<DealState> CARRIED_OUT = EnumSet.of(
            DealState.EFFECTIVE,
            DealState.OVERDUE,
            DealState.FUNDED,
            DealState.CERTIFIED,
            DealState.TITLE_DONE,
            DealState.RELEASED);

    private final Listings listings;
    private final Deals deals;

    /** Papers of these deals. */
    public Signings(Listings listings, Deals deals) {
        this.listings = listings;
        this.deals = deals;
    }

    /** Causes PaperFiled. */
    public void file(Turn turn, PaperCommand.FilePaper command) {
        Listing listing = listings.forRole(turn, command.listingId(), Deals.CLERK);
        if (listing == null) {
            return;
        }
        RejectReason reason = refusal(listing, command.kind());
        if (reason != null) {
            turn.refuse(reason, listing.id());
            return;
        }
        listing.buyers().papers().file(command.kind(), command.digest(), deals.sides(listing));
        turn.emit(new PaperEvent.PaperFiled(listing.id(), command.kind(), command.digest(), command.form()));
    }

    /** Causes PaperSigned. */
    public void sign(Turn turn, PaperCommand.SignPaper command) {
        Listing listing = forSide(turn, command.listingId(), command.partyId());
        if (listing == null) {
            return;
        }
        Paper paper = listing.buyers().papers().find(command.kind(), deals.sides(listing));
        if (paper == null) {
            turn.refuse(RejectReason.NOT_ALLOWED, listing.id());
            return;
        }
        RejectReason reason = refusal(listing, paper, command);
        if (reason != null) {
            turn.refuse(reason, listing.id());
            return;
        }
        paper.sign(command.partyId());
        turn.emit(new PaperEvent.PaperSigned(
                listing.id(),
                command.partyId(),
                command.kind(),
                command.digest(),
                command.publicKey(),
                command.signatureR(),
                command.signatureS()));
    }

    private @Nullable Listing forSide(Turn turn, long listingId, long partyId) {
        Listing listing = listings.find(listingId);
        boolean sells = listing != null && listing.transferorId() == partyId;
        return sells ? listings.forSeller(turn, listingId, false) : listings.forBuyer(turn, listingId, partyId, false);
    }

    private @Nullable RejectReason refusal(Listing listing, Paper paper, PaperCommand.SignPaper command) {
        if (paper.isSignedBy(command.partyId())) {
            return RejectReason.ALREADY_SIGNED;
        }
        RejectReason reason = refusal(listing, command.kind());
        if (reason == null && !deals.sides(listing).contains(command.partyId())) {
            reason = RejectReason.NOT_A_SIDE;
        }
        if (reason == null && !paper.digest().equals(command.digest())) {
            reason = RejectReason.PAPER_DIFFERS;
        }
        return reason;
    }

    /** Why a paper of this kind can be neither filed nor signed now, or null. */
    private @Nullable RejectReason refusal(Listing listing, PaperKind kind) {
        if (kind == PaperKind.AGREEMENT) {
            return deals.refusalOfSigning(listing);
        }
        Deal deal = deals.current(listing);
        return deal != null && CARRIED_OUT.contains(deal.state()) ? null : RejectReason.NOT_ALLOWED;
    }
}
