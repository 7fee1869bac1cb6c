package org.tpx.engine.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tpx.engine.Market;
import org.tpx.engine.Played;
import org.tpx.engine.With;
import org.tpx.engine.Written;
import org.tpx.protocol.Event;
import org.tpx.protocol.OfferCommand.AdmitApplicant;
import org.tpx.protocol.OfferCommand.ProposePlate;
import org.tpx.protocol.OfferCommand.PublishOffer;
import org.tpx.protocol.OfferCommand.RegisterApplicant;
import org.tpx.protocol.OfferCommand.TakeUpOffer;
import org.tpx.protocol.OfferEvent.OfferTakenUp;
import org.tpx.protocol.OfferEvent.TakeUpLapsed;
import org.tpx.protocol.OfferTerms;
import org.tpx.protocol.PlateTerms;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.RightEvent.LicenceRecorded;
import org.tpx.protocol.SystemEvent.CommandRefused;

/**
 * Takers by the hundred, against a model that keeps nothing but who holds which place: nobody gets one that is taken, nobody is
 * refused one that is free, and whoever pays keeps it. A failure names its seed.
 */
class OfferWorkloadTest {

    private static final int SEEDS = 12;
    private static final int STEPS = 250;
    private static final int PARTIES = 8;
    private static final int ADMITTED = 6;
    private static final int PLATE_PLACES = 3;
    private static final long DAY_NANOS = 86_400_000_000_000L;

    /** Offer by offer: whether it is under the plate, and how many places it has, 0 for any number. */
    private static final boolean[] UNDER_PLATE = {true, true, false, false};

    private static final int[] PLACES = {2, 0, 3, 0};

    @Test
    void shouldServeWhoeverComesFirstAndNobodyElse() {
        for (int seed = 0; seed < SEEDS; seed++) {
            new Run(seed).play();
        }
    }

    /** A take-up that is not paid yet: the codes of listing and taker, and what is due. */
    private record TakeUp(String listing, String party, String due) {}

    private static final class Run {
        private final int seed;
        private final Random random;
        private final Market market = new Market();
        private final Map<Long, TakeUp> unpaid = new TreeMap<>();
        private final List<Map<Long, Long>> holders = new ArrayList<>();
        private int told;
        private int accepted;
        private int soldOut;
        private int lapsed;

        Run(int seed) {
            this.seed = seed;
            random = new Random(seed);
        }

        void play() {
            open();
            for (int step = 0; step < STEPS; step++) {
                switch (random.nextInt(12)) {
                    case 0 -> pay();
                    case 1, 2 -> pass();
                    default -> take();
                }
                hear();
            }
            assertThat(accepted).as("seed %d, take-ups", seed).isGreaterThan(10);
            assertThat(soldOut).as("seed %d, refused for want of a place", seed).isPositive();
            assertThat(lapsed).as("seed %d, places that came free", seed).isPositive();
            market.verify();
        }

        private void open() {
            for (int party = 1; party <= PARTIES; party++) {
                market.party("B" + party);
            }
            PlateTerms terms = new PlateTerms(Written.nanos("2027-01-01 00:00"), PLATE_PLACES, true, "plate", "firms");
            market.by("CLERK-1", new ProposePlate("OPEN", "P-1", market.id(Ref.PARTY, "SELLER"), terms))
                    .approved("SUPERVISOR-1", "");
            for (int party = 1; party <= ADMITTED; party++) {
                long id = market.id(Ref.PARTY, "B" + party);
                market.by("A-B" + party, new RegisterApplicant(1, id, Written.digest("x")));
                market.by("CLERK-1", new AdmitApplicant(1, id, "fits"));
            }
            for (int offer = 0; offer < PLACES.length; offer++) {
                OfferTerms offered = With.with(OfferScenario.ORDINARY, "places", PLACES[offer]);
                market.by(
                                "A-SELLER",
                                OfferScenario.offer(market, "O-" + offer, UNDER_PLATE[offer] ? "P-1" : "", offered))
                        .by("CLERK-1", new PublishOffer(offer + 1));
                holders.add(new TreeMap<>());
            }
            told = market.host().turns().size();
        }

