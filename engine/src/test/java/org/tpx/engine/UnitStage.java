package org.tpx.engine;

import java.util.Arrays;
import java.util.List;
import org.tpx.protocol.Command;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Money;
import org.tpx.protocol.OrderKind;
import org.tpx.protocol.Ref;
import org.tpx.protocol.SelfTrade;
import org.tpx.protocol.SeriesTerms;
import org.tpx.protocol.Side;
import org.tpx.protocol.TieBreak;
import org.tpx.protocol.TimeInForce;
import org.tpx.protocol.UnitAllotment;
import org.tpx.protocol.UnitCommand;
import org.tpx.protocol.UnitCommand.EnterOrder;
import org.tpx.protocol.VenuePolicy;

/**
 * What is said of units: {@code opensSeries("U1", LICENSED_OR_FOREIGN).issues("S1", 500).sells("S1", 500, "CNY 103.00")}.
 * Sentences are about the series that was opened last, unless {@link #onSeries} names another.
 *
 * @param <S> the stage itself, so that sentences go on
 */
public abstract class UnitStage<S extends UnitStage<S>> extends Stage<S> {

    /** One unit a lot, one fen a tick, calls from 9:15 and 14:57, continuous from 9:30 to 14:57, resumption in five minutes. */
    public static final SeriesTerms TERMS = new SeriesTerms(
            "Units of a patent pool",
            Currency.CNY,
            1_000_000,
            1,
            Money.ofMinor(1, Currency.CNY),
            Money.NONE,
            0,
            TieBreak.XETRA,
            9 * 3_600,
            9 * 3_600 + 15 * 60,
            9 * 3_600 + 30 * 60,
            14 * 3_600 + 57 * 60,
            15 * 3_600,
            300,
            0,
            0);

    private String series = "";
    private int unitProposals;

    UnitStage() {}

    abstract S decided(Command proposal);

    abstract S approved(String approver, String authorityApproval);

    /** A series with the usual terms, but for these: the name of a term, its value, and so on. */
    public S opensSeries(String code, VenuePolicy policy, Object... namesAndValues) {
        decided(proposing(code, policy, namesAndValues));
        return onSeries(code);
    }

    /** The command that proposes so. */
    public UnitCommand.ProposeSeries proposing(String code, VenuePolicy policy, Object... namesAndValues) {
        return new UnitCommand.ProposeSeries(
                "OPEN-" + code + "-" + ++unitProposals,
                code,
                id(Ref.CALENDAR, Rulebook.CALENDAR),
                With.with(TERMS, namesAndValues),
                policy);
    }

    /** The sentences to come are about this series. */
    public S onSeries(String code) {
        series = code;
        return self();
    }

    /** The identity of the series that sentences are about. */
    public long seriesId() {
        return id(Ref.SERIES, series);
    }

    /** So many units each, entered into the register by two people. */
    public S issues(long units, String... parties) {
        return decided(issuing(units, parties));
    }

    /** The command that proposes so. */
    public UnitCommand.ProposeIssue issuing(long units, String... parties) {
        List<UnitAllotment> allotments = Arrays.stream(parties)
                .map(party -> new UnitAllotment(id(Ref.PARTY, party), units))
                .toList();
        return new UnitCommand.ProposeIssue("ISSUE-" + ++unitProposals, seriesId(), allotments);
    }

    /** An order for the day with a limit, by the party's own agent. */
    public EnterOrder order(Side side, String party, long units, String price) {
        return new EnterOrder(
                seriesId(),
                id(Ref.PARTY, party),
                side,
                OrderKind.LIMIT,
                TimeInForce.DAY,
                0,
                price.isEmpty() ? Money.NONE : Written.money(price),
                units,
                0,
                SelfTrade.ALLOW);
    }

    public S buys(String party, long units, String price, Object... namesAndValues) {
        return by("A-" + party, With.with(order(Side.BUY, party, units, price), namesAndValues));
    }

    public S sells(String party, long units, String price, Object... namesAndValues) {
        return by("A-" + party, With.with(order(Side.SELL, party, units, price), namesAndValues));
    }

    /** The party's agent cancels an order of its own. */
    public S cancels(String party, long number) {
        return by("A-" + party, new UnitCommand.CancelOrder(seriesId(), 0, number));
    }

    public S reduces(String party, long number, long units) {
        return by("A-" + party, new UnitCommand.ReduceOrder(seriesId(), 0, number, units));
    }

    public S replaces(String party, long number, long units, String price) {
        return by("A-" + party, new UnitCommand.ReplaceOrder(seriesId(), 0, number, Written.money(price), units));
    }

    /** All orders of a member, or of one of its clients, go out; codes may be empty. */
    public S cancelsAll(String sender, String member, String party) {
        return by(sender, new UnitCommand.CancelOrders(seriesId(), id(Ref.MEMBER, member), id(Ref.PARTY, party)));
    }

    public S declares(String party, int holders) {
        return by("CLERK-1", new UnitCommand.DeclareBeneficiaries(seriesId(), id(Ref.PARTY, party), holders));
    }

    public S haltsSeries() {
        return by("SUPERVISOR-1", new UnitCommand.HaltSeries(seriesId(), "a doubt"));
    }

    /** Proposes to resume, and another supervisor approves. */
    public S resumesSeries() {
        by("SUPERVISOR-1", new UnitCommand.ProposeSeriesResumption("RESUME-SERIES-" + ++unitProposals, seriesId()));
        return approved("SUPERVISOR-2", "");
    }
}
