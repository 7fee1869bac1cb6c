package org.tpx.gateway.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.tpx.gateway.json.InstantText;
import org.tpx.gateway.json.MessageWriter;
import org.tpx.gateway.preset.Preset;
import org.tpx.protocol.Currency;
import org.tpx.protocol.IncrementStep;
import org.tpx.protocol.Money;
import org.tpx.protocol.Ref;
import org.tpx.protocol.Role;
import org.tpx.wire.MalformedMessageException;

/**
 * A file of auction bids that was read and found sound: to be written as commands under a preset, or compared with what became of
 * them. The same file with the same format gives the same bytes.
 */
public final class ImportedAuctions {
    private static final int MAX_DAYS_BEFORE = 4;

    private final List<FileAuction> auctions;
    private final Currency currency;
    private final List<IncrementStep> increments;
    private final AuctionCodes codes;
    private final AuctionTimes times;

    private ImportedAuctions(
            List<FileAuction> auctions,
            Currency currency,
            List<IncrementStep> increments,
            AuctionCodes codes,
            AuctionTimes times) {
        this.auctions = auctions;
        this.currency = currency;
        this.increments = increments;
        this.codes = codes;
        this.times = times;
    }

    /**
     * Reads the whole file.
     *
     * @param increments the table of increments, in the currency of the file
     * @param preset whose officers set the market up
     * @param openingNanos when all auctions open; 0 for ten o'clock on the fourth day after the preset begins
     * @throws org.tpx.gateway.json.MalformedLineException naming line and column of a row that is not as the format says
     * @throws MalformedMessageException naming the option that does not fit to the file
     */
    public static ImportedAuctions read(
            AuctionFile file, List<IncrementStep> increments, Preset preset, long openingNanos) throws IOException {
        List<FileAuction> auctions = file.read();
        if (auctions.isEmpty()) {
            throw new MalformedMessageException("FILE", "has no bid");
        }
        long presetDayNanos = InstantText.OF_THE_EXCHANGE.startOfDay(preset.atNanos());
        long earliestNanos = presetDayNanos + MAX_DAYS_BEFORE * AuctionMarket.DAY_NANOS;
        if (openingNanos != 0 && openingNanos < earliestNanos) {
            throw new MalformedMessageException(
                    "--start", "must not lie before " + InstantText.OF_THE_EXCHANGE.format(earliestNanos));
        }
        long opening = openingNanos == 0 ? earliestNanos + 10 * (AuctionMarket.DAY_NANOS / 24) : openingNanos;
        AuctionCodes codes =
                new AuctionCodes(auctions, preset.founder(Role.CLERK), preset.proposer(), preset.approver());
        AuctionTimes times = new AuctionTimes(opening, auctions);
        return new ImportedAuctions(auctions, file.format().currency(), increments, codes, times);
    }

    /** How many auctions the file has. */
    public int auctions() {
        return auctions.size();
    }

    /** How many bids the file has. */
    public long bids() {
        return auctions.stream().mapToLong(auction -> auction.bids().size()).sum();
    }

    /** How many bidders the file has. */
    public int bidders() {
        return codes.bidders();
    }

    /** Writes the market and then the auctions, one command a line; the stream stays open. Returns how many. */
    public long write(OutputStream out) {
        try (MessageWriter messages = new MessageWriter(codes, InstantText.OF_THE_EXCHANGE, out)) {
            AuctionLines lines = new AuctionLines(messages, codes, currency, times);
            new AuctionMarket(lines, codes, currency, increments, times).write(auctions);
            lines.write(auctions);
            return lines.written();
        }
    }

    /** The auctions whose published price is not the one that was reached, in the order of the file. */
    public List<PriceDifference> compare(AuctionResults results) {
        List<PriceDifference> differences = new ArrayList<>();
        for (int i = 0; i < auctions.size(); i++) {
            FileAuction auction = auctions.get(i);
            long reachedMinor = results.priceOf(codes.code(Ref.LISTING, i + 1L)).minor();
            if (reachedMinor != auction.publishedMinor()) {
                differences.add(new PriceDifference(
                        auction.name(),
                        money(auction.publishedMinor()),
                        reachedMinor == 0 ? Money.NONE : money(reachedMinor),
                        PriceDifference.Reason.of(auction, reachedMinor)));
            }
        }
        return differences;
    }

    private Money money(long minor) {
        return Money.ofMinor(minor, currency);
    }
}
