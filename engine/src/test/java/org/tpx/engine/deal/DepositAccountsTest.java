package org.tpx.engine.deal;

import static org.tpx.engine.Draft.listing;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tpx.engine.Market;
import org.tpx.engine.Scenario;
import org.tpx.engine.With;
import org.tpx.engine.Written;
import org.tpx.protocol.DealCommand.ReceiveMoney;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.MoneyPurpose;

/** One account that pays deposits for two bidders of a listing is told (alert A01), kept or not. */
class DepositAccountsTest extends Scenario {

    private static final String DEPOSIT = "CNY 1,800,000.00";

    @BeforeEach
    void twoBidders() {
        market.parties("B1", "B2").disclosed(listing("L1"));
        market.at("2025-06-30 09:00")
                .intends("B1")
                .qualifies("B1")
                .intends("B2")
                .qualifies("B2");
    }

    @Test
    void shouldTellOnceThatOneAccountPaidForTwo() {
        market.deposits("B1", DEPOSIT).without("DepositAccountShared");
        at("2025-06-30 10:00");
        pays("B2", Written.digest("B1"))
                .including("DepositAccountShared listing=L1, party=B2, otherParty=B1")
                .including("MoneyPosted reason=UNEXPECTED_IN");
        at("2025-06-30 11:00");
        pays("B2", Written.digest("B1")).without("DepositAccountShared");
    }

    @Test
    void shouldTellNothingOfAccountsThatNobodyKnows() {
        pays("B1", Hash256.ZERO).accepted();
        pays("B2", Hash256.ZERO).accepted().without("DepositAccountShared");
    }

    private Market pays(String party, Hash256 account) {
        ReceiveMoney receipt = market.receipt(MoneyPurpose.DEPOSIT, party, DEPOSIT);
        return by("CLERK-1", With.with(receipt, "account", account));
    }
}
