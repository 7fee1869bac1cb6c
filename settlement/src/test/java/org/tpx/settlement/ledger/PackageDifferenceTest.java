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
import org.tpx.protocol.LotPrice;
import org.tpx.protocol.Money;
import org.tpx.protocol.PackageEvent.PackageBidWon;
import org.tpx.protocol.ReleasePolicy;

/** Example E21: the books share a winning bid out themselves, and reckon the fees on the whole of it. */
class PackageDifferenceTest {

    @TempDir
    private Path directory;

    private final List<LedgerDifference> told = new ArrayList<>();

    @Test
    void shouldAgreeWithABidThatIsSharedOutInProportionToListingPrices() {
        assertThat(differences(event -> event)).isEmpty();
    }

    @Test
    void shouldSeeSharesInAnotherProportion() {
        assertThat(differences(event -> event instanceof PackageBidWon ? won("1100000.00", "1500000.00") : event))
                .startsWith(
                        "bid 3 of catalogue 1, share of listing 1",
                        "bid 3 of catalogue 1, share of listing 2",
                        "share of the bid behind DEAL-1");
        assertThat(told.get(0).expected()).isEqualTo("CNY 1040000.00");
    }

    @Test
    void shouldSeeSharesThatAreNotTheWholeBid() {
        assertThat(differences(event -> event instanceof PackageBidWon ? won("1040000.00", "1559999.99") : event))
                .startsWith("bid 3 of catalogue 1, share of listing 2", "bid 3 of catalogue 1, sum of the shares");
    }

    @Test
    void shouldSeeAMinimumThatIsTakenPerLot() {
        assertThat(differences(event -> isSellersFee(event, 1) ? sellersFee(1, "3600.00") : event))
                .containsExactly("seller's fee of DEAL-1");
        assertThat(told.get(0).expected()).isEqualTo("CNY 2496.00");
    }

    private static boolean isSellersFee(Event event, long dealId) {
        return event instanceof FeeAccrued fee && fee.dealId() == dealId && fee.side() == FeeSide.SELLER;
    }

    private List<String> differences(UnaryOperator<Event> mistake) {
        SettlementDatabase database = SettlementDatabase.open(directory.resolve("settlement.db"));
        try (SettlementProjection projection = new SettlementProjection(database, told::add)) {
            sold().with(mistake).play(projection);
        }
        return told.stream().map(LedgerDifference::what).toList();
    }

    private static Tape sold() {
        Tape tape = new Tape();
        tape.at("2025-06-03T08:02:00", Examples.feeSchedule());
        tape.at("2025-06-04T09:00:00", drafted(1, "1000000.00"), drafted(2, "1500000.00"));
        tape.at(
                "2025-06-06T10:00:00",
                new ApplicationAccepted(1, "LST-2025-0001", 1, 1),
                new ApplicationAccepted(2, "LST-2025-0002", 1, 1));
        tape.at(
                "2025-07-08T11:00:00",
                won("1040000.00", "1560000.00"),
                awarded(1, "1040000.00"),
                awarded(2, "1560000.00"));
        signed(tape, 1, "1040000.00", "1073280.00", "2496.00", "33280.00");
        signed(tape, 2, "1560000.00", "1609920.00", "3744.00", "49920.00");
        return tape;
    }

    private static void signed(Tape tape, long number, String price, String due, String sellersFee, String buyersFee) {
        tape.at(
                "2025-07-11T10:00:00",
                new IntentRegistered(number, Examples.B1, 2, false),
                new ContractSigned(
                        number, number, Examples.SELLER, Examples.B1, cny(price), FeeMode.BIDDING, Hash256.ZERO),
                new ContractEffective(number, number, cny(due), nanos("2025-07-18T17:00:00")),
                sellersFee(number, sellersFee),
                new FeeAccrued(number, number, Examples.B1, FeeSide.BUYER, cny(buyersFee)));
    }

    private static FeeAccrued sellersFee(long number, String amount) {
        return new FeeAccrued(number, number, Examples.SELLER, FeeSide.SELLER, cny(amount));
    }

    private static PackageBidWon won(String first, String second) {
        return new PackageBidWon(
                1,
                3,
                Examples.B1,
                cny("2600000.00"),
                List.of(new LotPrice(1, cny(first)), new LotPrice(2, cny(second))));
    }

    private static Awarded awarded(long number, String price) {
        return new Awarded(number, Examples.B1, cny(price), FeeMode.BIDDING, nanos("2025-07-15T17:00:00"));
    }

    private static ListingDrafted drafted(long number, String price) {
        ListingTerms terms = new ListingTerms(
                cny(price),
                Money.NONE,
                cny("0.00"),
                cny("10000.00"),
                AuctionMode.PACKAGE,
                20,
                0,
                0,
                0,
                0,
                false,
                ReleasePolicy.BY_PROFILE,
                0,
                ForfeitPolicy.BY_PROFILE,
                "");
        return new ListingDrafted(number, "L" + number, 1, 1, Examples.SELLER, 1, 1, 1, terms);
    }
}
