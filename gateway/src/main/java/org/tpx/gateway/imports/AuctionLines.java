package org.tpx.gateway.imports;

import static org.tpx.gateway.imports.AuctionCodes.AGENT;
import static org.tpx.gateway.imports.AuctionCodes.CLERK;
import static org.tpx.gateway.imports.AuctionCodes.MEMBER;
import static org.tpx.gateway.imports.AuctionCodes.SELLER;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tpx.gateway.json.CommandLine;
import org.tpx.gateway.json.MessageWriter;
import org.tpx.protocol.Command;
import org.tpx.protocol.Currency;
import org.tpx.protocol.MemberCommand.RevokeMandate;
import org.tpx.protocol.Money;
import org.tpx.protocol.SaleCommand.ScheduleAuction;
import org.tpx.protocol.SaleCommand.SetProxyMaximum;
import org.tpx.protocol.SaleCommand.SubmitSingleQuote;

/**
 * Writes auctions as commands: their hours, then all bids in the order of time, each as its bidder's maximum. Who is alone in an auction
 * quotes the start price, as a single transferee does. In the end the mandate of the seller is revoked, so that the clock of whoever
 * plays the file has passed the end of every auction. Single-threaded.
 */
final class AuctionLines {
    private final MessageWriter lines;
    private final AuctionCodes codes;
    private final Currency currency;
    private final AuctionTimes times;
    private long written;

    /** A bid and the number of its listing. */
    private record Due(long listingId, FileAuction auction, FileBid bid) {}

    AuctionLines(MessageWriter lines, AuctionCodes codes, Currency currency, AuctionTimes times) {
        this.lines = lines;
        this.codes = codes;
        this.currency = currency;
        this.times = times;
    }

    /** Writes hours, bids and the end. */
    void write(List<FileAuction> auctions) {
        List<Due> bids = new ArrayList<>();
        for (int i = 0; i < auctions.size(); i++) {
            FileAuction auction = auctions.get(i);
            long listingId = i + 1L;
            if (auction.bidders().size() == 1) {
                quote(listingId, auction);
            } else {
                write(
                        times.hoursNanos(),
                        CLERK,
                        new ScheduleAuction(listingId, times.openingNanos(), times.closingNanos(auction)));
                auction.bids().forEach(bid -> bids.add(new Due(listingId, auction, bid)));
            }
        }
        bids.sort(Comparator.comparingLong(due -> due.bid().afterNanos()));
        bids.forEach(this::bid);
        write(times.endNanos(), CLERK, new RevokeMandate(SELLER, MEMBER));
    }

    private void quote(long listingId, FileAuction auction) {
        long partyId = codes.party(auction, auction.bids().get(0).bidder());
        Money start = Money.ofMinor(auction.startMinor(), currency);
        write(times.hoursNanos(), AGENT, new SubmitSingleQuote(listingId, partyId, start));
    }

    private void bid(Due due) {
        long partyId = codes.party(due.auction(), due.bid().bidder());
        Money maximum = Money.ofMinor(due.bid().minor(), currency);
        write(times.bidNanos(due.bid()), AGENT, new SetProxyMaximum(due.listingId(), partyId, maximum));
    }

    /** Writes one command; its client id is the number of the line. */
    void write(long atNanos, long principalId, Command command) {
        lines.write(new CommandLine(atNanos, principalId, ++written, command));
    }

    /** Commands so far. */
    long written() {
        return written;
    }
}
