package org.tpx.gateway.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One auction of a file with its bids, in the order of time and, at the same time, of the file. Amounts in minor units. */
final class FileAuction {
    private final String name;
    private final long startMinor;
    private final long publishedMinor;
    private final List<FileBid> bids = new ArrayList<>();

    /** An auction without bids; the published price is 0 where the file has none. */
    FileAuction(String name, long startMinor, long publishedMinor) {
        this.name = name;
        this.startMinor = startMinor;
        this.publishedMinor = publishedMinor;
    }

    /** The file's own name for it. */
    String name() {
        return name;
    }

    long startMinor() {
        return startMinor;
    }

    long publishedMinor() {
        return publishedMinor;
    }

    void add(FileBid bid) {
        bids.add(bid);
    }

    void sort() {
        bids.sort(Comparator.comparingLong(FileBid::afterNanos));
    }

    List<FileBid> bids() {
        return bids;
    }

    /** Everybody who bids, in the order of their first bids. */
    Set<String> bidders() {
        Set<String> bidders = new LinkedHashSet<>();
        bids.forEach(bid -> bidders.add(bid.bidder()));
        return bidders;
    }

    /** Time of the last bid since the opening. */
    long lastNanos() {
        return bids.get(bids.size() - 1).afterNanos();
    }

    /** The most that anybody bid. */
    long highestMinor() {
        return bids.stream().mapToLong(FileBid::minor).max().orElse(0);
    }
}
