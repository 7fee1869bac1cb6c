package org.tpx.engine.offer;

import static org.tpx.engine.Draft.listing;

import java.util.Arrays;
import java.util.List;
import org.tpx.engine.Market;
import org.tpx.engine.Scenario;
import org.tpx.engine.With;
import org.tpx.engine.Written;
import org.tpx.protocol.ConsentKind;
import org.tpx.protocol.EncumbranceKind;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.ListingCommand.DraftListing;
import org.tpx.protocol.OfferCommand.AdmitApplicant;
import org.tpx.protocol.OfferCommand.ProposePlate;
import org.tpx.protocol.OfferCommand.PublishOffer;
import org.tpx.protocol.OfferCommand.RefuseApplicant;
import org.tpx.protocol.OfferCommand.RefuseOffer;
import org.tpx.protocol.OfferCommand.RegisterApplicant;
import org.tpx.protocol.OfferCommand.SubmitOffer;
import org.tpx.protocol.OfferCommand.TakeUpOffer;
import org.tpx.protocol.OfferCommand.WithdrawOffer;
import org.tpx.protocol.OfferKind;
import org.tpx.protocol.OfferTerms;
import org.tpx.protocol.Owner;
import org.tpx.protocol.PlateTerms;
import org.tpx.protocol.Ref;
import org.tpx.protocol.ReleasePolicy;
import org.tpx.protocol.RightCommand.RecordBase;
import org.tpx.protocol.RightCommand.RecordConsent;
import org.tpx.protocol.RightCommand.RecordEncumbrance;
import org.tpx.protocol.RightCommand.RecordTitle;

/**
 * A market in which SELLER offers licences of R1, mostly at 100,000.00: the fee is the minimum of 2,000.00 a side then. Plates
 * and offers are named by their codes; the listing that stands for a take-up has the code of its taker's notice.
 */
public abstract class OfferScenario extends Scenario {

    static final String PRICE = "CNY 100,000.00";

    /** What an open licence says without more. */
    static final OfferTerms OPEN = new OfferTerms(
            OfferKind.OPEN_LICENCE,
            Written.money(PRICE),
            0,
            0,
            0,
            0,
            Written.digest("terms"),
            Hash256.ZERO,
            ReleasePolicy.BY_PROFILE);

    /** What another licence says without more. */
    static final OfferTerms ORDINARY = With.with(OPEN, "offerKind", OfferKind.ORDINARY_LICENCE);

    /** An offer of R1 by SELLER. */
    SubmitOffer offer(String code, OfferTerms terms) {
        return offer(market, code, "", terms);
    }

    /** The same under a plate. */
    SubmitOffer offer(String code, String plate, OfferTerms terms) {
        return offer(market, code, plate, terms);
    }

    Market submits(SubmitOffer offer) {
        return by("A-SELLER", offer);
    }

    Market publishes(String offer) {
        return by("CLERK-1", new PublishOffer(market.id(Ref.OFFER, offer)));
    }

    /** Submitted and published. */
    Market offers(String code, OfferTerms terms) {
        submits(offer(code, terms)).accepted();
        return publishes(code).accepted();
    }

    Market offers(String code, String plate, OfferTerms terms) {
        submits(offer(code, plate, terms)).accepted();
        return publishes(code).accepted();
    }

    Market refuses(String offer) {
        return by("CLERK-1", new RefuseOffer(market.id(Ref.OFFER, offer), "unclear terms"));
    }

    Market withdraws(String offer) {
        return by("A-SELLER", new WithdrawOffer(market.id(Ref.OFFER, offer), "licensed widely enough"));
    }

    /** The party takes the offer up; the listing has this code. */
    Market takes(String party, String offer, String listing) {
        return by("A-" + party, taking(party, offer, listing)).on(listing);
    }

    TakeUpOffer taking(String party, String offer, String listing) {
        return new TakeUpOffer(
                listing, market.id(Ref.OFFER, offer), market.id(Ref.PARTY, party), Written.digest("notice"));
    }

    ProposePlate plate(String code, int places, boolean feeWaived, String end) {
        return plate(market, code, places, feeWaived, end);
    }

