package org.tpx.engine.unit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tpx.book.OrderRejection;
import org.tpx.engine.UnitStage;
import org.tpx.engine.With;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Money;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.TimeInForce;

/** The arithmetic of orders: lots, ticks, cover, fees, and the words of the book. */
class ReckoningTest {

    @Test
    void shouldKnowWholeLotsAndTicks() {
        Reckoning reckoning = reckoning(100, 5, 0, 0);
        assertThat(reckoning.lots(300)).isEqualTo(3);
        assertThat(reckoning.lots(0)).isEqualTo(Reckoning.NOT_WHOLE);
        assertThat(reckoning.lots(-100)).isEqualTo(Reckoning.NOT_WHOLE);
        assertThat(reckoning.lots(299)).isEqualTo(Reckoning.NOT_WHOLE);
        assertThat(reckoning.lotsFor(0)).isZero();
        assertThat(reckoning.lotsFor(101)).isEqualTo(2);
        assertThat(reckoning.ticks(15)).isEqualTo(3);
        assertThat(reckoning.ticks(0)).isEqualTo(Reckoning.NOT_WHOLE);
        assertThat(reckoning.ticks(-5)).isEqualTo(Reckoning.NOT_WHOLE);
        assertThat(reckoning.ticks(16)).isEqualTo(Reckoning.NOT_WHOLE);
        assertThat(reckoning.units(3)).isEqualTo(300);
        assertThat(reckoning.priceMinor(3)).isEqualTo(15);
        assertThat(reckoning.amountMinor(3, 7)).isEqualTo(300 * 35);
    }

    @Test
    void shouldRoundFeesHalfUp() {
        Reckoning reckoning = reckoning(1, 1, 1_000, 1_000_000);
        assertThat(reckoning.buyerFeeMinor(499)).isZero();
        assertThat(reckoning.buyerFeeMinor(500)).isEqualTo(1);
        assertThat(reckoning.buyerFeeMinor(1_499)).isEqualTo(1);
        assertThat(reckoning.sellerFeeMinor(Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void shouldCoverEachLotWithItsFeeRoundedUp() {
        assertThat(reckoning(1, 1, 0, 9).coverMinor(7, 100)).isEqualTo(700);
        assertThat(reckoning(1, 1, 1_000, 0).coverMinor(7, 1_000)).isEqualTo(7 * 1_001);
        assertThat(reckoning(1, 1, 1_000, 0).coverMinor(7, 1_001)).isEqualTo(7 * 1_003);
        assertThat(reckoning(10, 1, 1_000, 0).coverMinor(7, 100)).isEqualTo(7 * 1_001);
    }

    @Test
    void shouldCoverWhateverTradesAnOrderIsFilledIn() {
        Random random = new Random(7);
        for (int round = 0; round < 20_000; round++) {
            Reckoning reckoning = reckoning(1 + random.nextInt(20), 1, random.nextInt(20_000), 0);
            long limit = 1L + random.nextInt(300);
            long lots = 1L + random.nextInt(40);
            long cost = 0;
            for (long left = lots; left > 0; ) {
                long filled = 1L + random.nextInt((int) Math.min(left, 1 + random.nextInt(40)));
                long amount = reckoning.amountMinor(filled, 1L + random.nextInt((int) limit));
                cost += amount + reckoning.buyerFeeMinor(amount);
                left -= filled;
            }
            assertThat(cost).as("round %d", round).isLessThanOrEqualTo(reckoning.coverMinor(lots, limit));
        }
    }

    @Test
    void shouldSayOfWhatIsTooMuchForALongThatItIsBeyondAllMeans() {
        Random random = new Random(8);
        for (int round = 0; round < 50_000; round++) {
            int lotUnits = 1 + random.nextInt(1_000_000_000);
            long ppm = random.nextInt(1_000_001);
            long lots = 1 + (random.nextLong() >>> (25 + random.nextInt(38)));
            long ticks = 1 + (random.nextLong() >>> (17 + random.nextInt(46)));
            BigInteger lot = BigInteger.valueOf(lotUnits).multiply(BigInteger.valueOf(ticks));
            BigInteger fee = lot.multiply(BigInteger.valueOf(ppm))
                    .add(BigInteger.valueOf(999_999))
                    .divide(BigInteger.valueOf(1_000_000));
            BigInteger exact = lot.add(fee).multiply(BigInteger.valueOf(lots));
            long cover = reckoning(lotUnits, 1, (int) ppm, 0).coverMinor(lots, ticks);
            boolean huge = lot.compareTo(BigInteger.valueOf(Money.MAX_MINOR)) > 0 || exact.bitLength() > 63;
            assertThat(cover).as("round %d", round).isEqualTo(huge ? Reckoning.BEYOND_MEANS : exact.longValue());
        }
    }

    @Test
    void shouldNameOrdersByPersonAndNumber() {
        long order = OrderNames.of((1L << 20) - 1, (1L << 44) - 1);
        assertThat(OrderNames.enteredById(order)).isEqualTo((1L << 20) - 1);
        assertThat(OrderNames.number(order)).isEqualTo((1L << 44) - 1);
        assertThat(OrderNames.of(1L << 20, 1)).isEqualTo(OrderNames.NONE);
        assertThat(OrderNames.of(0, 1)).isEqualTo(OrderNames.NONE);
        assertThat(OrderNames.of(-1, 1)).isEqualTo(OrderNames.NONE);
        assertThat(OrderNames.of(1, 0)).isEqualTo(OrderNames.NONE);
        assertThat(OrderNames.of(1, 1L << 44)).isEqualTo(OrderNames.NONE);
    }

    @Test
    void shouldTellByTheTagWhatExpiresAtAClose() {
        long close = 1_750_000_000_000_000_000L;
        assertThat(expires(TimeInForce.DAY, 0, close)).isTrue();
        assertThat(expires(TimeInForce.GOOD_TILL_CANCELLED, 0, close)).isFalse();
        assertThat(expires(TimeInForce.GOOD_TILL_DATE, close, close)).isTrue();
        assertThat(expires(TimeInForce.GOOD_TILL_DATE, close - 1, close)).isTrue();
        assertThat(expires(TimeInForce.GOOD_TILL_DATE, close + 1, close)).isFalse();
        assertThat(expires(TimeInForce.GOOD_TILL_DATE, Long.MAX_VALUE, close)).isFalse();
        assertThat(OrderTags.of(77, TimeInForce.GOOD_TILL_CANCELLED, 0) & OrderTags.MEMBER_MASK)
                .isEqualTo(77);
    }

    @Test
    void shouldHaveAReasonForEveryRejectionOfTheBook() {
        for (OrderRejection rejection : OrderRejection.values()) {
            assertThat(OrderEntry.reason(rejection)).isNotNull();
        }
        assertThat(OrderEntry.reason(OrderRejection.BOOK_FULL)).isEqualTo(RejectReason.BOOK_FULL);
    }

    private static boolean expires(TimeInForce timeInForce, long expiresNanos, long closeNanos) {
        return (OrderTags.of(5, timeInForce, expiresNanos) & OrderTags.EXPIRY_MASK) <= OrderTags.expiringAt(closeNanos);
    }

    private static Reckoning reckoning(long lotUnits, long tickMinor, int buyerFeePpm, int sellerFeePpm) {
        return new Reckoning(With.with(
                UnitStage.TERMS,
                "lotUnits",
                lotUnits,
                "tick",
                Money.ofMinor(tickMinor, Currency.CNY),
                "buyerFeePpm",
                buyerFeePpm,
                "sellerFeePpm",
                sellerFeePpm));
    }
}
