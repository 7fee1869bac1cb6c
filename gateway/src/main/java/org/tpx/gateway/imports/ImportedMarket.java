package org.tpx.gateway.imports;

import static org.tpx.gateway.imports.MarketCodes.AGENT;
import static org.tpx.gateway.imports.MarketCodes.APPROVER;
import static org.tpx.gateway.imports.MarketCodes.BUYERS;
import static org.tpx.gateway.imports.MarketCodes.CALENDAR;
import static org.tpx.gateway.imports.MarketCodes.CLERK;
import static org.tpx.gateway.imports.MarketCodes.ENROL_AGENT;
import static org.tpx.gateway.imports.MarketCodes.ISSUE_UNITS;
import static org.tpx.gateway.imports.MarketCodes.LOAD_CALENDAR;
import static org.tpx.gateway.imports.MarketCodes.MEMBER;
import static org.tpx.gateway.imports.MarketCodes.OPEN_SERIES;
import static org.tpx.gateway.imports.MarketCodes.PROPOSER;
import static org.tpx.gateway.imports.MarketCodes.SELLERS;
import static org.tpx.gateway.imports.MarketCodes.SERIES;

import java.util.List;
import org.tpx.gateway.json.CommandLine;
import org.tpx.gateway.json.InstantText;
import org.tpx.gateway.json.MessageWriter;
import org.tpx.protocol.Command;
import org.tpx.protocol.DealCommand.ReceiveMoney;
import org.tpx.protocol.GovernanceCommand.ApproveProposal;
import org.tpx.protocol.GovernanceCommand.ProposeCalendar;
import org.tpx.protocol.GovernanceCommand.ProposePrincipal;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.MandateScope;
import org.tpx.protocol.MemberCommand.AdmitMember;
import org.tpx.protocol.MemberCommand.ApplyMembership;
import org.tpx.protocol.MemberCommand.GrantMandate;
import org.tpx.protocol.MemberCommand.RegisterParty;
import org.tpx.protocol.MembershipClass;
import org.tpx.protocol.Money;
import org.tpx.protocol.MoneyPurpose;
import org.tpx.protocol.Ref;
import org.tpx.protocol.Role;
import org.tpx.protocol.SeriesTerms;
import org.tpx.protocol.TieBreak;
import org.tpx.protocol.UnitAllotment;
import org.tpx.protocol.UnitCommand.ProposeIssue;
import org.tpx.protocol.UnitCommand.ProposeSeries;
import org.tpx.protocol.VenuePolicy;
import org.tpx.protocol.WorkingDay;

/**
 * Writes what makes a market for the orders of a file: one member with one agent; IMPORT-A, who stands in for everybody who buys, and
 * IMPORT-B, who stands in for everybody who sells; a calendar of the file's days; a series that trades continuously around the
 * clock; and as much money and as many units as the orders could need. Single-threaded.
 */
final class ImportedMarket {
    /** The most money that is paid in, in as many payments of the largest size. */
    static final long MAX_PAYMENTS = 100;

    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final int DAY_SECONDS = 86_400;
    private static final long YEAR_NANOS = 365 * DAY_NANOS;
    private static final int RESUMPTION_CALL_SECONDS = 300;
    private static final String APPROVAL = "IMPORT";

    // Nobody signed an agency agreement; these are the first digits of the square root of two, not of any document.
    private static final Hash256 NO_AGREEMENT =
            Hash256.ofHex("1414213562373095048801688724209698078569671875376948073176679737");

    private final MessageWriter lines;
    private final MarketCodes codes;
    private final Money tick;
    private final Totals totals;
    private long clientId;

    ImportedMarket(MessageWriter lines, MarketCodes codes, Money tick, Totals totals) {
        this.lines = lines;
        this.codes = codes;
        this.tick = tick;
        this.totals = totals;
    }

    /** Noon of the day before the first order. */
    static long openingNanos(Totals totals) {
        return totals.dayStartsNanos().get(0) - DAY_NANOS / 2;
    }

