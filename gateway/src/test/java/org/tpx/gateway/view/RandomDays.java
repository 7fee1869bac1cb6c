package org.tpx.gateway.view;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.tpx.gateway.json.InstantText;
import org.tpx.protocol.OrderKind;
import org.tpx.protocol.SelfTrade;
import org.tpx.protocol.TieBreak;

/**
 * Random trading days in two series, as lines of commands for the exchange itself: orders through every session, cancels, mass
 * cancels, halts of a series and of the market. What the exchange refuses, it refuses. The same seed gives the same lines.
 */
final class RandomDays {
    static final List<String> SERIES = List.of("UNITS-1", "UNITS-2");

    private static final List<String> AGENTS = List.of("AGENT-1", "AGENT-2", "AGENT-3");
    private static final int PARTIES_PER_MEMBER = 3;
    private static final int ORDERS_PER_DAY = 900;
    private static final long SECOND_NANOS = 1_000_000_000L;
    private static final long DAY_NANOS = 86_400 * SECOND_NANOS;
    private static final long SET_UP_NANOS = InstantText.parse("2025-07-01T16:00:00+08:00", "at");
    private static final long FIRST_MIDNIGHT_NANOS = InstantText.parse("2025-07-02T00:00:00+08:00", "at");
    private static final int[] HOURS = {33_300, 33_600, 34_200, 53_820, 54_000};

    private final SplittableRandom random;
    private final List<String> lines = new ArrayList<>();
    private final List<Entered> entered = new ArrayList<>();
    private long atNanos = SET_UP_NANOS;
    private long clientId;
    private int proposals;
    private boolean seriesHalted;
    private boolean marketHalted;

    private RandomDays(long seed) {
        random = new SplittableRandom(seed);
    }

    /** An order that was sent; it may be refused, or gone by now. */
    private record Entered(String agent, String series, long number) {}

    /** The lines of three days. */
    static List<String> lines(long seed) {
        RandomDays days = new RandomDays(seed);
        days.enrol();
        SERIES.forEach(days::openSeries);
        for (int day = 0; day < 3; day++) {
            days.trade(FIRST_MIDNIGHT_NANOS + day * DAY_NANOS);
        }
        return days.lines;
    }

    private void enrol() {
        for (int i = 1; i <= AGENTS.size(); i++) {
            line("CLERK-1", "ApplyMembership", "'code':'M-" + i + "','membershipClass':'BROKER'");
            line("SUPERVISOR-1", "AdmitMember", "'member':'M-" + i + "'");
            String agent = "'code':'AGENT-" + i + "','role':'AGENT','member':'M-" + i + "'";
            decide("ProposePrincipal", agent, "");
            for (int j = 1; j <= PARTIES_PER_MEMBER; j++) {
                enrolParty("P-" + i + j, i);
            }
        }
    }

    private void enrolParty(String code, int member) {
        String account = digest(code + " account");
        line(
                "CLERK-1",
                "RegisterParty",
                "'code':'" + code + "','identity':'" + digest(code) + "','account':'" + account + "'");
        line(
                "CLERK-1",
                "GrantMandate",
                "'party':'" + code + "','member':'M-" + member + "','scope':'BOTH','from':'2025-06-01T00:00:00+08:00',"
                        + "'until':'2026-06-01T00:00:00+08:00','agreement':'" + digest(code + " mandate") + "'");
        line(
                "CLERK-2",
                "ReceiveMoney",
                "'bankReference':'BANK-" + code + "','purpose':'TRADING','party':'" + code
                        + "','amount':'CNY 2000000.00','account':'" + account + "'");
    }

    private void openSeries(String code) {
        String tieBreak = TieBreak.values()[random.nextInt(TieBreak.values().length)].name();
        String hours = "'preOpenSeconds':" + HOURS[0] + ",'openingCallSeconds':" + HOURS[1] + ",'continuousSeconds':"
                + HOURS[2] + ",'closingCallSeconds':" + HOURS[3] + ",'closeSeconds':" + HOURS[4];
        String reference = random.nextBoolean() ? ",'referencePrice':'CNY 50.00'" : "";
        decide(
                "ProposeSeries",
                "'series':'" + code + "','calendar':'CN-2025','name':'Units of " + code
                        + "','currency':'CNY','totalUnits':1000000,'lotUnits':10,'tick':'CNY 0.50'" + reference
                        + ",'bandBps':2000,'tieBreak':'" + tieBreak + "'," + hours
                        + ",'resumptionCallSeconds':300,'buyerFeePpm':1000,'sellerFeePpm':1000,'continuous':true,'call':true,"
                        + "'tPlusDays':0,'maxHolders':0",
                ",'authorityApproval':'EXAMPLE'");
        List<String> allotments = new ArrayList<>();
        for (int i = 1; i <= AGENTS.size(); i++) {
            for (int j = 1; j <= PARTIES_PER_MEMBER; j++) {
                allotments.add("{'party':'P-" + i + j + "','units':40000}");
            }
        }
        decide("ProposeIssue", "'series':'" + code + "','allotments':[" + String.join(",", allotments) + "]", "");
    }

