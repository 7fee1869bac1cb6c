package org.tpx.engine.negotiation;

import static org.tpx.engine.Draft.listing;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tpx.engine.With;
import org.tpx.engine.Written;
import org.tpx.protocol.EncumbranceKind;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.LegalBasis;
import org.tpx.protocol.MemberCommand.ReinstateMember;
import org.tpx.protocol.NegotiationCommand.ApproveBasis;
import org.tpx.protocol.NegotiationCommand.CancelNegotiation;
import org.tpx.protocol.NegotiationCommand.ChangeTerms;
import org.tpx.protocol.NegotiationCommand.FileObjection;
import org.tpx.protocol.NegotiationCommand.OpenNegotiation;
import org.tpx.protocol.NegotiationCommand.PostNotice;
import org.tpx.protocol.NegotiationCommand.ProposeNegotiation;
import org.tpx.protocol.NegotiationCommand.RefuseBasis;
import org.tpx.protocol.NegotiationTerms;
import org.tpx.protocol.Owner;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.RelatedParty;
import org.tpx.protocol.RightCommand.RecordEncumbrance;
import org.tpx.protocol.RightCommand.RecordTitle;
import org.tpx.protocol.RightCommand.ReleaseEncumbrance;
import org.tpx.protocol.Sanction;

/**
 * Of several reasons against a step of a negotiation the first in the order of {@link RejectReason} is given. Each test begins
 * with a command that is wrong in every way and puts one thing right after the other.
 */
