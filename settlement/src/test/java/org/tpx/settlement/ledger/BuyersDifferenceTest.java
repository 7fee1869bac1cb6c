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
import org.tpx.protocol.AgreedPart;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.BuyerShare;
import org.tpx.protocol.DayKind;
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
import org.tpx.protocol.ListingEvent.ListingDrafted;
import org.tpx.protocol.ListingTerms;
import org.tpx.protocol.Money;
import org.tpx.protocol.NegotiationEvent.TermsChanged;
import org.tpx.protocol.PreemptiveHolder;
import org.tpx.protocol.ReleasePolicy;
import org.tpx.protocol.RofrEvent.RofrAgreementFiled;
import org.tpx.protocol.RofrEvent.RofrAllotted;
import org.tpx.protocol.RofrEvent.RofrTermsSet;
import org.tpx.protocol.RofrKind;
import org.tpx.protocol.RofrMode;
import org.tpx.protocol.RofrTerms;
import org.tpx.protocol.SaleEvent.DealAnnulled;
import org.tpx.protocol.SharingManner;

/** Example E6 (c): holders of 40 and 20 % share 11.2 million; the books reckon each part of price and fee anew. */
class BuyersDifferenceTest {
    private static final Money PRICE = cny("11200000.00");

    @TempDir
    private Path directory;

    private final List<LedgerDifference> told = new ArrayList<>();

    @Test
    void shouldAgreeWithPartsOfPriceAndFeeInProportion() {
        assertThat(differencesOf(event -> event)).isEmpty();
    }

    @Test
    void shouldSeeAFenInTheWrongPart() {
        assertThat(differencesOf(event -> event instanceof RofrAllotted
                        ? allotted("7466666.66", "3733333.34", SharingManner.PRO_RATA)
                        : event))
                .containsExactly(
                        "part of party 2 in the price of listing 1", "part of party 3 in the price of listing 1");
    }

    @Test
    void shouldSeeAnAgreementThatSaysOtherwise() {
        assertThat(differencesOf(event -> event instanceof RofrAllotted
                        ? allotted("7466666.67", "3733333.33", SharingManner.AGREEMENT)
                        : event))
                .contains("part of party 2 in the price of listing 1", "part of party 3 in the price of listing 1");
        assertThat(told.get(0).expected()).isEqualTo("CNY 5600000.00");
    }

    @Test
    void shouldSeeAFeeThatIsNotThePartOfItsBuyer() {
        assertThat(differencesOf(event -> event instanceof FeeAccrued fee && fee.partyId() == Examples.B2
                        ? fee(Examples.B2, FeeSide.BUYER, "119466.66")
                        : event))
                .containsExactly("buyer's fee of DEAL-1");
    }

    @Test
    void shouldSeeAFeeOfSomebodyWhoBuysNothing() {
        assertThat(differencesOf(event -> event instanceof FeeAccrued fee && fee.partyId() == Examples.B2
                        ? fee(Examples.B3, FeeSide.BUYER, "119466.67")
                        : event))
                .contains("buyer's fee of DEAL-1, payer");
    }

    @Test
    void shouldSeeADealAnnulledThatIsAnnulledAlready() {
        Tape tape = shared();
        tape.at("2025-07-12T10:00:00", new DealAnnulled(1, 1));
        tape.at("2025-07-12T10:00:01", new DealAnnulled(1, 1));
        assertThat(differencesOf(tape, event -> event)).containsExactly("state at DealAnnulled of DEAL-1");
    }

    @Test
    void shouldAgreeWithSeveralWhoTakeWhatWasNegotiatedAtItsLastPrice() {
        Tape tape = negotiated();
        tape.at(
                "2025-07-09T10:00:00",
                terms(Examples.B1, PRICE),
                allotted("7466666.67", "3733333.33", SharingManner.PRO_RATA));
        sign(tape, "17920.00", "8960.00");
        assertThat(differencesOf(tape, event -> event)).isEmpty();
    }

    @Test
    void shouldSeeAPriceThatWasNotDividedAnew() {
        Tape tape = negotiated();
        tape.at("2025-07-09T10:00:00", terms(Examples.B1, PRICE));
        sign(tape, "17920.00", "8960.00");
        assertThat(differencesOf(tape, event -> event)).containsExactly("parts of the price behind DEAL-1");
    }

    @Test
    void shouldLetNobodyShareOnceTheTermsNamedSomebodyElse() {
        Tape tape = negotiated();
        tape.at("2025-07-09T10:00:00", terms(Examples.B3, PRICE));
        tape.at("2025-07-10T10:00:00", terms(Examples.B1, PRICE));
        sign(tape, "26880.00");
        assertThat(differencesOf(tape, event -> event)).isEmpty();
    }

