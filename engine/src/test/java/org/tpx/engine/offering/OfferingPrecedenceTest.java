package org.tpx.engine.offering;

import static org.tpx.protocol.VenuePolicy.CN_PROPERTY_EXCHANGE;

import org.junit.jupiter.api.Test;
import org.tpx.engine.With;
import org.tpx.engine.Written;
import org.tpx.protocol.HaltScope;
import org.tpx.protocol.MemberCommand.ReinstateMember;
import org.tpx.protocol.Money;
import org.tpx.protocol.OfferingCommand.ApplyForUnits;
import org.tpx.protocol.OfferingCommand.CancelOffering;
import org.tpx.protocol.OfferingCommand.ExercisePreemption;
import org.tpx.protocol.OfferingCommand.ProposeOffering;
import org.tpx.protocol.OfferingPricing;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.Sanction;
import org.tpx.protocol.SystemCommand.SetAdmission;

/** Of several reasons against an offering, an application or an exercise the first in the order of {@link RejectReason} is given. */
class OfferingPrecedenceTest extends OfferingScenario {

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstAnApplication() {
        series("lotUnits", 10L, "tick", Written.money("CNY 0.50"));
        investors("CNY 1,000.00", "B1", "B2");
        offers("O-1", "pricing", OfferingPricing.UNIFORM, "leastUnits", 100L);
        market.halts(HaltScope.MARKET).sanctions("M-B1", Sanction.RESTRICT, 0).by("NODE", new SetAdmission(false));
        ApplyForUnits apply = new ApplyForUnits(99, market.id(Ref.PARTY, "B1"), 55, Written.money("USD 9.99"));
        by("NOBODY", apply).refused(RejectReason.NODE_FULL);
        by("NODE", new SetAdmission(true));
        by("NOBODY", apply).refused(RejectReason.UNKNOWN_PRINCIPAL);
        by("CLERK-1", apply).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("A-B2", apply).refused(RejectReason.NO_MANDATE);
        by("A-B1", apply).refused(RejectReason.RESTRICTED_MEMBER);
        by("SUPERVISOR-1", new ReinstateMember(market.id(Ref.MEMBER, "M-B1"), "sound again"));
        by("A-B1", apply).refused(RejectReason.UNKNOWN_SUBJECT);
        apply = With.with(apply, "offeringId", market.id(Ref.OFFERING, "O-1"));
        by("A-SELLER", With.with(apply, "partyId", market.id(Ref.PARTY, "SELLER")))
                .refused(RejectReason.NOT_ALLOWED);
        by("A-B1", apply).refused(RejectReason.HALTED);
        market.lifts(HaltScope.MARKET);
        by("A-B1", apply).refused(RejectReason.AUCTION_NOT_OPEN);
        at(OPENS);
        by("A-B1", apply).refused(RejectReason.CURRENCY);
        apply = With.with(apply, "price", Written.money("CNY 9.99"));
        by("A-B1", apply).refused(RejectReason.APPLICATION_SIZE);
        apply = With.with(apply, "units", 105L);
        by("A-B1", apply).refused(RejectReason.BAD_LOT);
        apply = With.with(apply, "units", 100L);
        by("A-B1", apply).refused(RejectReason.BAD_TICK);
        by("A-B1", With.with(apply, "price", Money.NONE)).refused(RejectReason.BAD_TICK);
        by("A-B1", With.with(apply, "price", Written.money("CNY 9.50"))).refused(RejectReason.BELOW_START);
        by("A-B1", With.with(apply, "price", Written.money("CNY 10.50"))).refused(RejectReason.CREDIT);
        apply = With.with(apply, "price", Written.money("CNY 10.00"));
        by("A-B1", apply).accepted();
        market.halts(HaltScope.MARKET);
        by("A-B1", apply).refused(RejectReason.ALREADY_REGISTERED);
        market.lifts(HaltScope.MARKET);
        at(CLOSES);
        by("A-B2", With.with(apply, "partyId", market.id(Ref.PARTY, "B2"), "price", Written.money("USD 1.00")))
                .refused(RejectReason.LATE);
    }

