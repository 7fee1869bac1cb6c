package org.tpx.engine.charge;

import static org.tpx.engine.Draft.listing;

import org.junit.jupiter.api.Test;
import org.tpx.engine.Gives;
import org.tpx.engine.Scenario;
import org.tpx.engine.With;
import org.tpx.engine.Written;
import org.tpx.protocol.ChargeCommand.ProposeFeeWaiver;
import org.tpx.protocol.DealCommand.ReceiveMoney;
import org.tpx.protocol.FeeSide;
import org.tpx.protocol.FeeWaiverGround;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.MandateScope;
import org.tpx.protocol.MoneyPurpose;
import org.tpx.protocol.RejectReason;

/** The reasons that only charges give, in the order of the enum. */
public class ChargeRefusalTest extends Scenario {

    private final ChargeSamples charges = new ChargeSamples(market);

    @Test
    @Gives(RejectReason.WAIVER_NOT_OPEN)
    void shouldRefuseAWaiverOnAGroundThatTheScheduleDoesNotOpen() {
        market.awarded(listing("L1"));
        Hash256 proof = new Hash256(1, 2, 3, 4);
        by("CLERK-1", new ProposeFeeWaiver("WAIVE", market.listingId(), 0, 0, FeeWaiverGround.HARDSHIP, proof, 0, 0))
                .refused(RejectReason.WAIVER_NOT_OPEN);
    }

    @Test
    @Gives(RejectReason.NO_PAYEE)
    void shouldRefuseACommissionThatNobodyCouldReceive() {
        by("A-SELLER", charges.commission("SELLER", MandateScope.SELL, FeeSide.SELLER, 10_000, "CNY 0.00"))
                .refused(RejectReason.NO_PAYEE);
    }

    @Test
    @Gives(RejectReason.EXCHANGE_RATE)
    void shouldRefuseAConversionThatDoesNotFit() {
        market.awarded(listing("L1"));
        ReceiveMoney receipt = market.receipt(MoneyPurpose.PRICE, "B1", "CNY 700.00");
        by("CLERK-1", With.with(receipt, "original", Written.money("USD 100.00")))
                .refused(RejectReason.EXCHANGE_RATE);
    }

    @Test
    @Gives(RejectReason.ABOVE_PAID)
    void shouldRefuseToGiveBackMoreThanWasPaid() {
        market.certified(listing("L1")).confirms(2);
        by("CLERK-1", charges.feeRefund("B1", "CNY 193,600.01")).refused(RejectReason.ABOVE_PAID);
        by("CLERK-1", charges.feeRefund("B1", "CNY 193,600.00")).accepted();
    }
}
