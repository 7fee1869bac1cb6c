package org.tpx.gateway.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.Currency;
import org.tpx.protocol.DemandEvent.DemandSubmitted;
import org.tpx.protocol.DemandKind;
import org.tpx.protocol.DemandTerms;
import org.tpx.protocol.EvaluationEvent.EvaluationRevoked;
import org.tpx.protocol.EvaluationEvent.MaturityRecorded;
import org.tpx.protocol.EvaluationEvent.RightDescribed;
import org.tpx.protocol.ForfeitPolicy;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.ListingEvent.ListingDrafted;
import org.tpx.protocol.ListingEvent.NoticePublished;
import org.tpx.protocol.ListingEvent.Unsold;
import org.tpx.protocol.ListingTerms;
import org.tpx.protocol.Money;
import org.tpx.protocol.ReleasePolicy;
import org.tpx.protocol.RightEvent.RightRegistered;
import org.tpx.protocol.RightType;
import org.tpx.protocol.UnsoldReason;

/** What a demand finds, in Chinese and in English, by field, maturity and words. */
class MatcherTest {
    private static final Money PRICE = Money.ofMinor(100, Currency.CNY);

    private final Catalogue catalogue = new Catalogue();

    @BeforeEach
    void offer() {
        offered(1, "Solid electrolytes for lithium cells", "BATTERY", "固态电解质", "室温下导电", 6);
        offered(2, "固态电池用聚合物电解质", "BATTERY", "聚合物", "一种固态电解质", 5);
        offered(3, "Fermentation of starch", "BIOTECH", "淀粉", "Enzymes ferment starch", 7);
        offered(4, "Coating of electrodes", "BATTERY", "涂布", "A line", 2);
    }

    @Test
    void shouldFindChineseWords() {
        assertThat(found("FOOD", "", "淀粉", 0)).containsExactly("L3");
        assertThat(found("FOOD", "", "固态电解质", 0)).containsExactlyInAnyOrder("L1", "L2");
    }

    @Test
    void shouldFindEnglishWordsWhateverTheirEndingsAndSize() {
        assertThat(found("FOOD", "FERMENTED STARCHES", "", 0)).containsExactly("L3");
        assertThat(found("FOOD", "an electrolyte", "", 0)).containsExactly("L1");
    }

    @Test
    void shouldFindWhatIsOfTheSameFieldAndPreferWhatAlsoHasTheWords() {
        assertThat(found("BATTERY", "coating", "", 0)).first().isEqualTo("L4");
        assertThat(found("BATTERY", "coating", "", 0)).containsExactlyInAnyOrder("L1", "L2", "L4");
    }

    @Test
    void shouldLeaveOutWhatIsNotMatureEnough() {
        assertThat(found("BATTERY", "coating", "", 2)).contains("L4");
        assertThat(found("BATTERY", "coating", "", 3)).doesNotContain("L4");
        catalogue.onEvent(new MaturityRecorded(14, 4, 9, 8, 0, Hash256.ZERO));
        assertThat(found("BATTERY", "coating", "", 3)).contains("L4");
        catalogue.onEvent(new EvaluationRevoked(14, 4, "wrong"));
        assertThat(found("BATTERY", "coating", "", 3)).doesNotContain("L4");
    }

    @Test
    void shouldLeaveOutWhatIsNoLongerOnOffer() {
        catalogue.onEvent(new Unsold(3, UnsoldReason.NO_INTENT));
        assertThat(found("FOOD", "", "淀粉", 0)).isEmpty();
    }

    @Test
    void shouldKeepEqualMatchesInTheOrderOfTheListings() {
        offered(5, "Turbine", "ENERGY", "", "", 1);
        offered(6, "Turbine", "ENERGY", "", "", 1);
        assertThat(found("ENERGY", "turbines", "", 0)).containsExactly("L5", "L6");
    }

    @Test
    void shouldBearATextOfThousandsOfDifferentWords() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            text.append('w').append(i).append(' ');
        }
        assertThat(found("FOOD", "starch " + text, "", 0)).containsExactly("L3");
    }

    @Test
    void shouldKnowNoDemandThatWasNotHandedIn() {
        assertThat(new Matcher(catalogue).matches("D-9", 5)).isEmpty();
    }

    private List<String> found(String field, String title, String keywords, int level) {
        DemandTerms terms = new DemandTerms(
                DemandKind.SOLUTION, PRICE, 0, Hash256.ZERO, 1, 1, 1, 0, level, field, title, "", keywords, "");
        catalogue.onEvent(new DemandSubmitted(1, "D-1", 1, 1, 0, 1, 1, 1, terms));
        return new Matcher(catalogue)
                .matches("D-1", 10).orElseThrow().stream().map(Match::listing).toList();
    }

    private void offered(long id, String title, String field, String keywords, String summary, int level) {
        ListingTerms terms = new ListingTerms(
                PRICE,
                Money.NONE,
                PRICE,
                PRICE,
                AuctionMode.MULTI_ROUND_ASCENDING,
                0,
                0,
                0,
                0,
                0,
                false,
                ReleasePolicy.BY_PROFILE,
                0,
                ForfeitPolicy.BY_PROFILE,
                "");
        catalogue.onEvent(new RightRegistered(id, "R" + id, RightType.PATENT_INVENTION, "", title, List.of()));
        catalogue.onEvent(new RightDescribed(id, field, keywords, summary));
        catalogue.onEvent(new MaturityRecorded(id, id, 9, level, 0, Hash256.ZERO));
        catalogue.onEvent(new ListingDrafted(id, "L" + id, 1, id, 1, 1, 1, 1, terms));
        catalogue.onEvent(new NoticePublished(id, 1, PRICE, PRICE, 1));
    }
}
