package org.tpx.engine.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tpx.protocol.Commitment;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.SealedEvent.SealedBidSubmitted;

/** The lot of example E3 (c), and its formula over again. */
class LotTest {

    @Test
    void shouldFallWhereTheExampleSays() {
        Hash256 digest = Lot.digest("E3-seed-20250722", "LST-2025-0003");
        assertThat(digest).hasToString("1d01aab39b3268c0a82df6a64c37609f5c940618971eb918fac3e357e7ec1734");
        assertThat(Lot.index(digest, 2)).isZero();
    }

    @Test
    void shouldMixInTheNoncesOfOpenedBids() {
        List<SealedBid> bids = List.of(bid(1, "aa"), bid(2, ""), bid(1_000, "bb"));
        assertThat(Lot.digest("seed", "LST-2025-0001", bids))
                .isEqualTo(Commitment.of("seed|LST-2025-0001|round=1|BC-001=aa|BC-1000=bb"));
    }

    @Test
    void shouldTakeTheDigestAsOneNumber() {
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            Hash256 digest = new Hash256(random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
            int count = 1 + random.nextInt(i % 2 == 0 ? 12 : Integer.MAX_VALUE - 1);
            BigInteger number = new BigInteger(digest.toString(), 16);
            assertThat(Lot.index(digest, count))
                    .as("%s modulo %s", digest, count)
                    .isEqualTo(number.mod(BigInteger.valueOf(count)).intValueExact());
        }
    }

    private static SealedBid bid(int number, String nonce) {
        SealedBid bid = new SealedBid(new SealedBidSubmitted(1, number, number, 1, 0, Hash256.ZERO, ""), number);
        if (!nonce.isEmpty()) {
            bid.open(1, nonce);
        }
        return bid;
    }
}
