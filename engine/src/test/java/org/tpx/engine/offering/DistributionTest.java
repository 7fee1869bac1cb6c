package org.tpx.engine.offering;

import org.junit.jupiter.api.Test;
import org.tpx.engine.Market;
import org.tpx.engine.With;
import org.tpx.engine.Written;
import org.tpx.protocol.OfferingCommand.ProposeDistribution;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;

/** Payments on all units of a series: to whom, how much, and from which money. */
class DistributionTest extends OfferingScenario {

    @Test
    void shouldPayEveryHolderForItsUnits() {
        series();
        investors("CNY 1,000.00", "PAYER");
        market.parties("H1", "H2").issues(100, "H1").issues(33, "H2");
        distributes("COUPON", "CNY 3.01")
                .then(
                        "ProposalApproved",
                        "DistributionDeclared units=133, amount=CNY 400.33",
                        "DistributionPaid party=H1, units=100, amount=CNY 301.00",
                        "MoneyPosted reason=DISTRIBUTED",
                        "PaymentDue kind=DISTRIBUTION, party=H1, amount=CNY 301.00, due=2025-06-04 17:00",
                        "DistributionPaid party=H2, units=33, amount=CNY 99.33",
                        "MoneyPosted reason=DISTRIBUTED",
                        "PaymentDue kind=DISTRIBUTION, party=H2, amount=CNY 99.33");
        market.takesOut("PAYER", "CNY 599.68").refused(RejectReason.CREDIT);
        market.takesOut("PAYER", "CNY 599.67").accepted();
        market.sends(1, 2, 3).confirms(1).confirms(2).confirms(3).settlementAccountIsEmpty();
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstADistribution() {
        series();
        market.parties("PAYER", "H");
        ProposeDistribution bad = With.with(proposing("COUPON", "USD 3.00"), "payerId", 99L);
        by("CLERK-1", bad).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("OPERATOR-1", bad).refused(RejectReason.UNKNOWN_SUBJECT);
        bad = With.with(bad, "payerId", market.id(Ref.PARTY, "PAYER"));
        by("OPERATOR-1", bad).refused(RejectReason.NOT_ALLOWED);
        market.issues(10, "H");
        by("OPERATOR-1", bad).refused(RejectReason.CURRENCY);
        by("OPERATOR-1", With.with(bad, "perUnit", Written.money("CNY 3.00"))).refused(RejectReason.CREDIT);
        market.paysIn("PAYER", "CNY 30.00");
        by("OPERATOR-1", With.with(bad, "perUnit", Written.money("CNY 3.01"))).refused(RejectReason.CREDIT);
        by("OPERATOR-1", With.with(bad, "perUnit", Written.money("CNY 3.00"))).accepted();
        market.takesOut("PAYER", "CNY 0.01").approved("SUPERVISOR-1", "").refused(RejectReason.CREDIT);
    }

    private ProposeDistribution proposing(String proposal, String perUnit) {
        return new ProposeDistribution(
                proposal, market.seriesId(), market.id(Ref.PARTY, "PAYER"), Written.money(perUnit), "coupon");
    }

    private Market distributes(String proposal, String perUnit) {
        by("OPERATOR-1", proposing(proposal, perUnit)).accepted();
        at("2025-06-03 12:00");
        return market.approved("SUPERVISOR-1", "");
    }
}
