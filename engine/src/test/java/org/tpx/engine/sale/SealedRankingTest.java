package org.tpx.engine.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tpx.protocol.PriceRule.FIRST_PRICE;
import static org.tpx.protocol.PriceRule.SECOND_PRICE;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tpx.engine.sale.SealedRanking.Quote;

/** Who is best and what it pays. */
class SealedRankingTest {

    @Test
    void shouldChargeTheWinnerItsOwnBidOrTheSecond() {
        SealedRanking ranking = ranking(700, 900, 800);
        assertThat(ranking.best().partyId()).isEqualTo(2);
        assertThat(ranking.isTied()).isFalse();
        assertThat(ranking.price(FIRST_PRICE, ranking.best(), 600)).isEqualTo(900);
        assertThat(ranking.price(SECOND_PRICE, ranking.best(), 600)).isEqualTo(800);
    }

    @Test
    void shouldChargeASingleBidderTheFloorAtTheSecondPrice() {
        SealedRanking ranking = ranking(900);
        assertThat(ranking.isTied()).isFalse();
        assertThat(ranking.next(ranking.best())).isNull();
        assertThat(ranking.price(FIRST_PRICE, ranking.best(), 600)).isEqualTo(900);
        assertThat(ranking.price(SECOND_PRICE, ranking.best(), 600)).isEqualTo(600);
    }

    @Test
    void shouldNameThoseWhoTieTheEarliestFirst() {
        SealedRanking ranking =
                new SealedRanking(List.of(new Quote(1, 1, 900, 7), new Quote(2, 2, 900, 3), new Quote(3, 3, 800, 1)));
        assertThat(ranking.isTied()).isTrue();
        assertThat(ranking.tied()).extracting(Quote::partyId).containsExactly(2L, 1L);
        assertThat(ranking.best().partyId()).isEqualTo(2);
        Quote later = ranking.tied().get(1);
        assertThat(ranking.next(later)).isEqualTo(ranking.best());
        assertThat(ranking.price(SECOND_PRICE, later, 600)).isEqualTo(900);
    }

    private static SealedRanking ranking(long... amounts) {
        List<Quote> quotes = new ArrayList<>();
        for (long amount : amounts) {
            int number = quotes.size() + 1;
            quotes.add(new Quote(number, number, amount, number));
        }
        return new SealedRanking(quotes);
    }
}
