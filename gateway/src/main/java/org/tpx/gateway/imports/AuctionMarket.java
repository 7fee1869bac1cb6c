package org.tpx.gateway.imports;

import static org.tpx.gateway.imports.AuctionCodes.AGENT;
import static org.tpx.gateway.imports.AuctionCodes.APPROVER;
import static org.tpx.gateway.imports.AuctionCodes.CALENDAR;
import static org.tpx.gateway.imports.AuctionCodes.CLERK;
import static org.tpx.gateway.imports.AuctionCodes.ENROL_AGENT;
import static org.tpx.gateway.imports.AuctionCodes.FEES;
import static org.tpx.gateway.imports.AuctionCodes.LOAD_CALENDAR;
import static org.tpx.gateway.imports.AuctionCodes.LOAD_FEES;
import static org.tpx.gateway.imports.AuctionCodes.LOAD_PROFILE;
import static org.tpx.gateway.imports.AuctionCodes.MEMBER;
import static org.tpx.gateway.imports.AuctionCodes.PROFILE;
import static org.tpx.gateway.imports.AuctionCodes.PROPOSER;
import static org.tpx.gateway.imports.AuctionCodes.SELLER;

import java.util.List;
import java.util.stream.LongStream;
import org.tpx.gateway.json.InstantText;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.Command;
import org.tpx.protocol.Currency;
import org.tpx.protocol.DealCommand.ReceiveMoney;
import org.tpx.protocol.FeeTier;
import org.tpx.protocol.ForfeitPolicy;
import org.tpx.protocol.GovernanceCommand.ApproveProposal;
import org.tpx.protocol.GovernanceCommand.ProposeCalendar;
import org.tpx.protocol.GovernanceCommand.ProposeFeeSchedule;
import org.tpx.protocol.GovernanceCommand.ProposePrincipal;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.IncrementStep;
import org.tpx.protocol.ListingCommand.AcceptApplication;
import org.tpx.protocol.ListingCommand.DraftListing;
import org.tpx.protocol.ListingCommand.PublishNotice;
import org.tpx.protocol.ListingCommand.Qualify;
import org.tpx.protocol.ListingCommand.RegisterIntent;
import org.tpx.protocol.ListingCommand.SubmitApplication;
import org.tpx.protocol.ListingTerms;
import org.tpx.protocol.MandateScope;
import org.tpx.protocol.MemberCommand.AdmitMember;
import org.tpx.protocol.MemberCommand.ApplyMembership;
import org.tpx.protocol.MemberCommand.GrantMandate;
import org.tpx.protocol.MemberCommand.RegisterParty;
import org.tpx.protocol.MembershipClass;
import org.tpx.protocol.Money;
import org.tpx.protocol.MoneyPurpose;
import org.tpx.protocol.Owner;
import org.tpx.protocol.Ref;
import org.tpx.protocol.ReleasePolicy;
import org.tpx.protocol.RightCommand.RegisterRight;
import org.tpx.protocol.RightType;
import org.tpx.protocol.Role;
import org.tpx.protocol.SaleCommand.SetAscendingTerms;
import org.tpx.protocol.WorkingDay;

/**
 * Writes what makes a market for the auctions of a file: one member with one agent, who acts for everybody; the seller of all; every
 * bidder; a calendar without holidays, rules and a fee schedule without fees; and for every auction a right and a listing with its
 * table of increments, to which all its bidders are admitted for the smallest deposit there is. Single-threaded.
 */
final class AuctionMarket {
    static final long DAY_NANOS = 86_400_000_000_000L;

    // After the last auction, the days in which awards and refunds fall due.
    private static final int DAYS_AFTER = 30;
    private static final String APPROVAL = "IMPORT";

    // Nobody signed these papers; these are the first digits of the square root of two, not of any document.
    private static final Hash256 NO_PAPER =
            Hash256.ofHex("1414213562373095048801688724209698078569671875376948073176679737");

    private final AuctionLines lines;
    private final AuctionCodes codes;
    private final Currency currency;
    private final List<IncrementStep> increments;
    private final AuctionTimes times;
    private long payments;

    AuctionMarket(
            AuctionLines lines,
            AuctionCodes codes,
            Currency currency,
            List<IncrementStep> increments,
            AuctionTimes times) {
        this.lines = lines;
        this.codes = codes;
        this.currency = currency;
        this.increments = increments;
        this.times = times;
    }