class NegotiationPrecedenceTest extends NegotiationScenario {

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstAProposal() {
        market.parties("B1", "HEIR").drafts(listing("L0")).submits().accepted();
        market.sanctions("M-SELLER", Sanction.RESTRICT, 0);
        NegotiationTerms self = terms("SELLER", LegalBasis.FAILED_LISTING, "USD 1.00");
        ProposeNegotiation command = With.with(
                proposal(With.with(self, "transfereeId", 99L)), "code", "L0", "rightId", 99L, "profileId", 99L);
        by("NOBODY", command).refused(RejectReason.UNKNOWN_PRINCIPAL);
        by("CLERK-1", command).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("A-B1", command).refused(RejectReason.NO_MANDATE);
        by("A-SELLER", command).refused(RejectReason.RESTRICTED_MEMBER);
        reinstate();
        by("A-SELLER", command).refused(RejectReason.UNKNOWN_SUBJECT);
        command = With.with(command, "rightId", right());
        by("A-SELLER", command).refused(RejectReason.UNKNOWN_SUBJECT);
        command = With.with(command, "terms", self);
        by("A-SELLER", command).refused(RejectReason.CODE_TAKEN);
        command = With.with(command, "code", "N1");
        by("A-SELLER", command).refused(RejectReason.VARIETY_NOT_APPROVED);
        command = With.with(command, "profileId", proposal(self).profileId());
        owners("HEIR");
        by("A-SELLER", command).refused(RejectReason.NOT_OWNER);
        owners("HEIR", "SELLER");
        by("A-SELLER", command).refused(RejectReason.CO_OWNER_CONSENT);
        owners("SELLER");
        freeze();
        by("A-SELLER", command).refused(RejectReason.RIGHT_FROZEN);
        thaw();
        by("A-SELLER", command).refused(RejectReason.RIGHT_ALREADY_LISTED);
        market.on("L0").withdraws().accepted();
        by("A-SELLER", command).refused(RejectReason.BASIS_NOT_ALLOWED);
        command = With.with(command, "terms", terms("SELLER", LegalBasis.PRIVATE_HOLDER, "USD 1.00"));
        by("A-SELLER", command).refused(RejectReason.NOT_ALLOWED);
        command = With.with(command, "terms", terms(LegalBasis.PRIVATE_HOLDER, "USD 1.00"));
        by("A-SELLER", command).refused(RejectReason.CURRENCY);
        command = With.with(command, "terms", terms(LegalBasis.PRIVATE_HOLDER, PRICE));
        by("A-SELLER", With.with(command, "appraisal", Written.money("USD 1.00")))
                .refused(RejectReason.CURRENCY);
        by("A-SELLER", command).accepted();
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstAnOpening() {
        market.parties("B1", "B2").disclosed(listing("L1"));
        at("2025-07-01 10:00").admitted("CNY 1,800,000.00", "B1");
        market.rules("negotiationBases", List.of());
        market.drafts(listing("L2")).sanctions("M-SELLER", Sanction.RESTRICT, 0);
        OpenNegotiation command =
                new OpenNegotiation(99, With.with(terms(LegalBasis.FAILED_LISTING, "USD 1.00"), "transfereeId", 99L));
        by("CLERK-1", command).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("A-B1", With.with(command, "listingId", market.listingId())).refused(RejectReason.NO_MANDATE);
        by("A-SELLER", With.with(command, "listingId", market.listingId())).refused(RejectReason.RESTRICTED_MEMBER);
        reinstate();
        by("A-SELLER", command).refused(RejectReason.UNKNOWN_SUBJECT);
        command = With.with(command, "listingId", market.listingId());
        by("A-SELLER", command).refused(RejectReason.UNKNOWN_SUBJECT);
        freeze();
        command = opening(terms(LegalBasis.FAILED_LISTING, "USD 1.00"));
        by("A-SELLER", command).refused(RejectReason.RIGHT_FROZEN);
        thaw();
        by("A-SELLER", command).refused(RejectReason.BASIS_NOT_ALLOWED);
        command = With.with(command, "listingId", market.on("L1").listingId());
        by("A-SELLER", command).refused(RejectReason.NOT_ALLOWED);
        at("2025-07-14 17:00").including("DefaultFound party=B1");
        by("A-SELLER", command).refused(RejectReason.NOT_ADMITTED);
        command = opening(terms("B2", LegalBasis.FAILED_LISTING, "USD 1.00"));
        by("A-SELLER", opening(terms("SELLER", LegalBasis.FAILED_LISTING, "USD 1.00")))
                .refused(RejectReason.NOT_ALLOWED);
        by("A-SELLER", command).refused(RejectReason.CURRENCY);
        command = opening(terms("B2", LegalBasis.FAILED_LISTING, "CNY 5,999,999.99"));
        by("A-SELLER", command).refused(RejectReason.BELOW_START);
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstAnApproval() {
        market.parties("B1", "HEIR").at("2025-06-09 09:00");
        ApproveBasis unknown = new ApproveBasis(99, Hash256.ZERO);
        by("A-SELLER", unknown).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("CLERK-1", unknown).refused(RejectReason.UNKNOWN_SUBJECT);
        market.drafts(listing("L1"));
        owners("HEIR");
        approves().refused(RejectReason.NOT_OWNER);
        owners("SELLER");
        approves().refused(RejectReason.NOT_ALLOWED);
        proposes(LegalBasis.STATE_REORGANISATION);
        freeze();
        approvesWithoutDecision().refused(RejectReason.RIGHT_FROZEN);
        thaw();
        approvesWithoutDecision().refused(RejectReason.DOCUMENT_MISSING);
        approves().refused(RejectReason.FLOOR_BELOW_APPRAISAL);
        market.rules("negotiationBases", List.of());
        approves().refused(RejectReason.BASIS_NOT_ALLOWED);
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstARefusalOfTheBasis() {
        market.party("B1").drafts(listing("L1"));
        by("A-SELLER", new RefuseBasis(99, "why")).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("CLERK-1", new RefuseBasis(99, "why")).refused(RejectReason.UNKNOWN_SUBJECT);
        refusesBasis().refused(RejectReason.NOT_ALLOWED);
        proposes(LegalBasis.UNIVERSITY_ACHIEVEMENT);
        approves();
        refusesBasis().refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstANotice() {
        market.party("B1").at("2025-06-09 09:00").drafts(listing("L1"));
        posts().refused(RejectReason.NOT_ALLOWED);
        proposes(LegalBasis.UNIVERSITY_ACHIEVEMENT);
        freeze();
        PostNotice command = With.with(notice(14), "relatedParty", RelatedParty.RELATED, "inventors", " ");
        by("A-SELLER", With.with(command, "listingId", 99L)).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("CLERK-1", With.with(command, "listingId", 99L)).refused(RejectReason.UNKNOWN_SUBJECT);
        by("CLERK-1", command).refused(RejectReason.RIGHT_FROZEN);
        thaw();
        by("CLERK-1", command).refused(RejectReason.PERIOD_TOO_SHORT);
        command = With.with(command, "noticeDays", 15);
        by("CLERK-1", command).refused(RejectReason.RELATED_PARTY);
        command = With.with(command, "relatedParty", RelatedParty.UNRELATED);
        by("CLERK-1", command).refused(RejectReason.NOTICE_INCOMPLETE);
        command = With.with(command, "inventors", "Li Wei");
        by("CLERK-1", With.with(command, "relatedParty", RelatedParty.NOT_STATED))
                .refused(RejectReason.NOTICE_INCOMPLETE);
        by("CLERK-1", With.with(command, "paymentForm", "")).refused(RejectReason.NOTICE_INCOMPLETE);
        by("CLERK-1", With.with(command, "objectionsTo", "")).refused(RejectReason.NOTICE_INCOMPLETE);
        by("CLERK-1", command).refused(RejectReason.NOT_ALLOWED);
        approves();
        by("CLERK-1", command).accepted();
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstAnObjection() {
        inNotice();
        FileObjection unknown = new FileObjection(99, Written.digest("somebody"), "why");
        by("A-B1", unknown).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("CLERK-1", unknown).refused(RejectReason.UNKNOWN_SUBJECT);
        market.drafts(listing("L1"));
        objects().refused(RejectReason.NOT_ALLOWED);
        market.on("N1").at("2025-06-26 00:00");
        objects().refused(RejectReason.LATE);
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstAChange() {
        market.parties("B1", "B2").disclosed(listing("L1").appraisal("CNY 6,000,000.00"));
        at("2025-07-01 10:00").admitted("CNY 1,800,000.00", "B1");
        at("2025-07-14 17:00").including("DefaultFound party=B1");
        changes(change()).refused(RejectReason.NOT_ALLOWED);
        ChangeTerms command = new ChangeTerms(99, 99, Written.money("CNY 1.00"), "", "all wrong");
        by("CLERK-1", command).refused(RejectReason.ROLE_NOT_ALLOWED);
        changes(command).refused(RejectReason.UNKNOWN_SUBJECT);
        command = With.with(command, "listingId", market.listingId());
        by("A-B1", command).refused(RejectReason.NO_MANDATE);
        changes(command).refused(RejectReason.UNKNOWN_SUBJECT);
        by("A-SELLER", opening(terms("B2", LegalBasis.STATE_REORGANISATION, "CNY 6,000,000.00")))
                .accepted();
        command = With.with(command, "transfereeId", market.id(Ref.PARTY, "SELLER"));
        changes(command).refused(RejectReason.FLOOR_BELOW_APPRAISAL);
        command = With.with(command, "price", Written.money("USD 1.00"));
        changes(command).refused(RejectReason.NOT_ALLOWED);
        approves().accepted();
        changes(command).refused(RejectReason.NOT_ALLOWED);
        command = With.with(command, "transfereeId", market.id(Ref.PARTY, "B1"));
        changes(command).refused(RejectReason.NOT_ADMITTED);
        command = With.with(command, "transfereeId", market.id(Ref.PARTY, "B2"));
        changes(command).refused(RejectReason.CURRENCY);
        cancels();
        by("A-SELLER", opening(terms("B2", LegalBasis.FAILED_LISTING, "CNY 6,000,000.00")));
        approves();
        changesPrice("CNY 5,999,999.99").refused(RejectReason.BELOW_START);
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstBreakingOff() {
        market.party("B1").drafts(listing("L1"));
        CancelNegotiation unknown = new CancelNegotiation(99, "why");
        by("CLERK-1", unknown).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("A-B1", With.with(unknown, "listingId", market.listingId())).refused(RejectReason.NO_MANDATE);
        by("A-SELLER", unknown).refused(RejectReason.UNKNOWN_SUBJECT);
        cancels().refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstAContract() {
        inNotice();
        objects();
        freeze();
        market.signs().refused(RejectReason.RIGHT_FROZEN);
        thaw();
        market.signs().refused(RejectReason.OPEN_OBJECTION);
        rejects(1);
        market.signs().refused(RejectReason.NOT_ALLOWED);
        cancels();
        freeze();
        market.signs().refused(RejectReason.LATE);
    }

    private void reinstate() {
        by("SUPERVISOR-1", new ReinstateMember(market.id(Ref.MEMBER, "M-SELLER"), "amends"))
                .accepted();
    }

    private long right() {
        return market.id(Ref.RIGHT, "R1");
    }

    private void freeze() {
        by("CLERK-1", new RecordEncumbrance(right(), EncumbranceKind.PRESERVATION, 0, "C-1"))
                .accepted();
    }

    private void thaw() {
        by("CLERK-1", new ReleaseEncumbrance(right(), "C-1")).accepted();
    }

    private void owners(String... parties) {
        List<Owner> shares = Arrays.stream(parties)
                .map(party -> new Owner(market.id(Ref.PARTY, party), 10_000 / parties.length))
                .toList();
        by("CLERK-1", new RecordTitle(right(), "deed", Hash256.ZERO, shares)).accepted();
    }
}
