package org.tpx.engine.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tpx.engine.Market;
import org.tpx.engine.Played;
import org.tpx.engine.sale.WinnerDeterminationTest.Bid;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Event;
import org.tpx.protocol.ListingEvent.Awarded;
import org.tpx.protocol.LotRef;
import org.tpx.protocol.Money;
import org.tpx.protocol.PackageCommand.SubmitPackageBid;
import org.tpx.protocol.PackageEvent.PackageBidSubmitted;
import org.tpx.protocol.Ref;

/** Whole package sales of random bids against a naive auctioneer: who gets which lot. A failure names its seed. */
class PackageWorkloadTest extends PackageScenario {

    private static final String[] PARTIES = {"B1", "B2", "B3"};
    private static final long[] PRICES_MINOR = {100_000_000, 150_000_000, 200_000_000};
    private static final int SEEDS = 12;

    @Test
    void shouldAwardEachLotAsANaiveAuctioneerDoes() {
        for (int seed = 0; seed < SEEDS; seed++) {
            Market sale = new PackageWorkloadTest().collecting(3);
            Map<List<Long>, Bid> standing = bid(sale, new Random(seed));
            sale.at("2025-07-08 11:00");
            List<Bid> bids = new ArrayList<>(standing.values());
            Map<Long, Long> owners = new TreeMap<>();
            for (int winner : ExhaustiveWinners.of(bids)) {
                Bid won = bids.get(winner);
                lots(won.lots()).forEach(lot -> owners.put(sale.id(Ref.LISTING, lot), won.bidder()));
            }
            assertThat(awards(sale)).as("seed " + seed + ", " + bids).isEqualTo(owners);
            sale.verify();
        }
    }

    // In the order in which they were handed in; a higher bid on the same lots comes last.
    private static Map<List<Long>, Bid> bid(Market sale, Random random) {
        Map<List<Long>, Bid> standing = new LinkedHashMap<>();
        for (int i = 0; i < 12; i++) {
            String party = PARTIES[random.nextInt(PARTIES.length)];
            int set = 1 + random.nextInt(7);
            long amount = floor(set) + 10_000_000L * random.nextInt(4);
            long partyId = sale.id(Ref.PARTY, party);
            sale.by("A-" + party, command(sale, partyId, set, amount));
            if (last(sale) instanceof PackageBidSubmitted) {
                List<Long> key = List.of(partyId, (long) set);
                standing.remove(key);
                standing.put(key, new Bid(partyId, set, amount));
            }
        }
        return standing;
    }

    private static SubmitPackageBid command(Market sale, long partyId, int set, long amount) {
        List<LotRef> refs = lots(set).stream()
                .map(lot -> new LotRef(sale.id(Ref.LISTING, lot)))
                .toList();
        return new SubmitPackageBid(sale.last(Ref.CATALOGUE), partyId, Money.ofMinor(amount, Currency.CNY), refs);
    }

    private static Event last(Market sale) {
        List<Played> turns = sale.host().turns();
        return turns.get(turns.size() - 1).events().get(0);
    }

    private static Map<Long, Long> awards(Market sale) {
        Map<Long, Long> awards = new HashMap<>();
        for (Played turn : sale.host().turns()) {
            for (Event event : turn.events()) {
                if (event instanceof Awarded awarded) {
                    awards.put(awarded.listingId(), awarded.transfereeId());
                }
            }
        }
        return awards;
    }

    private static List<String> lots(int set) {
        List<String> lots = new ArrayList<>();
        for (int i = 0; i < PRICES_MINOR.length; i++) {
            if ((set >> i & 1) == 1) {
                lots.add("L" + (i + 1));
            }
        }
        return lots;
    }

    private static long floor(int set) {
        long floor = 0;
        for (int i = 0; i < PRICES_MINOR.length; i++) {
            floor += (set >> i & 1) * PRICES_MINOR[i];
        }
        return floor;
    }
}
