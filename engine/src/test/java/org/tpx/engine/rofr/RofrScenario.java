package org.tpx.engine.rofr;

import static org.tpx.engine.Draft.listing;

import java.util.Arrays;
import java.util.List;
import org.tpx.engine.Draft;
import org.tpx.engine.Market;
import org.tpx.engine.Scenario;
import org.tpx.engine.Written;
import org.tpx.protocol.AgreedPart;
import org.tpx.protocol.DayKind;
import org.tpx.protocol.PreemptiveHolder;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RofrCommand.DeclineRofr;
import org.tpx.protocol.RofrCommand.ExerciseRofr;
import org.tpx.protocol.RofrCommand.FileRofrAgreement;
import org.tpx.protocol.RofrCommand.ServeRofrNotice;
import org.tpx.protocol.RofrCommand.SetRofrTerms;
import org.tpx.protocol.RofrKind;
import org.tpx.protocol.RofrMode;
import org.tpx.protocol.RofrTerms;

/** Shareholders S1 (40 %), S2 (20 %) and S3 (20 %, behind the others) have a right of first refusal in L1, which B1 and B2 want. */
public abstract class RofrScenario extends Scenario {

    static final String DEPOSIT = "CNY 1,800,000.00";
    static final String START = "CNY 6,000,000.00";
    static final Draft DRAFT = listing("L1");

    /** The notice names these of them. */
    RofrTerms terms(RofrMode mode, String... holders) {
        List<PreemptiveHolder> named = Arrays.stream(holders)
                .map(code -> new PreemptiveHolder(
                        market.id(Ref.PARTY, code),
                        RofrKind.SHAREHOLDER,
                        code.equals("S3") ? 2 : 1,
                        code.equals("S1") ? 4_000 : 2_000))
                .toList();
        return new RofrTerms(mode, 300, 30, DayKind.CALENDAR, false, named);
    }

    Market sets(RofrTerms terms) {
        return by("A-SELLER", new SetRofrTerms(market.listingId(), terms));
    }

    /** L1 is a draft that names these holders. */
    Market drafted(RofrMode mode, String... holders) {
        market.parties("B1", "B2").parties(holders);
        return drafted(DRAFT, terms(mode, holders));
    }

    Market drafted(Draft draft, RofrTerms terms) {
        at("2025-06-04 09:00").drafts(draft);
        return sets(terms).accepted();
    }

    /** Its notice stands since 2025-06-09. */
    Market disclosed(RofrMode mode, String... holders) {
        drafted(mode, holders);
        return discloses();
    }

    Market discloses() {
        market.submits().accepts().accepted();
        return at("2025-06-09 09:00").publishes().accepted();
    }

    /** Bidding runs since 2025-07-08 10:00 with B1, B2 and those holders who are in the hall. */
    Market inBidding(RofrMode mode, String... holders) {
        disclosed(mode, holders);
        return admits(holders);
    }

    Market admits(String... holders) {
        at("2025-07-01 10:00").admitted(DEPOSIT, "B1", "B2").admitted(DEPOSIT, holders);
        at("2025-07-07 17:00").schedules("2025-07-08 10:00", "2025-07-08 11:00").accepted();
        return at("2025-07-08 10:00");
    }

    /** B2 leads at this price when the limited period ends at 11:05, and the holders are asked. */
    Market asked(RofrMode mode, String price, String... holders) {
        inBidding(mode, holders);
        return found(price);
    }

    Market found(String price) {
        at("2025-07-08 10:10").bids("B1", START).accepted();
        at("2025-07-08 10:20").bids("B2", price).accepted();
        return at("2025-07-08 11:05");
    }

    Market takes(String holder, String price) {
        return by("A-" + holder, exercise(holder, price));
    }

    ExerciseRofr exercise(String holder, String price) {
        return new ExerciseRofr(market.listingId(), market.id(Ref.PARTY, holder), Written.money(price));
    }

    Market declines(String holder) {
        return by("A-" + holder, new DeclineRofr(market.listingId(), market.id(Ref.PARTY, holder)));
    }

    Market serves(String holder) {
        return by(
                "CLERK-1",
                new ServeRofrNotice(market.listingId(), market.id(Ref.PARTY, holder), Written.digest("notice")));
    }

    AgreedPart part(String holder, int parts) {
        return new AgreedPart(market.id(Ref.PARTY, holder), parts);
    }

    Market agree(AgreedPart... parts) {
        return by("CLERK-1", new FileRofrAgreement(market.listingId(), Written.digest("agreement"), List.of(parts)));
    }
}
