package org.tpx.engine.sale;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tpx.engine.Draft;
import org.tpx.engine.Market;
import org.tpx.engine.With;
import org.tpx.engine.Written;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.Commitment;
import org.tpx.protocol.Criterion;
import org.tpx.protocol.GovernanceCommand.ProposePrincipal;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.PriceFormula;
import org.tpx.protocol.Ref;
import org.tpx.protocol.Role;
import org.tpx.protocol.Score;
import org.tpx.protocol.SealedCommand.ReleaseShare;
import org.tpx.protocol.TenderCommand.AnswerCandidateObjection;
import org.tpx.protocol.TenderCommand.AppointCommitteeMember;
import org.tpx.protocol.TenderCommand.DismissCommitteeMember;
import org.tpx.protocol.TenderCommand.FileCandidateObjection;
import org.tpx.protocol.TenderCommand.OpenPrice;
import org.tpx.protocol.TenderCommand.RevealScores;
import org.tpx.protocol.TenderCommand.SealScores;
import org.tpx.protocol.TenderCommand.SetTenderTerms;
import org.tpx.protocol.TenderCommand.SubmitTender;

/**
 * A tender or weighted quotation of L1 with five experts: price 60, plan 25, capability 15. Hand-ins on 2025-07-08 from 10:00 to
 * 12:00, the committee scores on 07-09 at 09:00, prices are opened until two hours later.
 */
public final class TenderScene {

    static final List<String> EXPERTS = List.of("EX-1", "EX-2", "EX-3", "EX-4", "EX-5");
    static final String NUMBER = "LST-2025-0001";
    private static final String NONCE = "00112233445566778899aabbccddeeff";

    private final Market market;
    private final List<String> bidders = new ArrayList<>();
    private final Map<String, int[]> points = new LinkedHashMap<>();

    /** On this market, with experts whom two people enrolled. */
    public TenderScene(Market market) {
        this.market = market;
        EXPERTS.forEach(code -> expert(code, 0));
    }

    /** The terms of example E5. */
    public static SetTenderTerms terms(long listingId) {
        return new SetTenderTerms(
                listingId,
                60,
                PriceFormula.SHARE_OF_HIGHEST,
                5,
                3,
                3,
                3,
                3,
                7_200,
                7_200,
                List.of(new Criterion(25, "plan"), new Criterion(15, "capability")));
    }

    /** The same where two bidders do, which have a minute to hand in. */
    public static SetTenderTerms termsOfTwo(long listingId) {
        return With.with(terms(listingId), "leastBidders", 2, "submissionSeconds", 60);
    }

    /** The candidates of a listing with {@link #termsOfTwo} are published in the evening of 2025-07-07. */
    public void runs(String listing, String... codes) {
        bidders.addAll(List.of(codes));
        market.on(listing).schedules("2025-07-07 18:00", "").accepted();
        EXPERTS.forEach(expert -> appoints(expert).accepted());
        market.at("2025-07-07 18:00");
        bidders.forEach(bidder -> submits(bidder, "CNY 6,000,000.00", 50, 50).accepted());
        market.at("2025-07-07 18:01");
        scores().unlocks();
        bidders.forEach(bidder -> opens(bidder, "CNY 6,000,000.00").accepted());
    }

    Market expert(String code, long memberId) {
        return market.decided(new ProposePrincipal("ENROL-" + code, code, Role.EXPERT, memberId));
    }

    /** These bidders are admitted and the hours fixed; the terms are set with the draft. */
    TenderScene scheduled(Draft draft, String... codes) {
        bidders.addAll(List.of(codes));
        market.inAuction(draft, codes).schedules("2025-07-08 10:00", "").accepted();
        return this;
    }

    /** Those of example E5, in a tender at 4 million with waiting runners-up. */
    TenderScene scheduled() {
        Draft draft = Draft.listing("L1")
                .with("auctionMode", AuctionMode.TENDER)
                .price("CNY 4,000,000.00")
                .deposit("CNY 1,200,000.00")
                .runnerUpWaiting();
        market.draftsWith(TenderScene::terms);
        return scheduled(draft, "B1", "B2", "B3");
    }

    /** The committee is complete and bidders may hand in. */
    TenderScene open() {
        EXPERTS.forEach(expert -> appoints(expert).accepted());
        market.at("2025-07-08 10:00");
        return this;
    }

