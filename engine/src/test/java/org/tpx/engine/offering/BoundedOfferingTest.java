package org.tpx.engine.offering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tpx.engine.Played;
import org.tpx.protocol.Event;
import org.tpx.protocol.OfferingEvent.ApplicationEntered;
import org.tpx.protocol.OfferingEvent.OfferingAllotted;
import org.tpx.protocol.OfferingEvent.PreemptionRecorded;
import org.tpx.protocol.OfferingEvent.SubscriptionReturned;
import org.tpx.protocol.OfferingEvent.UnitsAllotted;
import org.tpx.protocol.OfferingPricing;
import org.tpx.protocol.SystemCommand.Continue;
import org.tpx.protocol.UnitEvent.UnitsIssued;
import org.tpx.protocol.VenuePolicy;

/**
 * Thousands of holders and applicants: their rights, allotments and refunds go on from turn to turn, and add up. That no turn
 * exceeds the bound, TestHost checks; that a snapshot in the middle goes on with the same events, Scenario does.
 */
class BoundedOfferingTest extends OfferingScenario {

    private static final int APPLICANTS = 1_200;
    private static final int BATCH = 400;

    private final Random random = new Random(APPLICANTS);

    @Test
    void shouldAllotToThousandsOverSeveralTurns() {
        manyApplicants("exerciseDays", 1, "pricing", OfferingPricing.UNIFORM);
        int before = turns().size();
        at("2025-06-30 17:00");
        List<Event> events = events(before);
        assertThat(count(events, UnitsAllotted.class)).isEqualTo(APPLICANTS);
        OfferingAllotted allotted = only(events, OfferingAllotted.class);
        assertThat(sum(events, true)).isEqualTo(allotted.units()).isEqualTo(1_000);
        assertThat(sum(events, false)).isEqualTo(allotted.units());
        assertThat(allotted.paid().plus(allotted.refunded()).minor()).isEqualTo(paidIn());
    }

    @Test
    void shouldGiveBackToThousandsOverSeveralTurns() {
        manyApplicants();
        int before = turns().size();
        cancels("OPERATOR-1", "O-1");
        List<Event> events = events(before);
        assertThat(count(events, SubscriptionReturned.class)).isEqualTo(APPLICANTS);
        assertThat(turns().subList(before, turns().size())).anyMatch(turn -> turn.command() instanceof Continue);
    }

    @Test
    void shouldRecordTheRightsOfThousandsOfHolders() {
        parties();
        offers("O-1", "exerciseDays", 1, "units", 5_000L);
        int before = turns().size();
        at(OPENS);
        List<Event> events = events(before);
        assertThat(count(events, PreemptionRecorded.class)).isEqualTo(APPLICANTS);
        assertThat(events.stream()
                        .mapToLong(event -> event instanceof PreemptionRecorded right ? right.units() : 0)
                        .sum())
                .isEqualTo(5_000);
    }

    private void manyApplicants(Object... terms) {
        String[] parties = parties();
        offers("O-1", terms);
        at(OPENS);
        for (String party : parties) {
            String limit = terms.length == 0 ? "" : "CNY 1" + random.nextInt(4) + ".00";
            applies(party, "O-1", 1 + random.nextInt(100), limit).accepted();
        }
    }

    // All hold some units already, and have money for some more.
    private String[] parties() {
        market.opensSeries("U1", new VenuePolicy(false, false, 0, 0));
        String[] parties = new String[APPLICANTS];
        for (int i = 0; i < APPLICANTS; i++) {
            parties[i] = "P" + i;
            market.party(parties[i]).paysIn(parties[i], "CNY 2,000.00");
        }
        for (int i = 0; i < APPLICANTS; i += BATCH) {
            market.issues(1 + random.nextInt(9), Arrays.copyOfRange(parties, i, i + BATCH))
                    .accepted();
        }
        return parties;
    }

    private List<Played> turns() {
        return market.host().turns();
    }

    private List<Event> events(int from) {
        return turns().subList(from, turns().size()).stream()
                .flatMap(turn -> turn.events().stream())
                .toList();
    }

    private long paidIn() {
        return events(0).stream()
                .filter(ApplicationEntered.class::isInstance)
                .mapToLong(event -> ((ApplicationEntered) event).amount().minor())
                .sum();
    }

    private static long sum(List<Event> events, boolean allotted) {
        return events.stream()
                .mapToLong(event -> event instanceof UnitsAllotted one && allotted
                        ? one.units()
                        : event instanceof UnitsIssued issued && !allotted ? issued.units() : 0)
                .sum();
    }

    private static long count(List<Event> events, Class<?> type) {
        return events.stream().filter(type::isInstance).count();
    }

    private static <E> E only(List<Event> events, Class<E> type) {
        return type.cast(events.stream().filter(type::isInstance).findFirst().orElseThrow());
    }
}
