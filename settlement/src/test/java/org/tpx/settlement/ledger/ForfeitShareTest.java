package org.tpx.settlement.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The waterfall of domain.md 5.4, in fen, with the figures of E11. */
class ForfeitShareTest {
    private static final long DEPOSIT = 180_000_000;
    private static final long FEES = 22_016_000;

    @Test
    void shouldGiveTheTransferorAllBeyondTheFeesInFull() {
        assertThat(ForfeitShare.full(DEPOSIT, FEES)).isEqualTo(new ForfeitShare(FEES, 157_984_000, 0));
    }

    @Test
    void shouldGiveTheTransferorNoMoreThanItsLossAndTheRestBack() {
        assertThat(ForfeitShare.actualLoss(DEPOSIT, FEES, 30_000_000))
                .isEqualTo(new ForfeitShare(FEES, 30_000_000, 127_984_000));
    }

    @Test
    void shouldGiveEverythingBackBeyondTheFeesWhenTheSecondSaleBroughtMore() {
        assertThat(ForfeitShare.actualLoss(DEPOSIT, FEES, -5)).isEqualTo(new ForfeitShare(FEES, 0, 157_984_000));
    }

    @Test
    void shouldCoverTheFeesFirstWhenTheDepositIsTooSmall() {
        assertThat(ForfeitShare.full(FEES - 1, FEES)).isEqualTo(new ForfeitShare(FEES - 1, 0, 0));
        assertThat(ForfeitShare.actualLoss(FEES + 7, FEES, 30_000_000)).isEqualTo(new ForfeitShare(FEES, 7, 0));
    }
}
