package org.tpx.engine.demand;

import static org.tpx.engine.Draft.listing;

import java.util.ArrayList;
import java.util.List;
import org.tpx.engine.Market;
import org.tpx.engine.Scenario;
import org.tpx.engine.With;
import org.tpx.engine.Written;
import org.tpx.protocol.AwardShare;
import org.tpx.protocol.Commitment;
import org.tpx.protocol.DemandCommand.AcceptTermSheet;
import org.tpx.protocol.DemandCommand.AwardDemand;
import org.tpx.protocol.DemandCommand.CancelDemand;
import org.tpx.protocol.DemandCommand.FundDemand;
import org.tpx.protocol.DemandCommand.OpenSolution;
import org.tpx.protocol.DemandCommand.PublishDemand;
import org.tpx.protocol.DemandCommand.RegisterPledge;
import org.tpx.protocol.DemandCommand.ReleaseDemandShare;
import org.tpx.protocol.DemandCommand.SubmitDemand;
import org.tpx.protocol.DemandCommand.SubmitSolution;
import org.tpx.protocol.DemandKind;
import org.tpx.protocol.DemandTerms;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.ListingCommand.DraftListing;
import org.tpx.protocol.Money;
import org.tpx.protocol.Ref;

/**
 * A market in which SELLER, who owns R1, needs something: for an award of 1,000,000.00, on which its fee is 2,400.00. Demands are
 * named by their codes; answers are taken until 2025-06-20 17:00.
 */
public abstract class DemandScenario extends Scenario {

    static final String NONCE = "00112233445566778899aabbccddeeff";

    /** What a demand says without more. */
    static final DemandTerms TERMS = new DemandTerms(
            DemandKind.SOLUTION,
            Written.money("CNY 1,000,000.00"),
            0,
            Hash256.ZERO,
            Written.nanos("2025-06-20 17:00"),
            2,
            3,
            0,
            0,
            "BATTERY",
            "Solid electrolyte",
            "as published",
            "",
            "");

    /** The same for credit. */
    static final DemandTerms FINANCE =
            With.with(TERMS, "kind", DemandKind.FINANCE, "amount", Written.money("CNY 5,000,000.00"));

    SubmitDemand demand(String code, DemandTerms terms) {
        return demand(market, code, terms);
    }

    Market submits(String code, DemandTerms terms) {
        return by("A-SELLER", demand(code, terms));
    }

    Market funds(String payer, String code) {
        return by("A-" + payer, new FundDemand(id(code), market.id(Ref.PARTY, payer)));
    }

    Market publishes(String code) {
        return by("CLERK-1", new PublishDemand(id(code)));
    }

    Market cancels(String who, String code) {
        return by(who, new CancelDemand(id(code), "no longer needed"));
    }

    /** Submitted, paid in and published. */
    Market posted(String code, DemandTerms terms) {
        submits(code, terms).accepted();
        if (terms.kind() == DemandKind.SOLUTION && terms.guarantorId() == 0) {
            market.paysIn("SELLER", "CNY 1,002,400.00");
            funds("SELLER", code).accepted();
        }
        return publishes(code).accepted();
    }

    SubmitSolution answer(String party, String code) {
        return new SubmitSolution(id(code), market.id(Ref.PARTY, party), solved(party, code), "encrypted");
    }

    Market answers(String party, String code) {
        return by("A-" + party, answer(party, code));
    }

    Market lends(String party, String code, long minor, int ppm, int months) {
        Hash256 commitment = Commitment.of("nonce=" + NONCE + "|lender=" + party + "|demand=" + code + "|fen=" + minor
                + "|ppm=" + ppm + "|months=" + months);
        return by("A-" + party, With.with(answer(party, code), "commitment", commitment));
    }

    Market releases(String officer, String code) {
        return by(officer, new ReleaseDemandShare(id(code), "share"));
    }

