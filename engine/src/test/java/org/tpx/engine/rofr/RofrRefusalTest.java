package org.tpx.engine.rofr;

import org.junit.jupiter.api.Test;
import org.tpx.engine.Gives;
import org.tpx.engine.Market;
import org.tpx.engine.Written;
import org.tpx.protocol.LegalBasis;
import org.tpx.protocol.Money;
import org.tpx.protocol.NegotiationCommand.ApproveBasis;
import org.tpx.protocol.NegotiationCommand.CancelNegotiation;
import org.tpx.protocol.NegotiationCommand.ChangeTerms;
import org.tpx.protocol.NegotiationCommand.PostNotice;
import org.tpx.protocol.NegotiationCommand.ProposeNegotiation;
import org.tpx.protocol.NegotiationTerms;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.RelatedParty;
import org.tpx.protocol.ReleasePolicy;
import org.tpx.protocol.RofrMode;

/** The reasons that only rights of first refusal give, one test each, in the order of the enum; and negotiations that they hold up. */
public class RofrRefusalTest extends RofrScenario {

    private static final String PRICE = "CNY 6,600,000.00";

    @Test
    @Gives(RejectReason.OPEN_ROFR)
    void shouldRefuseToSignWhileAHolderMayStillAnswer() {
        signable()
                .including("SigningOpened")
                .including("RofrInquiryOpened candidate=B1, holders=2, deadline=2025-07-11 00:00");
        market.signs().refused(RejectReason.OPEN_ROFR);
        at("2025-07-11 00:00")
                .including("RofrWaived party=S1, ground=NOT_ANSWERED")
                .signs()
                .accepted();
        market.including("ContractSigned transferee=B1");
    }

    @Test
    @Gives(RejectReason.ROFR_HOLDER)
    void shouldRefuseABidOfAHolderWhoAnswers() {
        inBidding(RofrMode.MATCH_ONCE, "S1").bids("S1", START).refused(RejectReason.ROFR_HOLDER);
    }

    @Test
    void shouldRefuseABidWhileTheHoldersAreAsked() {
        asked(RofrMode.MATCH_ONCE, PRICE, "S1").bids("B1", "CNY 6,700,000.00").refused(RejectReason.ROFR_ONLY_WINDOW);
    }

    @Test
    void shouldSignWithTheHolderWhoTakesTheAgreedTerms() {
        signable();
        at("2025-06-20 09:00");
        declines("S1").accepted();
        takes("S2", PRICE).including("TermsChanged transferee=S2, price=" + PRICE + ", material=false");
        market.signs().including("ContractSigned transferee=S2, price=" + PRICE);
    }

    @Test
    void shouldSignWithAllHoldersOfOneRankWhoTakeTheAgreedTerms() {
        shared().including("RofrAllotted price=" + PRICE + ", manner=PRO_RATA, shares=2")
                .including("TermsChanged transferee=S1, price=" + PRICE + ", material=false");
        market.signs().including("ContractSigned transferee=S1, price=" + PRICE);
        market.becomesEffective()
                .including("ContractEffective deal=DEAL-1, due=CNY 6,615,840.00")
                .including("FeeAccrued party=S1, side=BUYER, amount=CNY 10,560.00")
                .including("FeeAccrued party=S2, side=BUYER, amount=CNY 5,280.00");
        at("2025-06-21 10:00").pays("S1", "CNY 4,410,560.00").including("PriceShort missing=CNY 2,205,280.00");
        market.pays("S2", "CNY 2,205,280.00").including("PricePaid amount=CNY 6,615,840.00");
    }

    @Test
    void shouldShareByTheAgreementThatNamesExactlyThem() {
        signable();
        at("2025-06-20 09:00");
        agree(part("S1", 1), part("S2", 2)).accepted();
        takes("S1", PRICE);
        takes("S2", PRICE).including("RofrAllotted manner=AGREEMENT");
        market.signs().becomesEffective().including("FeeAccrued party=S2, side=BUYER, amount=CNY 10,560.00");
    }

