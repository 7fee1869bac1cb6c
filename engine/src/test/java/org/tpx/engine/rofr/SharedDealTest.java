package org.tpx.engine.rofr;

import org.junit.jupiter.api.Test;
import org.tpx.protocol.RofrMode;

/** What follows where several holders share the price: one contract, and each pays its part. */
class SharedDealTest extends RofrScenario {

    private static final String PRICE = "CNY 6,600,000.00";

    @Test
    void shouldTakeFromEachItsPartOfPriceAndFee() {
        effective();
        market.then(
                "ContractEffective deal=DEAL-1, due=CNY 3,211,200.00",
                "DepositConverted party=S1, amount=CNY 1,800,000.00",
                "MoneyPosted reason=DEPOSIT_CONVERTED",
                "DepositConverted party=S2, amount=CNY 1,800,000.00",
                "MoneyPosted reason=DEPOSIT_CONVERTED",
                "FeeAccrued party=SELLER, side=SELLER, amount=CNY 15,840.00",
                "FeeAccrued party=S1, side=BUYER, amount=CNY 140,800.00",
                "FeeAccrued party=S2, side=BUYER, amount=CNY 70,400.00");
        at("2025-07-14 10:00").pays("S1", "CNY 2,740,800.01").including("PriceShort missing=CNY 470,400.00");
        market.including("PaymentDue kind=RETURN, party=S1, amount=CNY 0.01");
        at("2025-07-14 11:00").pays("S1", "CNY 1.00").including("MoneyPosted reason=UNEXPECTED_IN");
        at("2025-07-15 10:00").pays("S2", "CNY 470,400.00").including("PricePaid amount=CNY 6,811,200.00");
        market.certifies().including("CertificateIssued transferee=S1");
        market.registersTitle().including("TitleRegistered transferee=S1").including("TitleRegistered transferee=S2");
    }

    @Test
    void shouldFindTheDefaultOfTheOneWhoDoesNotPayAndLetTheOtherGo() {
        effective();
        at("2025-07-14 10:00").pays("S1", "CNY 2,740,800.00").accepted();
        at("2025-07-25 17:00")
                .including("DealDefaulted deal=DEAL-1")
                .including("Lost party=S1")
                .including("AwardDefaulted party=S2, trigger=NOT_PAID")
                .including("DefaultFound party=S2, trigger=NOT_PAID")
                .including("Unsold reason=AWARD_DEFAULTED");
        at("2025-08-01 17:00").including("ForfeitApplied party=S2, fees=CNY 75,680.00, compensation=CNY 1,724,320.00");
    }

    @Test
    void shouldFindAllInDefaultWhereNobodySigns() {
        shared();
        at("2025-07-15 17:00")
                .including("DefaultFound party=S1, trigger=NOT_SIGNED")
                .including("DefaultFound party=S2, trigger=NOT_SIGNED");
    }

    @Test
    void shouldGiveBackWhatExceedsAPart() {
        asked(RofrMode.MATCH_ONCE, PRICE, "S1", "S2");
        agree(part("S1", 10), part("S2", 1));
        takes("S1", PRICE);
        takes("S2", PRICE).including("RofrAllotted manner=AGREEMENT");
        at("2025-07-11 10:00").signs().becomesEffective();
        market.including("DepositConverted party=S2, amount=CNY 600,000.00")
                .including("PaymentDue kind=RETURN, party=S2, amount=CNY 1,200,000.00");
    }

    private void shared() {
        asked(RofrMode.MATCH_ONCE, PRICE, "S1", "S2");
        takes("S1", PRICE);
        takes("S2", PRICE).accepted();
    }

    private void effective() {
        shared();
        at("2025-07-11 10:00").signs().accepted();
        at("2025-07-11 10:01").becomesEffective().accepted();
    }
}