    /** Writes all of it. */
    void write() {
        writeMember();
        writeParty(BUYERS, MandateScope.BUY);
        writeParty(SELLERS, MandateScope.SELL);
        writeCalendar();
        writeSeries();
        writeUnits();
        writeMoney();
    }

    private void writeMember() {
        write(CLERK, new ApplyMembership(code(Ref.MEMBER, MEMBER), MembershipClass.BROKER));
        write(APPROVER, new AdmitMember(MEMBER));
        write(PROPOSER, new ProposePrincipal(proposal(ENROL_AGENT), code(Ref.PRINCIPAL, AGENT), Role.AGENT, MEMBER));
        write(APPROVER, new ApproveProposal(ENROL_AGENT, ""));
    }

    private void writeParty(long partyId, MandateScope scope) {
        long fromNanos = openingNanos(totals);
        long untilNanos = totals.lastNanos() + YEAR_NANOS;
        write(CLERK, new RegisterParty(code(Ref.PARTY, partyId), Hash256.ZERO, Hash256.ZERO));
        write(CLERK, new GrantMandate(partyId, MEMBER, scope, fromNanos, untilNanos, NO_AGREEMENT));
    }

    private void writeCalendar() {
        List<WorkingDay> days = totals.dayStartsNanos().stream()
                .map(start -> new WorkingDay(start, start + DAY_NANOS))
                .toList();
        write(
                PROPOSER,
                new ProposeCalendar(
                        proposal(LOAD_CALENDAR),
                        code(Ref.CALENDAR, CALENDAR),
                        1,
                        false,
                        InstantText.OF_THE_EXCHANGE.offsetSeconds(),
                        days));
        write(APPROVER, new ApproveProposal(LOAD_CALENDAR, APPROVAL));
    }

    private void writeSeries() {
        write(
                PROPOSER,
                new ProposeSeries(
                        proposal(OPEN_SERIES),
                        code(Ref.SERIES, SERIES),
                        CALENDAR,
                        terms(),
                        VenuePolicy.LICENSED_OR_FOREIGN));
        write(APPROVER, new ApproveProposal(OPEN_SERIES, APPROVAL));
    }

    /** Continuous from midnight to midnight: the file says when there is something to do. */
    private SeriesTerms terms() {
        return new SeriesTerms(
                code(Ref.SERIES, SERIES) + ", imported: IMPORT-A stands in for all who buy, IMPORT-B for all who sell",
                tick.currency(),
                Math.max(1, units()),
                1,
                tick,
                Money.NONE,
                0,
                TieBreak.XETRA,
                0,
                0,
                0,
                DAY_SECONDS,
                DAY_SECONDS,
                RESUMPTION_CALL_SECONDS,
                0,
                0);
    }

    private void writeUnits() {
        if (units() > 0) {
            List<UnitAllotment> allotments = List.of(new UnitAllotment(SELLERS, units()));
            write(PROPOSER, new ProposeIssue(proposal(ISSUE_UNITS), SERIES, allotments));
            write(APPROVER, new ApproveProposal(ISSUE_UNITS, APPROVAL));
        }
    }

    private long units() {
        return Math.min(Scale.MAX_UNITS, totals.sellUnits());
    }

    private void writeMoney() {
        long left = totals.buyMinor();
        for (int payment = 1; payment <= MAX_PAYMENTS && left > 0; payment++) {
            Money amount = Money.ofMinor(Math.min(left, Money.MAX_MINOR), tick.currency());
            left -= amount.minor();
            write(CLERK, new ReceiveMoney("IMPORT-" + payment, MoneyPurpose.TRADING, 0, BUYERS, amount, Hash256.ZERO));
        }
    }

    private void write(long principalId, Command command) {
        lines.write(new CommandLine(openingNanos(totals), principalId, ++clientId, command));
    }

    private String proposal(long id) {
        return code(Ref.PROPOSAL, id);
    }

    private String code(Ref ref, long id) {
        return codes.code(ref, id);
    }
}