    private List<String> differencesOf(UnaryOperator<Event> mistake) {
        return differencesOf(shared(), mistake);
    }

    private List<String> differencesOf(Tape tape, UnaryOperator<Event> mistake) {
        SettlementDatabase database = SettlementDatabase.open(directory.resolve("settlement.db"));
        try (SettlementProjection projection = new SettlementProjection(database, told::add)) {
            tape.with(mistake).play(projection);
        }
        return told.stream().map(LedgerDifference::what).toList();
    }

    /** The same holders took ten million that were negotiated with another. */
    private static Tape negotiated() {
        Tape tape = drafted();
        tape.at(
                "2025-07-08T15:23:00",
                new RofrAllotted(
                        1,
                        cny("10000000.00"),
                        SharingManner.PRO_RATA,
                        List.of(
                                new BuyerShare(Examples.B1, cny("6666666.67")),
                                new BuyerShare(Examples.B2, cny("3333333.33")))),
                terms(Examples.B1, cny("10000000.00")));
        return tape;
    }

    private static TermsChanged terms(long transferee, Money price) {
        return new TermsChanged(1, transferee, price, false, "all of it", "other terms");
    }

    private static void sign(Tape tape, String... fees) {
        tape.at(
                "2025-07-11T10:00:00",
                new ContractSigned(1, 1, Examples.SELLER, Examples.B1, PRICE, FeeMode.NEGOTIATED, Hash256.ZERO),
                new ContractEffective(1, 1, cny("11226880.00"), nanos("2025-07-18T17:00:00")),
                fee(Examples.SELLER, FeeSide.SELLER, "26880.00"));
        long[] payers = {Examples.B1, Examples.B2};
        for (int i = 0; i < fees.length; i++) {
            tape.at("2025-07-11T10:00:01", fee(payers[i], FeeSide.BUYER, fees[i]));
        }
    }

    private static Tape shared() {
        long due = nanos("2025-07-18T17:00:00");
        Tape tape = drafted();
        tape.at(
                "2025-07-08T15:23:00",
                allotted("7466666.67", "3733333.33", SharingManner.PRO_RATA),
                new Awarded(1, Examples.B1, PRICE, FeeMode.BIDDING, due));
        tape.at(
                "2025-07-11T10:00:00",
                new ContractSigned(1, 1, Examples.SELLER, Examples.B1, PRICE, FeeMode.BIDDING, Hash256.ZERO),
                new ContractEffective(1, 1, cny("11558400.00"), due),
                fee(Examples.SELLER, FeeSide.SELLER, "26880.00"),
                fee(Examples.B1, FeeSide.BUYER, "238933.33"),
                fee(Examples.B2, FeeSide.BUYER, "119466.67"));
        return tape;
    }

    private static Tape drafted() {
        Tape tape = new Tape();
        tape.at("2025-06-03T08:02:00", Examples.feeSchedule());
        tape.at(
                "2025-06-04T09:00:00",
                new ListingDrafted(1, "L1", 1, 1, Examples.SELLER, 1, 1, 1, listingTerms()),
                new RofrTermsSet(1, terms()),
                new RofrAgreementFiled(1, List.of(new AgreedPart(Examples.B1, 1), new AgreedPart(Examples.B2, 1))),
                new ApplicationAccepted(1, "LST-2025-0001", 1, 1));
        return tape;
    }

    private static FeeAccrued fee(long party, FeeSide side, String amount) {
        return new FeeAccrued(1, 1, party, side, cny(amount));
    }

    private static RofrAllotted allotted(String first, String second, SharingManner manner) {
        List<BuyerShare> shares =
                List.of(new BuyerShare(Examples.B1, cny(first)), new BuyerShare(Examples.B2, cny(second)));
        return new RofrAllotted(1, PRICE, manner, shares);
    }

    private static RofrTerms terms() {
        return new RofrTerms(
                RofrMode.MATCH_ONCE,
                300,
                30,
                DayKind.CALENDAR,
                false,
                List.of(
                        new PreemptiveHolder(Examples.B1, RofrKind.SHAREHOLDER, 1, 4_000),
                        new PreemptiveHolder(Examples.B2, RofrKind.SHAREHOLDER, 1, 2_000)));
    }

    private static ListingTerms listingTerms() {
        return new ListingTerms(
                cny("10000000.00"),
                Money.NONE,
                cny("3000000.00"),
                cny("100000.00"),
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
    }
}