    /** Writes all of it. */
    void write(List<FileAuction> auctions) {
        writeMember();
        writeRules();
        writeParty(SELLER, MandateScope.SELL);
        codes.parties().forEach(party -> writeParty(party, MandateScope.BUY));
        for (int i = 0; i < auctions.size(); i++) {
            writeListing(i + 1L, auctions.get(i));
        }
    }

    private void writeMember() {
        write(CLERK, new ApplyMembership(code(Ref.MEMBER, MEMBER), MembershipClass.BROKER));
        write(APPROVER, new AdmitMember(MEMBER));
        write(PROPOSER, new ProposePrincipal(proposal(ENROL_AGENT), code(Ref.PRINCIPAL, AGENT), Role.AGENT, MEMBER));
        write(APPROVER, new ApproveProposal(ENROL_AGENT, ""));
    }

    private void writeRules() {
        write(
                PROPOSER,
                new ProposeCalendar(
                        proposal(LOAD_CALENDAR),
                        code(Ref.CALENDAR, CALENDAR),
                        1,
                        false,
                        InstantText.OF_THE_EXCHANGE.offsetSeconds(),
                        workingDays()));
        write(APPROVER, new ApproveProposal(LOAD_CALENDAR, APPROVAL));
        write(PROPOSER, ImportedRules.proposal(proposal(LOAD_PROFILE), code(Ref.PROFILE, PROFILE), currency));
        write(APPROVER, new ApproveProposal(LOAD_PROFILE, APPROVAL));
        Money none = Money.zero(currency);
        List<FeeTier> tiers = List.of(new FeeTier(Money.NONE, 0, 0, 0));
        write(
                PROPOSER,
                new ProposeFeeSchedule(proposal(LOAD_FEES), code(Ref.FEE_SCHEDULE, FEES), 1, none, none, tiers));
        write(APPROVER, new ApproveProposal(LOAD_FEES, APPROVAL));
    }

    private List<WorkingDay> workingDays() {
        return LongStream.rangeClosed(0, times.days() + DAYS_AFTER)
                .mapToObj(day -> times.firstDayNanos() + day * DAY_NANOS)
                .map(start -> new WorkingDay(start, start + DAY_NANOS))
                .toList();
    }

    private void writeParty(long partyId, MandateScope scope) {
        long untilNanos = times.firstDayNanos() + (times.days() + DAYS_AFTER) * DAY_NANOS;
        write(CLERK, new RegisterParty(code(Ref.PARTY, partyId), Hash256.ZERO, Hash256.ZERO));
        write(CLERK, new GrantMandate(partyId, MEMBER, scope, times.setUpNanos(), untilNanos, NO_PAPER));
    }

    private void writeListing(long id, FileAuction auction) {
        List<Owner> owners = List.of(new Owner(SELLER, 10_000));
        write(CLERK, new RegisterRight(code(Ref.RIGHT, id), RightType.KNOW_HOW, "imported", "imported", owners));
        write(AGENT, new DraftListing(code(Ref.LISTING, id), id, SELLER, PROFILE, FEES, CALENDAR, terms(auction)));
        write(AGENT, new SetAscendingTerms(id, true, false, increments));
        write(AGENT, new SubmitApplication(id, NO_PAPER, List.of()));
        write(CLERK, new AcceptApplication(id));
        write(CLERK, new PublishNotice(id));
        for (String bidder : auction.bidders()) {
            admit(id, codes.party(auction, bidder));
        }
    }

    private ListingTerms terms(FileAuction auction) {
        return new ListingTerms(
                Money.ofMinor(auction.startMinor(), currency),
                Money.NONE,
                smallest(),
                smallest(),
                AuctionMode.MULTI_ROUND_ASCENDING,
                1,
                0,
                0,
                0,
                0,
                false,
                ReleasePolicy.BY_PROFILE,
                0,
                ForfeitPolicy.BY_PROFILE,
                "");
    }

    private void admit(long listingId, long partyId) {
        write(AGENT, new RegisterIntent(listingId, partyId, false));
        write(CLERK, new Qualify(listingId, partyId));
        write(
                CLERK,
                new ReceiveMoney(
                        "IMPORT-" + ++payments, MoneyPurpose.DEPOSIT, listingId, partyId, smallest(), Hash256.ZERO));
    }

    private Money smallest() {
        return Money.ofMinor(1, currency);
    }

    private void write(long principalId, Command command) {
        lines.write(times.setUpNanos(), principalId, command);
    }

    private String proposal(long id) {
        return code(Ref.PROPOSAL, id);
    }

    private String code(Ref ref, long id) {
        return codes.code(ref, id);
    }
}
