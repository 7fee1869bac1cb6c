package org.tpx.engine.negotiation;

import static org.tpx.engine.Draft.listing;

import org.tpx.engine.Market;
import org.tpx.engine.Scenario;
import org.tpx.engine.Written;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.LegalBasis;
import org.tpx.protocol.ListingCommand.DraftListing;
import org.tpx.protocol.Money;
import org.tpx.protocol.NegotiationCommand;
import org.tpx.protocol.NegotiationCommand.ChangeTerms;
import org.tpx.protocol.NegotiationCommand.PostNotice;
import org.tpx.protocol.NegotiationCommand.ProposeNegotiation;
import org.tpx.protocol.NegotiationTerms;
import org.tpx.protocol.ObjectionOutcome;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RelatedParty;
import org.tpx.protocol.ReleasePolicy;

/** A market in which SELLER negotiates about R1, mostly with B1, as in example E16. The listing is N1, or L1 where it failed. */
public abstract class NegotiationScenario extends Scenario {

    static final String PRICE = "CNY 1,200,000.00";

    /** What was agreed with B1 on this basis. */
    NegotiationTerms terms(LegalBasis basis, String price) {
        return terms("B1", basis, price);
    }

    NegotiationTerms terms(String transferee, LegalBasis basis, String price) {
        return new NegotiationTerms(market.id(Ref.PARTY, transferee), basis, Written.money(price), "the patent");
    }

    ProposeNegotiation proposal(NegotiationTerms terms) {
        DraftListing ids = market.drafting(listing("N1"));
        return new ProposeNegotiation(
                "N1",
                ids.rightId(),
                ids.transferorId(),
                ids.profileId(),
                ids.feeScheduleId(),
                ids.calendarId(),
                terms,
                Money.NONE,
                ReleasePolicy.BY_PROFILE);
    }

    Market proposes(LegalBasis basis) {
        return by("A-SELLER", proposal(terms(basis, PRICE))).on("N1");
    }

    Market opens(LegalBasis basis, String price) {
        return by("A-SELLER", opening(terms(basis, price)));
    }

    NegotiationCommand.OpenNegotiation opening(NegotiationTerms terms) {
        return new NegotiationCommand.OpenNegotiation(market.listingId(), terms);
    }

    Market approves() {
        return by(
                "CLERK-1", new NegotiationCommand.ApproveBasis(market.listingId(), Written.digest("the unit decided")));
    }

    Market approvesWithoutDecision() {
        return by("CLERK-1", new NegotiationCommand.ApproveBasis(market.listingId(), Hash256.ZERO));
    }

    Market refusesBasis() {
        return by("CLERK-1", new NegotiationCommand.RefuseBasis(market.listingId(), "no such decision"));
    }

    /** A complete notice between unrelated parties for as many days as it says, 0 for as many as the rules ask for. */
    PostNotice notice(int days) {
        return new PostNotice(
                market.listingId(), RelatedParty.UNRELATED, days, "Li Wei", "in one sum", "the transfer office");
    }

    Market posts() {
        return posts(0);
    }

    Market posts(int days) {
        return by("CLERK-1", notice(days));
    }

    Market objects() {
        return by(
                "CLERK-1",
                new NegotiationCommand.FileObjection(market.listingId(), Written.digest("somebody"), "too cheap"));
    }

    Market rejects(long objection) {
        return by("SUPERVISOR-1", new NegotiationCommand.RejectObjection(objection, Written.digest("reply")));
    }

    Market upholds(long objection, ObjectionOutcome outcome) {
        return by("SUPERVISOR-1", new NegotiationCommand.UpholdObjection(objection, outcome, "it is"));
    }

    /** Nothing but a correction of the notice's text. */
    ChangeTerms change() {
        return new ChangeTerms(market.listingId(), 0, Money.NONE, "", "a name was misspelt");
    }

    Market changes(ChangeTerms change) {
        return by("A-SELLER", change);
    }

    Market changesPrice(String price) {
        return changes(new ChangeTerms(market.listingId(), 0, Written.money(price), "", "another price"));
    }

    Market changesTransferee(String party) {
        return changes(
                new ChangeTerms(market.listingId(), market.id(Ref.PARTY, party), Money.NONE, "", "another buyer"));
    }

    Market changesScope(String scope) {
        return changes(new ChangeTerms(market.listingId(), 0, Money.NONE, scope, "another scope"));
    }

    Market cancels() {
        return by("A-SELLER", new NegotiationCommand.CancelNegotiation(market.listingId(), "no longer wanted"));
    }

    /** The university's notice stands since 2025-06-10 09:00, until 06-25 24:00. */
    Market inNotice() {
        market.party("B1");
        at("2025-06-09 09:00");
        proposes(LegalBasis.UNIVERSITY_ACHIEVEMENT).accepted();
        approves().accepted();
        at("2025-06-10 09:00");
        return posts().accepted();
    }

    /** A private holder may sign with B1 since 2025-06-10 09:00, until 07-22 17:00. */
    Market signable() {
        market.party("B1");
        at("2025-06-10 09:00");
        proposes(LegalBasis.PRIVATE_HOLDER).accepted();
        approvesWithoutDecision().accepted();
        return posts().accepted();
    }

    /** L1 of six million found nobody until 2025-07-07 17:00. */
    Market failedListing() {
        return market.parties("B1", "B2").disclosed(listing("L1")).at("2025-07-07 17:00");
    }
}