    /** All handed in as in example E5, and the committee may score. */
    TenderScene scoring() {
        open();
        submits("B1", "CNY 4,000,000.00", 80, 90).accepted();
        submits("B2", "CNY 4,600,000.00", 60, 70).accepted();
        submits("B3", "CNY 4,300,000.00", 92, 85).accepted();
        market.at("2025-07-09 09:00");
        return this;
    }

    /** All scores are revealed and prices may be opened until 11:00. */
    TenderScene opening() {
        return scoring().scores().unlocks();
    }

    /** The candidates B3, B1, B2 are published until the end of Monday 2025-07-14, since the third day is a Saturday. */
    TenderScene published() {
        opening();
        opens("B1", "CNY 4,000,000.00").accepted();
        opens("B2", "CNY 4,600,000.00").accepted();
        opens("B3", "CNY 4,300,000.00").accepted();
        return this;
    }

    TenderScene scores() {
        EXPERTS.forEach(expert -> seals(expert).accepted());
        EXPERTS.forEach(expert -> reveals(expert).accepted());
        return this;
    }

    /** Two officers let prices be opened. */
    TenderScene unlocks() {
        releases("CLERK-1").accepted();
        releases("SUPERVISOR-1").accepted();
        return this;
    }

    Market releases(String officer) {
        return market.by(officer, new ReleaseShare(market.listingId(), "share"));
    }

    Market appoints(String expert) {
        return market.by("CLERK-1", appointment(expert));
    }

    AppointCommitteeMember appointment(String expert) {
        return new AppointCommitteeMember(
                market.listingId(), market.id(Ref.PRINCIPAL, expert), Written.digest("no interest"));
    }

    Market dismisses(String expert) {
        return market.by(
                "CLERK-1", new DismissCommitteeMember(market.listingId(), market.id(Ref.PRINCIPAL, expert), "ill"));
    }

    /** Hands in; each seat will give these points. */
    Market submits(String party, String amount, int plan, int capability) {
        points.put(party, new int[] {plan, capability});
        return market.by("A-" + party, tender(party, amount));
    }

    SubmitTender tender(String party, String amount) {
        Hash256 commitment = Commitment.ofBid(
                NONCE, code(party), NUMBER, Written.money(amount).minor());
        return new SubmitTender(
                market.listingId(), market.id(Ref.PARTY, party), commitment, Written.digest("plan"), "secret");
    }

    Market seals(String expert) {
        return sealsAt(expert, EXPERTS.indexOf(expert) + 1);
    }

    Market sealsAt(String expert, int seat) {
        String scores = sheet().stream()
                .map(score -> score.bidderNumber() + "/" + score.criterion() + ":" + score.points())
                .collect(Collectors.joining(","));
        String text = "nonce=" + NONCE + "|seat=" + seat + "|listing=" + NUMBER + "|scores=" + scores;
        Hash256 commitment = Commitment.of(text);
        return market.by(expert, new SealScores(market.listingId(), commitment));
    }

    Market reveals(String expert) {
        return market.by(expert, revelation());
    }

    RevealScores revelation() {
        return new RevealScores(market.listingId(), NONCE, sheet());
    }

    /** What every seat gives. */
    List<Score> sheet() {
        List<Score> sheet = new ArrayList<>();
        for (String bidder : bidders) {
            int[] given = points.get(bidder);
            for (int i = 0; given != null && i < given.length; i++) {
                sheet.add(new Score(bidders.indexOf(bidder) + 1, i + 1, given[i]));
            }
        }
        return sheet;
    }

    Market opens(String party, String amount) {
        return market.by("CLERK-1", price(party, amount));
    }

    OpenPrice price(String party, String amount) {
        return new OpenPrice(market.listingId(), market.id(Ref.PARTY, party), Written.money(amount), NONCE);
    }

    Market objects() {
        return market.by("CLERK-1", objection());
    }

    FileCandidateObjection objection() {
        return new FileCandidateObjection(market.listingId(), Written.digest("somebody"), "a doubt");
    }

    Market answers(int objection, boolean upheld, String excluded) {
        return market.by("SUPERVISOR-1", reply(objection, upheld, excluded));
    }

    AnswerCandidateObjection reply(int objection, boolean upheld, String excluded) {
        return new AnswerCandidateObjection(
                market.listingId(), objection, upheld, market.id(Ref.PARTY, excluded), "so it is");
    }

    private String code(String party) {
        return "BC-00" + (bidders.indexOf(party) + 1);
    }
}