    @Test
    void shouldTakeOnlyTheFixedPrice() {
        series();
        investors("CNY 1,000.00", "B1");
        offers("O-1");
        at(OPENS);
        applies("B1", "O-1", 101, "CNY 10.01").refused(RejectReason.NOT_STANDING_PRICE);
        applies("B1", "O-1", 101, "CNY 10.00").refused(RejectReason.CREDIT);
        market.haltsSeries();
        applies("B1", "O-1", 100, "").refused(RejectReason.HALTED);
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstAnExercise() {
        series("lotUnits", 10L);
        investors("CNY 1,000.00", "H", "B1");
        market.issues(10, "H");
        offers("O-0", "units", 10L);
        offers("O-1", "exerciseDays", 3);
        ExercisePreemption exercise = exercise("O-1", "H", 1_001);
        by("CLERK-1", exercise).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("A-B1", exercise).refused(RejectReason.NO_MANDATE);
        by("A-H", With.with(exercise, "offeringId", 99L)).refused(RejectReason.UNKNOWN_SUBJECT);
        exercises("H", "O-0", 10).refused(RejectReason.NOT_ALLOWED);
        by("A-SELLER", With.with(exercise, "partyId", market.id(Ref.PARTY, "SELLER")))
                .refused(RejectReason.NOT_ALLOWED);
        market.halts(HaltScope.MARKET);
        by("A-H", exercise).refused(RejectReason.HALTED);
        market.lifts(HaltScope.MARKET);
        by("A-H", exercise).refused(RejectReason.AUCTION_NOT_OPEN);
        at(CLOSES);
        exercises("B1", "O-1", 1_001).refused(RejectReason.ROFR_ONLY_WINDOW);
        by("A-H", exercise).refused(RejectReason.APPLICATION_SIZE);
        by("A-H", With.with(exercise, "units", 101L)).refused(RejectReason.BAD_LOT);
        by("A-H", With.with(exercise, "units", 110L)).refused(RejectReason.CREDIT);
        by("A-H", With.with(exercise, "units", 100L)).accepted();
        at(EXERCISE_END);
        by("A-H", exercise).refused(RejectReason.LATE);
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstAnOffering() {
        market.opensSeries(
                "U1", CN_PROPERTY_EXCHANGE, "lotUnits", 10L, "totalUnits", 10_000L, "tick", Written.money("CNY 0.50"));
        offers("O-1");
        ProposeOffering bad = With.with(
                proposing(
                        "O-1",
                        "units",
                        100_005L,
                        "price",
                        Written.money("USD 9.99"),
                        "minimumUnits",
                        100_006L,
                        "opensNanos",
                        Written.nanos("2025-06-02 09:00"),
                        "subscriptionDays",
                        4),
                "seriesId",
                99L,
                "profileId",
                99L);
        by("NODE", new SetAdmission(false)).by("OPERATOR-1", bad).refused(RejectReason.NODE_FULL);
        by("NODE", new SetAdmission(true)).by("CLERK-1", bad).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("OPERATOR-1", bad).refused(RejectReason.UNKNOWN_SUBJECT);
        bad = With.with(bad, "seriesId", market.seriesId());
        by("OPERATOR-1", bad).refused(RejectReason.CODE_TAKEN);
        bad = With.with(bad, "offering", "O-2");
        by("OPERATOR-1", bad).refused(RejectReason.VARIETY_NOT_APPROVED);
        bad = With.with(bad, "profileId", market.id(Ref.PROFILE, "CN_SOE_ASSET"));
        by("OPERATOR-1", bad).refused(RejectReason.PERIOD_TOO_SHORT);
        bad = terms(bad, "subscriptionDays", 5);
        by("OPERATOR-1", bad).refused(RejectReason.NOT_ALLOWED);
        bad = terms(bad, "minimumUnits", 1L);
        by("OPERATOR-1", terms(bad, "leastUnits", 9L, "mostUnits", 8L)).refused(RejectReason.NOT_ALLOWED);
        by("OPERATOR-1", terms(bad, "exerciseDays", 3, "pricing", OfferingPricing.AS_BID))
                .refused(RejectReason.NOT_ALLOWED);
        by("OPERATOR-1", terms(bad, "opensNanos", Long.MAX_VALUE)).refused(RejectReason.NOT_ALLOWED);
        by("OPERATOR-1", bad).refused(RejectReason.LATE);
        bad = terms(bad, "opensNanos", Written.nanos(OPENS));
        by("OPERATOR-1", bad).refused(RejectReason.CURRENCY);
        bad = terms(bad, "price", Written.money("CNY 9.99"));
        by("OPERATOR-1", bad).refused(RejectReason.BAD_LOT);
        bad = terms(bad, "units", 9_010L);
        by("OPERATOR-1", bad).refused(RejectReason.BAD_TICK);
        bad = terms(bad, "price", Written.money("CNY 10.00"));
        by("OPERATOR-1", bad).refused(RejectReason.UNITS_EXHAUSTED);
        by("OPERATOR-1", terms(bad, "units", 9_000L)).accepted();
        market.approved("OPERATOR-1", "").refused(RejectReason.ROLE_NOT_ALLOWED);
        at(OPENS).approved("SUPERVISOR-1", "").refused(RejectReason.LATE);
    }

    @Test
    void shouldNameTheFirstOfTheReasonsAgainstACancellation() {
        CancelOffering cancel = new CancelOffering(1, "a mistake");
        by("CLERK-1", cancel).refused(RejectReason.ROLE_NOT_ALLOWED);
        by("OPERATOR-1", cancel).refused(RejectReason.UNKNOWN_SUBJECT);
        series();
        offers("O-1");
        cancels("SUPERVISOR-1", "O-1").accepted();
        cancels("OPERATOR-1", "O-1").refused(RejectReason.NOT_ALLOWED);
    }

    private static ProposeOffering terms(ProposeOffering command, Object... namesAndValues) {
        return With.with(command, "terms", With.with(command.terms(), namesAndValues));
    }
}
