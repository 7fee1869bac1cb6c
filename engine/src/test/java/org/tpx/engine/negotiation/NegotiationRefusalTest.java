package org.tpx.engine.negotiation;

import org.junit.jupiter.api.Test;
import org.tpx.engine.Gives;
import org.tpx.engine.With;
import org.tpx.protocol.LegalBasis;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.RelatedParty;

/** The reasons for which only a step of a negotiation is refused, one test each, in the order of the enum. */
public class NegotiationRefusalTest extends NegotiationScenario {

    @Test
    @Gives(RejectReason.BASIS_NOT_ALLOWED)
    void shouldRefuseABasisThatTheRulesDoNotAllow() {
        market.party("B1");
        proposes(LegalBasis.FAILED_LISTING).refused(RejectReason.BASIS_NOT_ALLOWED);
        proposes(LegalBasis.PRIVATE_HOLDER).accepted();
    }

    @Test
    @Gives(RejectReason.RELATED_PARTY)
    void shouldRefuseANoticeBetweenRelatedPartiesWhereTheyMustList() {
        market.party("B1");
        proposes(LegalBasis.UNIVERSITY_ACHIEVEMENT);
        approves();
        by("CLERK-1", With.with(notice(0), "relatedParty", RelatedParty.RELATED))
                .refused(RejectReason.RELATED_PARTY);
        posts().accepted();
    }

    @Test
    @Gives(RejectReason.NOTICE_INCOMPLETE)
    void shouldRefuseANoticeThatDoesNotSayEverything() {
        market.party("B1");
        proposes(LegalBasis.UNIVERSITY_ACHIEVEMENT);
        approves();
        by("CLERK-1", With.with(notice(0), "relatedParty", RelatedParty.NOT_STATED));
        market.refused(RejectReason.NOTICE_INCOMPLETE);
        by("CLERK-1", With.with(notice(0), "inventors", "")).refused(RejectReason.NOTICE_INCOMPLETE);
        by("CLERK-1", With.with(notice(0), "paymentForm", " ")).refused(RejectReason.NOTICE_INCOMPLETE);
        by("CLERK-1", With.with(notice(0), "objectionsTo", "")).refused(RejectReason.NOTICE_INCOMPLETE);
        posts().accepted();
    }

    @Test
    @Gives(RejectReason.OPEN_OBJECTION)
    void shouldRefuseAContractWhileAnObjectionIsOpen() {
        inNotice();
        objects();
        market.signs().refused(RejectReason.OPEN_OBJECTION);
        at("2025-06-26 00:00").signs().refused(RejectReason.OPEN_OBJECTION);
        rejects(1);
        market.signs().accepted();
    }
}