        private void take() {
            int offer = random.nextInt(PLACES.length);
            int party = 1 + random.nextInt(PARTIES);
            long partyId = market.id(Ref.PARTY, "B" + party);
            RejectReason expected = expected(offer, party, partyId);
            int turn = market.host().turns().size();
            market.by("A-B" + party, new TakeUpOffer("T" + turn, offer + 1, partyId, Written.digest("notice")));
            Event first = market.host().turns().get(turn).events().get(0);
            RejectReason given = first instanceof CommandRefused refused ? refused.reason() : null;
            assertThat(given).as("seed %d, turn %d", seed, turn).isEqualTo(expected);
            soldOut += expected == RejectReason.SOLD_OUT ? 1 : 0;
        }

        private @Nullable RejectReason expected(int offer, int party, long partyId) {
            Map<Long, Long> own = holders.get(offer);
            if (own.containsKey(partyId)) {
                return RejectReason.ALREADY_TAKEN_UP;
            }
            if (UNDER_PLATE[offer] && party > ADMITTED) {
                return RejectReason.NOT_ADMITTED;
            }
            boolean full = PLACES[offer] > 0 && own.size() == PLACES[offer];
            return full || (UNDER_PLATE[offer] && isPlateFull(partyId)) ? RejectReason.SOLD_OUT : null;
        }

        private boolean isPlateFull(long partyId) {
            TreeSet<Long> parties = new TreeSet<>();
            for (int offer = 0; offer < PLACES.length; offer++) {
                if (UNDER_PLATE[offer]) {
                    parties.addAll(holders.get(offer).keySet());
                }
            }
            return !parties.contains(partyId) && parties.size() == PLATE_PLACES;
        }

        private void pay() {
            List<TakeUp> open = new ArrayList<>(unpaid.values());
            if (!open.isEmpty()) {
                TakeUp one = open.get(random.nextInt(open.size()));
                market.on(one.listing()).pays(one.party(), one.due());
            }
        }

        private void pass() {
            market.host().advance(market.host().nowNanos() + (long) (random.nextDouble() * 3 * DAY_NANOS));
        }

        private void hear() {
            List<Played> turns = market.host().turns();
            for (; told < turns.size(); told++) {
                for (Event event : turns.get(told).events()) {
                    hear(event);
                }
            }
        }

        private void hear(Event event) {
            if (event instanceof OfferTakenUp taken) {
                int offer = (int) taken.offerId() - 1;
                holders.get(offer).put(taken.partyId(), taken.listingId());
                assertThat(taken.taken())
                        .as("seed %d", seed)
                        .isEqualTo(holders.get(offer).size());
                String due = UNDER_PLATE[offer] ? "CNY 100,000.00" : "CNY 102,000.00";
                unpaid.put(taken.listingId(), new TakeUp("T" + told, party(taken.partyId()), due));
                accepted++;
            } else if (event instanceof LicenceRecorded licence) {
                assertThat(unpaid.remove(licence.listingId()))
                        .as("seed %d, paid", seed)
                        .isNotNull();
            } else if (event instanceof TakeUpLapsed lapse) {
                int offer = (int) lapse.offerId() - 1;
                assertThat(unpaid.remove(lapse.listingId()))
                        .as("seed %d, lapsed", seed)
                        .isNotNull();
                assertThat(holders.get(offer).remove(lapse.partyId())).isEqualTo(lapse.listingId());
                assertThat(lapse.taken())
                        .as("seed %d", seed)
                        .isEqualTo(holders.get(offer).size());
                lapsed++;
            }
        }

        private String party(long partyId) {
            for (int party = 1; party <= PARTIES; party++) {
                if (market.id(Ref.PARTY, "B" + party) == partyId) {
                    return "B" + party;
                }
            }
            throw new AssertionError("no party " + partyId);
        }
    }
}
