package org.tpx.settlement.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tpx.settlement.ledger.Examples.cny;
import static org.tpx.settlement.ledger.Tape.nanos;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.DealEvent.ContractEffective;
import org.tpx.protocol.DealEvent.ContractSigned;
import org.tpx.protocol.DealEvent.FeeAccrued;
import org.tpx.protocol.Event;
import org.tpx.protocol.FeeMode;
import org.tpx.protocol.FeeSide;
import org.tpx.protocol.ForfeitPolicy;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.ListingEvent.ApplicationAccepted;
import org.tpx.protocol.ListingEvent.Awarded;
import org.tpx.protocol.ListingEvent.IntentRegistered;
import org.tpx.protocol.ListingEvent.ListingDrafted;
import org.tpx.protocol.ListingTerms;
import org.tpx.protocol.Money;
import org.tpx.protocol.OfferEvent.OfferSubmitted;
import org.tpx.protocol.OfferEvent.OfferTakenUp;
import org.tpx.protocol.OfferEvent.PlateOpened;
import org.tpx.protocol.OfferEvent.TakeUpLapsed;
import org.tpx.protocol.OfferKind;
import org.tpx.protocol.OfferTerms;
import org.tpx.protocol.PlateTerms;
import org.tpx.protocol.ReleasePolicy;

/** Take-ups of an offer of one place under a plate without fees: the books hold price, waiver and places against what was offered. */
class OfferDifferenceTest {
    private static final long PLATE = 1;
    private static final long OFFER = 1;
    private static final Money PRICE = cny("20000.00");
    private static final Money NOTHING = cny("0.00");

    @TempDir
    private Path directory;

    private final List<LedgerDifference> told = new ArrayList<>();

    @Test
    void shouldAgreeWithATakeUpThatKeepsToItsOffer() {
        assertThat(differencesOf(takeUp(1), event -> event)).isEmpty();
    }

    @Test
    void shouldSeeAnotherPriceThanTheMarkedOne() {
        assertThat(differencesOf(takeUp(1), event -> event instanceof OfferSubmitted ? offer(cny("19999.99")) : event))
                .containsExactly("marked price of the take-up by listing 1", "marked price behind DEAL-1");
        assertThat(told.get(1).expected()).isEqualTo("CNY 19999.99");
        assertThat(told.get(1).found()).isEqualTo("CNY 20000.00");
    }

    @Test
    void shouldSeeFeesThatThePlateDoesNotWaive() {
        assertThat(differencesOf(takeUp(1), event -> event instanceof PlateOpened ? plate(5, false) : event))
                .containsExactly(
                        "fees waived of the take-up by listing 1",
                        "price and buyer's fee less deposit of DEAL-1",
                        "seller's fee of DEAL-1",
                        "buyer's fee of DEAL-1");
        assertThat(told.get(2).expected()).isEqualTo("CNY 2000.00");
    }

    @Test
    void shouldSeeMorePlacesTakenThanOffered() {
        Tape two = takeUp(1);
        takeUp(two, 2, Examples.B2, 2);
        assertThat(differencesOf(two, event -> event)).containsExactly("places of the take-up by listing 2");
    }

    @Test
    void shouldSeeMorePlacesTakenThanThePlateHas() {
        Tape two = takeUp(1);
        takeUp(two, 2, Examples.B2, 2);
        assertThat(differencesOf(two, event -> event instanceof PlateOpened ? plate(1, true) : event))
                .containsExactly(
                        "places of the take-up by listing 2", "places of the plate of the take-up by listing 2");
    }

    @Test
    void shouldCountAPlaceThatCameFreeAsFree() {
        Tape two = takeUp(1);
        two.at("2025-06-23T17:00:00", new TakeUpLapsed(OFFER, 1, Examples.B1, 0));
        takeUp(two, 2, Examples.B2, 1);
        assertThat(differencesOf(two, event -> event)).isEmpty();
    }

    @Test
    void shouldSeeACountOfPlacesThatIsWrong() {
        assertThat(differencesOf(takeUp(3), event -> event))
                .containsExactly("places taken of the take-up by listing 1");
    }

    @Test
    void shouldSeeATakeUpOfAnOfferThatNobodyMade() {
        assertThat(differencesOf(takeUp(1).without(OfferSubmitted.class), event -> event))
                .startsWith("offer of the take-up by listing 1");
    }

    private List<String> differencesOf(Tape tape, UnaryOperator<Event> mistake) {
        SettlementDatabase database = SettlementDatabase.open(directory.resolve("settlement.db"));
        try (SettlementProjection projection = new SettlementProjection(database, told::add)) {
            tape.with(mistake).play(projection);
        }
        return told.stream().map(LedgerDifference::what).toList();
    }

    private static Tape takeUp(int taken) {
        Tape tape = new Tape();
        tape.at("2025-06-03T08:02:00", Examples.feeSchedule());
        tape.at("2025-06-04T09:30:00", plate(5, true));
        tape.at("2025-06-04T10:00:00", offer(PRICE));
        takeUp(tape, 1, Examples.B1, taken);
        return tape;
    }

    private static void takeUp(Tape tape, long number, long party, int taken) {
        long due = nanos("2025-06-30T17:00:00");
        tape.at(
                "2025-06-24T10:00:00",
                new ListingDrafted(number, "T" + number, 1, 1, Examples.SELLER, 1, 1, 1, listingTerms()),
                new ApplicationAccepted(number, "LST-2025-000" + number, 1, 1),
                new OfferTakenUp(OFFER, number, party, PLATE, PRICE, true, taken, Hash256.ZERO),
                new IntentRegistered(number, party, 2, false),
                new Awarded(number, party, PRICE, FeeMode.NEGOTIATED, due),
                new ContractSigned(number, number, Examples.SELLER, party, PRICE, FeeMode.NEGOTIATED, Hash256.ZERO),
                new ContractEffective(number, number, PRICE, due),
                new FeeAccrued(number, number, Examples.SELLER, FeeSide.SELLER, NOTHING),
                new FeeAccrued(number, number, party, FeeSide.BUYER, NOTHING));
    }

    private static PlateOpened plate(int places, boolean feeWaived) {
        PlateTerms terms = new PlateTerms(nanos("2025-07-01T17:00:00"), places, feeWaived, "plate", "anybody");
        return new PlateOpened(PLATE, "PLATE-1", Examples.SELLER, terms);
    }

    private static OfferSubmitted offer(Money price) {
        OfferTerms terms = new OfferTerms(
                OfferKind.ORDINARY_LICENCE, price, 0, 0, 1, 0, Hash256.ZERO, Hash256.ZERO, ReleasePolicy.BY_PROFILE);
        return new OfferSubmitted(OFFER, "O-1", 1, 1, Examples.SELLER, PLATE, 1, 1, 1, false, terms);
    }

    private static ListingTerms listingTerms() {
        return new ListingTerms(
                PRICE,
                Money.NONE,
                NOTHING,
                NOTHING,
                AuctionMode.MARKED_PRICE,
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
    }
}