    /** A plate of SELLER, proposed by a clerk and approved by a supervisor. */
    Market opensPlate(String code, int places, boolean feeWaived, String end) {
        return by("CLERK-1", plate(code, places, feeWaived, end)).approved("SUPERVISOR-1", "");
    }

    Market applies(String party, String plate) {
        return by("A-" + party, applying(party, plate));
    }

    RegisterApplicant applying(String party, String plate) {
        return new RegisterApplicant(
                market.id(Ref.PLATE, plate), market.id(Ref.PARTY, party), Written.digest("statement"));
    }

    Market admits(String who, String party, String plate) {
        return by(who, new AdmitApplicant(market.id(Ref.PLATE, plate), market.id(Ref.PARTY, party), "fits"));
    }

    Market turnsDown(String who, String party, String plate) {
        return by(who, new RefuseApplicant(market.id(Ref.PLATE, plate), market.id(Ref.PARTY, party), "no research"));
    }

    /** Applied and admitted by a clerk. */
    void admitted(String plate, String... parties) {
        for (String party : parties) {
            applies(party, plate).accepted();
            admits("CLERK-1", party, plate).accepted();
        }
    }

    Market encumbers(EncumbranceKind kind, String holder, String reference) {
        return by(
                "CLERK-1",
                new RecordEncumbrance(market.id(Ref.RIGHT, "R1"), kind, market.id(Ref.PARTY, holder), reference));
    }

    Market consents(String party, ConsentKind kind) {
        return by(
                "CLERK-1",
                new RecordConsent(
                        market.id(Ref.RIGHT, "R1"), market.id(Ref.PARTY, party), kind, Written.digest("consent")));
    }

    Market owners(String... parties) {
        List<Owner> shares = Arrays.stream(parties)
                .map(party -> new Owner(market.id(Ref.PARTY, party), 10_000 / parties.length))
                .toList();
        return by("CLERK-1", new RecordTitle(market.id(Ref.RIGHT, "R1"), "deed", Hash256.ZERO, shares))
                .accepted();
    }

    Market rests(String licence, String base) {
        return by("CLERK-1", new RecordBase(market.id(Ref.RIGHT, licence), market.id(Ref.RIGHT, base)));
    }

    /** A market at work with a plate of two places, an offer under it, an open licence, and a take-up of each. */
    public static void atWork(Market market) {
        market.by("CLERK-1", plate(market, "PLATE-1", 2, true, "2026-01-01 00:00"))
                .approved("SUPERVISOR-1", "");
        for (String party : new String[] {"B1", "B2"}) {
            market.by("A-" + party, new RegisterApplicant(1, market.id(Ref.PARTY, party), Written.digest("x")));
        }
        market.by("CLERK-1", new AdmitApplicant(1, market.id(Ref.PARTY, "B1"), "fits"));
        market.by("A-SELLER", offer(market, "O-1", "PLATE-1", ORDINARY)).by("CLERK-1", new PublishOffer(1));
        market.by("A-SELLER", offer(market, "O-2", "", OPEN)).by("CLERK-1", new PublishOffer(2));
        market.by("A-SELLER", offer(market, "O-3", "PLATE-1", ORDINARY));
        market.by("A-B1", new TakeUpOffer("T1", 1, market.id(Ref.PARTY, "B1"), Written.digest("x")));
        market.by("A-B2", new TakeUpOffer("T2", 2, market.id(Ref.PARTY, "B2"), Written.digest("x")));
    }

    static SubmitOffer offer(Market market, String code, String plate, OfferTerms terms) {
        DraftListing ids = market.drafting(listing("X"));
        return new SubmitOffer(
                code,
                ids.rightId(),
                ids.transferorId(),
                market.id(Ref.PLATE, plate),
                ids.profileId(),
                ids.feeScheduleId(),
                ids.calendarId(),
                terms);
    }

    private static ProposePlate plate(Market market, String code, int places, boolean feeWaived, String end) {
        PlateTerms terms = new PlateTerms(Written.nanos(end), places, feeWaived, "A plate", "firms with research");
        return new ProposePlate("OPEN-" + code, code, market.id(Ref.PARTY, "SELLER"), terms);
    }
}