    /** Two officers release their shares. */
    void unlocked(String code) {
        releases("CLERK-1", code).accepted();
        releases("SUPERVISOR-1", code).accepted();
    }

    OpenSolution opening(String party, String code) {
        return new OpenSolution(
                id(code), market.id(Ref.PARTY, party), Written.digest("solution of " + party), Money.NONE, 0, 0, NONCE);
    }

    Market opens(String party, String code) {
        return by("CLERK-1", opening(party, code));
    }

    OpenSolution openingLoan(String party, String code, long minor, int ppm, int months) {
        return With.with(
                opening(party, code),
                "solution",
                Hash256.ZERO,
                "amount",
                Money.ofMinor(minor, TERMS.amount().currency()),
                "ratePpm",
                ppm,
                "months",
                months);
    }

    /** These answered, and all of them are open on 2025-06-23; the poster chooses until 2025-06-26 17:00. */
    Market judged(String code, DemandTerms terms, String... solvers) {
        posted(code, terms);
        for (String solver : solvers) {
            answers(solver, code).accepted();
        }
        at("2025-06-23 10:00");
        unlocked(code);
        for (String solver : solvers) {
            opens(solver, code).accepted();
        }
        return market;
    }

    /** The poster gives the parties these parts. */
    Market awards(String code, String... partiesAndAmounts) {
        return by("A-SELLER", award(code, partiesAndAmounts));
    }

    AwardDemand award(String code, String... partiesAndAmounts) {
        List<AwardShare> shares = new ArrayList<>();
        for (int i = 0; i < partiesAndAmounts.length; i += 2) {
            shares.add(new AwardShare(
                    market.id(Ref.PARTY, partiesAndAmounts[i]), Written.money(partiesAndAmounts[i + 1])));
        }
        return new AwardDemand(id(code), Written.digest("reasons"), shares);
    }

    Market takesLoan(String code, String lender) {
        return by("A-SELLER", new AcceptTermSheet(id(code), market.id(Ref.PARTY, lender)));
    }

    Market pledges(String code, String reference) {
        return by("CLERK-1", new RegisterPledge(id(code), reference));
    }

    long id(String code) {
        return market.id(Ref.DEMAND, code);
    }

    static Hash256 solved(String party, String code) {
        return Commitment.of("nonce=" + NONCE + "|solver=" + party + "|demand=" + code + "|solution="
                + Written.digest("solution of " + party));
    }

    /** Demands in several states, for whoever wants a market at work on 2025-06-03 to 2025-07-08. */
    public static void atWork(Market market) {
        market.paysIn("SELLER", "CNY 9,000,000.00");
        long seller = market.id(Ref.PARTY, "SELLER");
        DemandTerms late = With.with(TERMS, "solutionEndNanos", Written.nanos("2025-07-31 17:00"));
        DemandTerms finance = With.with(FINANCE, "solutionEndNanos", Written.nanos("2025-07-31 17:00"));
        market.by("A-SELLER", demand(market, "D1", late));
        market.by("A-SELLER", new FundDemand(1, seller)).by("CLERK-1", new PublishDemand(1));
        market.by("A-SELLER", demand(market, "D2", late)).by("A-SELLER", demand(market, "D3", finance));
        market.by("CLERK-1", new PublishDemand(3)).accepted();
        for (String solver : List.of("B1", "B2")) {
            long party = market.id(Ref.PARTY, solver);
            market.by("A-" + solver, new SubmitSolution(1, party, solved(solver, "D1"), "encrypted"))
                    .accepted();
        }
    }

    private static SubmitDemand demand(Market market, String code, DemandTerms terms) {
        DraftListing ids = market.drafting(listing("any"));
        long rightId = terms.kind() == DemandKind.FINANCE ? ids.rightId() : 0;
        return new SubmitDemand(
                code, ids.transferorId(), rightId, ids.profileId(), ids.feeScheduleId(), ids.calendarId(), terms);
    }
}
