package org.tpx.gateway.imports;

import java.util.List;
import org.tpx.gateway.json.InstantText;
import org.tpx.wire.MalformedMessageException;

/**
 * When what happens to imported auctions, UTC epoch nanoseconds. All open at one instant. Three days before that the market is set up and
 * the listings are disclosed; the day before, when the disclosure is over, the hours are fixed.
 */
final class AuctionTimes {
    private static final long DAY_NANOS = AuctionMarket.DAY_NANOS;
    private static final int DAYS_BEFORE = 3;
    private static final int MAX_DAYS = 1_400;
    private static final long SECOND_NANOS = 1_000_000_000L;

    private final long openingNanos;
    private final long firstDayNanos;
    private final long longestNanos;

    /** Times of auctions that open then; throws {@link MalformedMessageException} where one of them takes too long. */
    AuctionTimes(long openingNanos, List<FileAuction> auctions) {
        this.openingNanos = openingNanos;
        firstDayNanos = InstantText.OF_THE_EXCHANGE.startOfDay(openingNanos) - DAYS_BEFORE * DAY_NANOS;
        longestNanos = auctions.stream().mapToLong(FileAuction::lastNanos).max().orElse(0);
        if (longestNanos >= MAX_DAYS * DAY_NANOS) {
            throw new MalformedMessageException(
                    AuctionColumn.TIME.label(), "makes an auction longer than " + MAX_DAYS + " days; see --time-unit");
        }
    }

    /** Two seconds after a moment at which something of the file happens, whatever it caused is over. */
    private static long soonAfter(long nanos) {
        return nanos + 2 * SECOND_NANOS;
    }

    long openingNanos() {
        return openingNanos;
    }

    /** The first working day. */
    long firstDayNanos() {
        return firstDayNanos;
    }

    /** Days from the first to the one on which the last auction ends. */
    long days() {
        return DAYS_BEFORE + 1 + longestNanos / DAY_NANOS;
    }

    /** Noon of the first day. */
    long setUpNanos() {
        return firstDayNanos + DAY_NANOS / 2;
    }

    /** Noon of the day before the opening. */
    long hoursNanos() {
        return firstDayNanos + (DAYS_BEFORE - 1) * DAY_NANOS + DAY_NANOS / 2;
    }

    long bidNanos(FileBid bid) {
        return openingNanos + bid.afterNanos();
    }

    /** An auction takes bids until a second after its last one. */
    long closingNanos(FileAuction auction) {
        return openingNanos + auction.lastNanos() + SECOND_NANOS;
    }

    /** When every auction is over. */
    long endNanos() {
        return soonAfter(openingNanos + longestNanos + SECOND_NANOS);
    }
}
