package org.tpx.engine.negotiation;

import org.junit.jupiter.api.Test;
import org.tpx.protocol.LegalBasis;
import org.tpx.protocol.RejectReason;

/** Changes of what was agreed: what hurts the public restarts the notice in full, what does not goes on (section 3). */
class TermsTest extends NegotiationScenario {

    @Test
    void shouldRestartTheNoticeInFullAfterAPriceCutAsInE16() {
        inNotice().party("B2");
        at("2025-06-18 10:00");
        changesPrice("CNY 1,150,000.00")
                .then("TermsChanged transferee=B1, price=CNY 1,150,000.00, scope=the patent, material=true");
        posts().including("NoticePosted price=CNY 1,150,000.00, noticeEnd=2025-07-04 00:00");
        at("2025-07-03 10:00").then();
        market.signs().refused(RejectReason.NOT_ALLOWED);
        at("2025-07-04 00:00").including("SigningOpened").signs().including("ContractSigned price=CNY 1,150,000.00");
    }

    @Test
    void shouldRestartTheNoticeForAnotherBuyerOrAnotherScope() {
        inNotice().party("B2");
        changesTransferee("B2").including("TermsChanged transferee=B2, material=true");
        posts(20).including("NoticePosted transferee=B2, noticeEnd=2025-07-01 00:00");
        changesScope("a licence").including("TermsChanged scope=a licence, material=true");
        posts().including("NoticePosted scope=a licence");
        at("2025-06-26 00:00").including("SigningOpened").signs().including("ContractSigned transferee=B2");
    }

    @Test
    void shouldGoOnAfterARiseOrACorrection() {
        inNotice();
        at("2025-06-20 10:00");
        changesPrice("CNY 1,200,000.01").including("TermsChanged price=CNY 1,200,000.01, material=false");
        changes(change()).including("TermsChanged material=false, cause=a name was misspelt");
        changesTransferee("B1").including("TermsChanged material=false");
        changesScope("the patent").including("TermsChanged material=false");
        posts().refused(RejectReason.NOT_ALLOWED);
        at("2025-06-26 00:00").including("SigningOpened").signs().including("ContractSigned price=CNY 1,200,000.01");
    }

    @Test
    void shouldTakeTheTimeToSignAwayWithAMaterialChange() {
        signable().at("2025-06-12 09:00");
        changesPrice("CNY 1,300,000.00").including("TermsChanged material=false");
        changesPrice("CNY 1,250,000.00").including("TermsChanged material=true");
        market.signs().refused(RejectReason.NOT_ALLOWED);
        at("2025-08-01 09:00").then();
        posts().including("SigningOpened signingDue=2025-09-12 17:00");
        market.signs().including("ContractSigned price=CNY 1,250,000.00");
    }

    @Test
    void shouldChangeBeforeTheNoticeIsPosted() {
        market.party("B1").at("2025-06-09 09:00");
        proposes(LegalBasis.UNIVERSITY_ACHIEVEMENT);
        changesPrice("CNY 1,300,000.00").refused(RejectReason.NOT_ALLOWED);
        approves();
        changesPrice("CNY 1,100,000.00").accepted();
        posts().including("NoticePosted price=CNY 1,100,000.00");
    }

    @Test
    void shouldNotChangeWhatIsSigned() {
        signable().signs();
        changesPrice("CNY 1,300,000.00").refused(RejectReason.NOT_ALLOWED);
        cancels().refused(RejectReason.NOT_ALLOWED);
    }
}
