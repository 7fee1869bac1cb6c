package org.tpx.engine.listing;

import static org.tpx.engine.Draft.listing;

import org.junit.jupiter.api.Test;
import org.tpx.engine.Scenario;
import org.tpx.protocol.PeriodCounting;
import org.tpx.protocol.RejectReason;

/** Notices, their extension and their end (L6 to L12). */
class DisclosureTest extends Scenario {

    @Test
    void shouldPublishTheNoticeOnceThePreDisclosureHasLastedLongEnough() {
        market.rules("preDisclosureDays", 5).acceptedListing(listing("L1"));
        at("2025-06-09 09:00").preDiscloses().then("PreDisclosurePublished minimumEnd=2025-06-16 17:00");
        at("2025-06-10 09:00").preDiscloses().refused(RejectReason.NOT_ALLOWED);
        at("2025-06-16 16:59:59.999999999").publishes().refused(RejectReason.NOT_ALLOWED);
        at("2025-06-16 17:00").publishes().then("NoticePublished attempt=1, disclosureEnd=2025-07-14 17:00");
    }

    @Test
    void shouldTakeNoIntentBeforeTheNotice() {
        market.party("B1").rules("preDisclosureDays", 5);
        at("2025-06-04 09:00").drafts(listing("L1")).intends("B1").refused(RejectReason.NOT_ALLOWED);
        market.submits().intends("B1").refused(RejectReason.NOT_ALLOWED);
        market.accepts().intends("B1").refused(RejectReason.NOT_ALLOWED);
        market.preDiscloses().intends("B1").refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldTakeIntentsUntilTheEndOfTheDisclosure() {
        market.parties("B1", "B2").disclosed(listing("L1"));
        at("2025-07-07 16:59:59.999999999")
                .intends("B1")
                .then("IntentRegistered party=B1, member=M-B1, consentsToWait=false");
        at("2025-07-07 17:00").intends("B2").refused(RejectReason.LATE);
    }

    @Test
    void shouldStartThePeriodAnewWithASupplementWhereTheRulesSaySo() {
        market.disclosed(listing("L1"));
        at("2025-06-20 10:00")
                .supplements()
                .then("NoticeSupplemented cause=a new licence, disclosureEnd=2025-07-18 17:00");
        at("2025-07-07 17:00").then();
        at("2025-07-18 17:00").including("DisclosureEnded registrations=0").including("Unsold reason=NO_INTENT");
    }

    @Test
    void shouldGoOnWithThePeriodAfterASupplementWhereTheRulesSaySo() {
        market.rules("supplementRestarts", false).disclosed(listing("L1"));
        at("2025-06-20 10:00").supplements().then("NoticeSupplemented disclosureEnd=2025-07-07 17:00");
        at("2025-07-07 17:00").including("Unsold reason=NO_INTENT");
        market.supplements().refused(RejectReason.NOT_ALLOWED);
    }

    @Test
    void shouldExtendTheNoticeWhileNoMoreThanKHaveRegistered() {
        market.rules("minRegistrations", 1)
                .parties("B1", "B2")
                .disclosed(listing("L1").extensions(2));
        at("2025-06-30 10:00").admitted("CNY 1,800,000.00", "B1");
        at("2025-07-07 17:00")
                .then("TimerFired kind=DISCLOSURE_END", "DisclosureExtended cycle=1, disclosureEnd=2025-07-14 17:00");
        at("2025-07-08 10:00").admitted("CNY 1,800,000.00", "B2");
        at("2025-07-14 17:00")
                .then(
                        "TimerFired kind=DISCLOSURE_END",
                        "DisclosureEnded registrations=2",
                        "QualificationClosed admitted=2");
    }

    @Test
    void shouldGoOnWithAFewOnceNoExtensionIsLeft() {
        market.rules("minRegistrations", 1).party("B1").disclosed(listing("L1").extensions(1));
        at("2025-06-30 10:00").admitted("CNY 1,800,000.00", "B1");
        at("2025-07-07 17:00").including("DisclosureExtended cycle=1");
        at("2025-07-14 17:00")
                .including("QualificationClosed admitted=1")
                .including("SingleQuoteOpened party=B1, deadline=2025-07-21 17:00");
    }

    @Test
    void shouldCountOnlyIntentsThatStandAtTheEnd() {
        market.rules("minRegistrations", 1)
                .parties("B1", "B2", "B3")
                .disclosed(listing("L1").extensions(1));
        at("2025-06-24 10:00")
                .intends("B1")
                .intends("B2")
                .intends("B3")
                .qualifies("B1")
                .disqualifies("B2");
        at("2025-06-27 17:00").including("Lapsed party=B1");
        at("2025-07-07 17:00").including("DisclosureExtended cycle=1");
    }

    @Test
    void shouldTakeTheLengthOfAnExtensionFromTheNotice() {
        market.disclosed(listing("L1").extensions(1).with("extensionDays", 8));
        at("2025-07-07 17:00").including("DisclosureExtended cycle=1, disclosureEnd=2025-07-17 17:00");
    }

    @Test
    void shouldNotAnnounceMoreExtensionsThanTheRulesAllow() {
        market.rules("maxExtensions", 3);
        at("2025-06-04 09:00").drafts(listing("L1").extensions(4)).submits().refused(RejectReason.NOT_ALLOWED);
        market.drafts(listing("L2").extensions(3)).submits().accepted();
    }

    @Test
    void shouldCountTheStartingDayWhereTheRulesSaySo() {
        market.rules("periodCounting", PeriodCounting.INCLUDE_START).disclosed(listing("L1"));
        market.then("NoticePublished disclosureEnd=2025-07-04 17:00");
    }

    @Test
    void shouldCloseTheQualificationAtOnceWhenEveryIntentIsDecided() {
        market.inAuction("B1", "B2")
                .then(
                        "TimerFired kind=DISCLOSURE_END",
                        "DisclosureEnded registrations=2",
                        "QualificationClosed admitted=2");
        at("2025-07-14 17:00").without("TimerFired");
    }
}