    @Test
    void shouldDivideAnewAmongThoseWhoShareWhenOtherTermsAreAgreedWithThem() {
        shared();
        changes(0, "CNY 6,700,000.00")
                .including("TermsChanged transferee=S1, price=CNY 6,700,000.00, material=false")
                .including("RofrAllotted price=CNY 6,700,000.00, manner=PRO_RATA, shares=2")
                .without("RofrInquiryOpened");
        changes(0, START).including("TermsChanged material=true").including("RofrAllotted price=" + START);
        posts().including("SigningOpened").without("RofrInquiryOpened");
        market.signs().becomesEffective().including("FeeAccrued party=S2, side=BUYER, amount=CNY 4,800.00");
    }

    @Test
    void shouldSellToOneAloneWhereSomebodyElseIsNamed() {
        shared();
        at("2025-06-20 10:00");
        changes(market.id(Ref.PARTY, "S2"), PRICE)
                .including("TermsChanged transferee=S2, material=true")
                .without("RofrAllotted");
        posts().including("SigningOpened").without("RofrInquiryOpened");
        market.signs().becomesEffective().including("FeeAccrued party=S2, side=BUYER, amount=CNY 15,840.00");
    }

    @Test
    void shouldGiveBackToEachWhatItPaidWhereAnotherDoesNotPay() {
        shared().signs().becomesEffective().pays("S1", "CNY 4,410,560.00").accepted();
        at("2025-07-30 17:00")
                .including("DealDefaulted deal=DEAL-1")
                .including("PaymentDue party=S1, amount=CNY 4,410,560.00")
                .including("NegotiationCancelled ground=NOT_PAID")
                .without("DefaultFound");
    }

    @Test
    void shouldAskAgainAboutOtherTerms() {
        signable();
        at("2025-06-20 09:00");
        declines("S1");
        declines("S2");
        by("A-SELLER", new ChangeTerms(market.listingId(), 0, Written.money("CNY 6,700,000.00"), "", "another price"))
                .including("RofrInquiryOpened price=CNY 6,700,000.00, holders=2, deadline=2025-07-22 00:00");
        market.signs().refused(RejectReason.OPEN_ROFR);
    }

    @Test
    void shouldForgetTheInquiryOfANegotiationThatIsBrokenOff() {
        signable();
        at("2025-06-20 09:00");
        by("A-SELLER", new CancelNegotiation(market.listingId(), "no")).including("ListingClosed");
        takes("S1", PRICE).refused(RejectReason.LATE);
        at("2025-07-30 00:00").without("RofrWaived");
    }

    @Test
    void shouldNotAskThoseWhoWereSilentAfterTheWrittenNotice() {
        proposed();
        at("2025-06-04 10:00");
        serves("S1").including("RofrNoticeServed answerDue=2025-07-05 00:00");
        serves("S2");
        at("2025-07-07 10:00");
        posts().including("SigningOpened").without("RofrInquiryOpened").signs().accepted();
    }

    private Market changes(long transfereeId, String price) {
        return by(
                "A-SELLER", new ChangeTerms(market.listingId(), transfereeId, Written.money(price), "", "other terms"));
    }

    /** S1 and S2 have taken what was agreed with B1. */
    private Market shared() {
        signable();
        at("2025-06-20 09:00");
        takes("S1", PRICE).without("TermsChanged");
        return takes("S2", PRICE);
    }

    private Market signable() {
        proposed();
        at("2025-06-10 09:00");
        return posts();
    }

    private void proposed() {
        market.parties("B1", "S1", "S2");
        at("2025-06-04 09:00");
        var ids = market.drafting(DRAFT);
        by(
                "A-SELLER",
                new ProposeNegotiation(
                        "N1",
                        ids.rightId(),
                        ids.transferorId(),
                        ids.profileId(),
                        ids.feeScheduleId(),
                        ids.calendarId(),
                        new NegotiationTerms(
                                market.id(Ref.PARTY, "B1"),
                                LegalBasis.PRIVATE_HOLDER,
                                Written.money(PRICE),
                                "all of it"),
                        Money.NONE,
                        ReleasePolicy.BY_PROFILE));
        market.on("N1");
        sets(terms(RofrMode.POST_AUCTION, "S1", "S2")).accepted();
        sets(terms(RofrMode.POST_AUCTION, "S1")).refused(RejectReason.NOT_ALLOWED);
        by("CLERK-1", new ApproveBasis(market.listingId(), Written.digest("decision")))
                .accepted();
    }

    private Market posts() {
        return by(
                "CLERK-1",
                new PostNotice(market.listingId(), RelatedParty.UNRELATED, 0, "Li Wei", "in one sum", "here"));
    }
}
