package org.tpx.engine.custody;

import org.junit.jupiter.api.Test;
import org.tpx.engine.Draft;
import org.tpx.engine.Gives;
import org.tpx.protocol.CustodyCommand.OfferShares;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.RightType;

/** The reasons that only shares in custody give, one test each, in the order of the enum. */
public class CustodyRefusalTest extends CustodyScenario {

    @Test
    @Gives(RejectReason.CUSTODY_OVER)
    void shouldRefuseATransferWhenTheContractIsOver() {
        custody("H1", 100, "H2", 100);
        at(CONTRACT_END);
        gives("H1", "H2", 1).refused(RejectReason.CUSTODY_OVER);
    }

    @Test
    @Gives(RejectReason.BOOK_CLOSED)
    void shouldRefuseATransferInTheTwentyDaysBeforeAMeeting() {
        custody("H1", 100, "H2", 100);
        meets("2025-06-30 10:00").accepted();
        at("2025-06-09 23:59:59.999999999");
        gives("H1", "H2", 1).accepted();
        at("2025-06-10 00:00");
        gives("H1", "H2", 1).refused(RejectReason.BOOK_CLOSED);
    }

    @Test
    @Gives(RejectReason.HOLDER_UNCONFIRMED)
    void shouldRefuseAGiftOfSomebodyWhoHasNotShownWhoItIs() {
        opens("S1", "H1", 100);
        gives("H1", "H2", 1).refused(RejectReason.HOLDER_UNCONFIRMED);
    }

    @Test
    @Gives(RejectReason.SHARES_MISSING)
    void shouldRefuseATransferOfMoreThanThereIs() {
        custody("H1", 100);
        gives("H1", "H2", 101).refused(RejectReason.SHARES_MISSING);
    }

    @Test
    @Gives(RejectReason.SHARES_PLEDGED)
    void shouldRefuseATransferOfPledgedSharesWithoutThePledgee() {
        custody("H1", 100);
        pledges("H1", "BANK", 100, "PL-1").accepted();
        gives("H1", "H2", 1).refused(RejectReason.SHARES_PLEDGED);
        consents("PL-1").accepted();
        gives("H1", "H2", 1).accepted();
    }

    @Test
    @Gives(RejectReason.SHARES_FROZEN)
    void shouldRefuseATransferOfFrozenShares() {
        custody("H1", 100);
        freezes("H1", 100, "C-1").accepted();
        gives("H1", "H2", 1).refused(RejectReason.SHARES_FROZEN);
    }

    @Test
    @Gives(RejectReason.SHARES_LOCKED)
    void shouldRefuseAGiftOfAnExecutivesLockedShares() {
        custody("H1", 100);
        locks("H1", 10_000, "2026-01-01 00:00").accepted();
        gives("H1", "H2", 1).refused(RejectReason.SHARES_LOCKED);
    }

    @Test
    @Gives(RejectReason.SHARES_BLOCKED)
    void shouldRefuseATransferOfSharesThatAListingSells() {
        custody("SELLER", 100);
        market.right("EQ", RightType.TECH_EQUITY, "SELLER");
        market.draftsWith(listing -> new OfferShares(listing, register(), 100));
        market.disclosed(Draft.listing("L1").of("EQ"));
        gives("SELLER", "H2", 1).refused(RejectReason.SHARES_BLOCKED);
    }
}