    /** Most commands come in the calls and around the changes of session, where it is most likely to go wrong. */
    private void trade(long midnightNanos) {
        List<Long> seconds = new ArrayList<>();
        for (int i = 0; i < ORDERS_PER_DAY; i++) {
            int session = random.nextInt(5);
            int from = session == 4 ? HOURS[4] : HOURS[session];
            int to = session == 4 ? HOURS[4] + 60 : HOURS[session + 1];
            seconds.add((long) random.nextInt(from, to));
        }
        seconds.sort(null);
        for (long second : seconds) {
            atNanos = Math.max(atNanos + 1_000, midnightNanos + second * SECOND_NANOS);
            command();
        }
    }

    private void command() {
        String series = SERIES.get(random.nextInt(SERIES.size()));
        String agent = AGENTS.get(random.nextInt(AGENTS.size()));
        int dice = random.nextInt(1_000);
        if (dice < (seriesHalted ? 60 : 4)) {
            haltSeries();
        } else if (dice < (marketHalted ? 120 : 64) && dice >= 60) {
            haltMarket();
        } else if (dice < 128) {
            line(agent, "CancelOrders", "'series':'" + series + "'");
        } else if (dice < 250) {
            change("CancelOrder", "");
        } else if (dice < 320) {
            change("ReduceOrder", ",'units':" + 10 * (1 + random.nextInt(10)));
        } else if (dice < 450) {
            change("ReplaceOrder", ",'price':'" + price() + "','units':" + units());
        } else {
            enter(agent, series);
        }
    }

    private void enter(String agent, String series) {
        OrderKind kind = random.nextInt(3) > 0 ? OrderKind.LIMIT : OrderKind.values()[random.nextInt(5)];
        String party = agent.replace("AGENT", "P") + (1 + random.nextInt(PARTIES_PER_MEMBER));
        String limit = kind == OrderKind.MARKET_TO_LIMIT ? "" : ",'price':'" + price() + "'";
        line(
                agent,
                "EnterOrder",
                "'series':'" + series + "','party':'" + party + "','side':'" + (random.nextBoolean() ? "BUY" : "SELL")
                        + "','kind':'" + kind + "','timeInForce':'"
                        + (random.nextBoolean() ? "DAY" : "GOOD_TILL_CANCELLED")
                        + "'" + limit + ",'units':" + units() + ",'selfTrade':'"
                        + SelfTrade.values()[random.nextInt(4)] + "'");
        entered.add(new Entered(agent, series, clientId));
    }

    /** Now and then somebody tries another's order, which is refused. */
    private void change(String type, String rest) {
        if (entered.isEmpty()) {
            return;
        }
        int last = entered.size() - 1;
        Entered order = entered.get(Math.max(0, last - random.nextInt(50)));
        String agent = random.nextInt(20) == 0 ? AGENTS.get(random.nextInt(AGENTS.size())) : order.agent();
        line(agent, type, "'series':'" + order.series() + "','orderNumber':" + order.number() + rest);
    }

    private void haltSeries() {
        String series = SERIES.get(0);
        seriesHalted = !seriesHalted;
        if (seriesHalted) {
            line("SUPERVISOR-1", "HaltSeries", "'series':'" + series + "','reason':'P-11 is investigated'");
        } else {
            decide("ProposeSeriesResumption", "'series':'" + series + "'", "");
        }
    }

    private void haltMarket() {
        marketHalted = !marketHalted;
        if (marketHalted) {
            line("SUPERVISOR-1", "OrderHalt", "'scope':'MARKET','reason':'P-11 is investigated'");
        } else {
            decide("ProposeHaltLift", "'scope':'MARKET'", "");
        }
    }

    /** One proposes, another approves. */
    private void decide(String type, String fields, String approval) {
        String proposal = "PROPOSAL-" + ++proposals;
        boolean supervised = type.equals("ProposeSeriesResumption") || type.equals("ProposeHaltLift");
        line(supervised ? "SUPERVISOR-2" : "OPERATOR-1", type, "'proposal':'" + proposal + "'," + fields);
        line("SUPERVISOR-1", "ApproveProposal", "'proposal':'" + proposal + "'" + approval);
    }

    private String price() {
        int ticks = 100 + random.nextInt(-6, 7);
        return "CNY " + ticks / 2 + (ticks % 2 == 0 ? ".00" : ".50");
    }

    /** Mostly two sizes, so that a call often leaves nothing over and the reference price decides. */
    private int units() {
        return random.nextInt(4) == 0 ? 10 * (1 + random.nextInt(40)) : 100 * (1 + random.nextInt(2));
    }

    private void line(String principal, String type, String fields) {
        clientId++;
        lines.add(("{'at':'" + InstantText.OF_THE_EXCHANGE.format(atNanos) + "','principal':'" + principal
                        + "','clientId':" + clientId + ",'type':'" + type + "'," + fields + "}")
                .replace('\'', '"'));
    }

    private static String digest(String text) {
        return String.format("%064x", text.hashCode() & 0xffff_ffffL);
    }
}
