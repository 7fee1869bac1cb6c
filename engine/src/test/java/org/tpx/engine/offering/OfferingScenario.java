package org.tpx.engine.offering;

import static org.tpx.protocol.VenuePolicy.CN_PROPERTY_EXCHANGE;

import java.util.Arrays;
import org.tpx.engine.Market;
import org.tpx.engine.Scenario;
import org.tpx.engine.With;
import org.tpx.engine.Written;
import org.tpx.protocol.MarginRule;
import org.tpx.protocol.Money;
import org.tpx.protocol.OfferingCommand.ApplyForUnits;
import org.tpx.protocol.OfferingCommand.CancelOffering;
import org.tpx.protocol.OfferingCommand.ExercisePreemption;
import org.tpx.protocol.OfferingCommand.ProposeOffering;
import org.tpx.protocol.OfferingCommand.ProposePool;
import org.tpx.protocol.OfferingCommand.ProposeWindingUp;
import org.tpx.protocol.OfferingPricing;
import org.tpx.protocol.OfferingTerms;
import org.tpx.protocol.PooledRight;
import org.tpx.protocol.Ref;

/**
 * A market in which SELLER offers units of the series U1, mostly 1,000 at 10.00, from 2025-06-03 09:00 to 2025-06-10 17:00;
 * the holders' time then lasts until 2025-06-13 17:00. Offerings are named by their codes.
 */
public abstract class OfferingScenario extends Scenario {

    static final String OPENS = "2025-06-03 09:00";
    static final String CLOSES = "2025-06-10 17:00";
    static final String EXERCISE_END = "2025-06-13 17:00";

    /** What an offering says without more. */
    static final OfferingTerms TERMS = new OfferingTerms(
            OfferingPricing.FIXED,
            MarginRule.PRO_RATA,
            1_000,
            Written.money("CNY 10.00"),
            1,
            1,
            0,
            Written.nanos(OPENS),
            5,
            0);

    /** The series U1 of a property exchange. */
    Market series(Object... namesAndValues) {
        return market.opensSeries("U1", CN_PROPERTY_EXCHANGE, namesAndValues);
    }

    ProposeOffering proposing(String code, Object... namesAndValues) {
        return proposing(market, code, namesAndValues);
    }

    /** Proposed by the operator and approved by a supervisor. */
    Market offers(String code, Object... namesAndValues) {
        return by("OPERATOR-1", proposing(code, namesAndValues))
                .accepted()
                .approved("SUPERVISOR-1", "")
                .accepted();
    }

    /** Each is a party with so much money to buy units with. */
    Market investors(String amount, String... parties) {
        market.parties(parties);
        Arrays.stream(parties).forEach(party -> market.paysIn(party, amount).accepted());
        return market;
    }

    ApplyForUnits application(String offering, String party, long units, String limit) {
        return new ApplyForUnits(
                market.id(Ref.OFFERING, offering),
                market.id(Ref.PARTY, party),
                units,
                limit.isEmpty() ? Money.NONE : Written.money(limit));
    }

    /** The party's agent applies; the limit may be empty. */
    Market applies(String party, String offering, long units, String limit) {
        return by("A-" + party, application(offering, party, units, limit));
    }

    Market exercises(String party, String offering, long units) {
        return by("A-" + party, exercise(offering, party, units));
    }

    ExercisePreemption exercise(String offering, String party, long units) {
        return new ExercisePreemption(market.id(Ref.OFFERING, offering), market.id(Ref.PARTY, party), units);
    }

    Market cancels(String sender, String offering) {
        return by(sender, new CancelOffering(market.id(Ref.OFFERING, offering), "the issuer withdrew"));
    }

    ProposePool pooling(String proposal, String owner, String... rights) {
        return new ProposePool(
                proposal,
                market.id(Ref.SERIES, "U1"),
                market.id(Ref.PARTY, owner),
                Arrays.stream(rights)
                        .map(right -> new PooledRight(market.id(Ref.RIGHT, right)))
                        .toList());
    }

    ProposeWindingUp windingUp(String proposal) {
        return new ProposeWindingUp(proposal, market.id(Ref.SERIES, "U1"), "the last patent has expired");
    }

    /** An offering of the series that sentences are about, at work among other business: open, with two applicants. */
    public static void atWork(Market market, String opens, String... applicants) {
        market.by("OPERATOR-1", proposing(market, "OFFERING-1", "opensNanos", Written.nanos(opens), "exerciseDays", 3))
                .approved("SUPERVISOR-1", "")
                .accepted();
        market.at(opens);
        for (String party : applicants) {
            market.by(
                            "A-" + party,
                            new ApplyForUnits(
                                    market.id(Ref.OFFERING, "OFFERING-1"),
                                    market.id(Ref.PARTY, party),
                                    700,
                                    Money.NONE))
                    .accepted();
        }
    }

    static ProposeOffering proposing(Market market, String code, Object... namesAndValues) {
        return new ProposeOffering(
                "OFFER-" + code + "-" + market.host().turns().size(),
                code,
                market.seriesId(),
                market.id(Ref.PARTY, "SELLER"),
                market.id(Ref.PROFILE, "CN_SOE_ASSET"),
                With.with(TERMS, namesAndValues));
    }
}
