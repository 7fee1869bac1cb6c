package org.tpx.gateway.imports;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.tpx.gateway.json.MalformedLineException;
import org.tpx.gateway.json.Shown;
import org.tpx.protocol.Money;
import org.tpx.wire.MalformedMessageException;

/**
 * A file of bids in auctions, one a row: CSV, or CSV in gzip where its name ends in {@code .gz}. Rows of one auction need not stand
 * together, nor in the order of time.
 *
 * @param path where it is
 * @param format how it is written
 */
public record AuctionFile(Path path, AuctionFormat format) {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int MAX_NAME_LENGTH = 100;

    /**
     * Reads the whole file: its auctions in the order in which they first appear.
     *
     * @throws MalformedLineException naming line and column of a row that is not as the format says
     * @throws MalformedMessageException naming the option, where the header lacks a column
     */
    List<FileAuction> read() throws IOException {
        Map<String, FileAuction> auctions = new LinkedHashMap<>();
        long line = 0;
        try (InputStream in = open();
                CsvRows<AuctionColumn> row =
                        new CsvRows<>(in, format.columns(), format.hasHeader(), format.delimiter())) {
            while (row.next()) {
                line = row.line();
                take(auctions, row);
            }
        } catch (ZipException | EOFException failure) {
            throw new MalformedLineException(line + 1, "row", "cannot be unpacked: " + failure.getMessage());
        }
        auctions.values().forEach(FileAuction::sort);
        return new ArrayList<>(auctions.values());
    }

    private void take(Map<String, FileAuction> auctions, CsvRows<AuctionColumn> row) {
        try {
            String name = name(row, AuctionColumn.AUCTION);
            require(!name.isEmpty(), AuctionColumn.AUCTION, "is empty");
            long startMinor = Math.max(1, minor(row, AuctionColumn.START));
            long publishedMinor = format.columns().has(AuctionColumn.PRICE) ? minor(row, AuctionColumn.PRICE) : 0;
            FileBid bid = new FileBid(
                    name(row, AuctionColumn.BIDDER),
                    format.times().read(row.text(AuctionColumn.TIME)),
                    minor(row, AuctionColumn.BID));
            require(bid.minor() > 0, AuctionColumn.BID, "must be above 0");
            auctions.computeIfAbsent(name, key -> new FileAuction(key, startMinor, publishedMinor))
                    .add(bid);
        } catch (MalformedMessageException complaint) {
            throw new MalformedLineException(row.line(), complaint);
        }
    }

    private static String name(CsvRows<AuctionColumn> row, AuctionColumn column) {
        String name = row.text(column);
        require(name.length() <= MAX_NAME_LENGTH, column, "has more than " + MAX_NAME_LENGTH + " characters");
        return name;
    }

    private long minor(CsvRows<AuctionColumn> row, AuctionColumn column) {
        String text = row.text(column);
        BigDecimal minor = Decimals.parse(text, column.label())
                .movePointRight(format.currency().minorDigits());
        boolean fits =
                minor.stripTrailingZeros().scale() <= 0 && minor.compareTo(BigDecimal.valueOf(Money.MAX_MINOR)) <= 0;
        require(fits, column, "is no amount in " + format.currency() + ": " + Shown.text(text));
        return minor.longValueExact();
    }

    private static void require(boolean holds, AuctionColumn column, String complaint) {
        if (!holds) {
            throw new MalformedMessageException(column.label(), complaint);
        }
    }

    private InputStream open() throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(path), BUFFER_BYTES);
        return path.toString().endsWith(".gz") ? new GZIPInputStream(in, BUFFER_BYTES) : in;
    }
}
