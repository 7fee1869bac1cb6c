package org.tpx.gateway.imports;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.tpx.gateway.json.Codes;
import org.tpx.protocol.Ref;

/**
 * Names of everything that imported auctions consist of. The numbers are its own: only the names go out. Auctions and bidders keep the
 * names of the file where these make codes, and are numbered otherwise.
 */
final class AuctionCodes implements Codes {
    static final long CLERK = 1;
    static final long PROPOSER = 2;
    static final long APPROVER = 3;
    static final long AGENT = 4;
    static final long MEMBER = 1;
    static final long SELLER = 1;
    static final long CALENDAR = 1;
    static final long PROFILE = 1;
    static final long FEES = 1;
    static final long ENROL_AGENT = 1;
    static final long LOAD_CALENDAR = 2;
    static final long LOAD_PROFILE = 3;
    static final long LOAD_FEES = 4;

    private static final String CODE = "[A-Za-z0-9._-]{1,32}";

    private final Map<Ref, List<String>> codes = new EnumMap<>(Ref.class);
    private final Map<String, Long> bidders = new LinkedHashMap<>();

    AuctionCodes(List<FileAuction> auctions, String clerk, String proposer, String approver) {
        codes.put(Ref.PRINCIPAL, List.of(clerk, proposer, approver, "IMPORT-AGENT"));
        codes.put(Ref.MEMBER, List.of("IMPORT-MEMBER"));
        codes.put(Ref.CALENDAR, List.of("IMPORT-CALENDAR"));
        codes.put(Ref.PROFILE, List.of("IMPORT-PROFILE"));
        codes.put(Ref.FEE_SCHEDULE, List.of("IMPORT-FEES"));
        codes.put(
                Ref.PROPOSAL,
                List.of("IMPORT-ENROL-AGENT", "IMPORT-LOAD-CALENDAR", "IMPORT-LOAD-PROFILE", "IMPORT-LOAD-FEES"));
        codes.put(Ref.LISTING, listings(auctions));
        codes.put(Ref.RIGHT, rights(auctions.size()));
        codes.put(Ref.PARTY, parties(auctions));
    }

    private static List<String> listings(List<FileAuction> auctions) {
        List<String> names = new ArrayList<>();
        Set<String> used = new HashSet<>();
        auctions.forEach(auction -> names.add(code(auction.name(), "AUCTION-", names.size() + 1, used)));
        return names;
    }

    private static List<String> rights(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> "IMPORT-R" + number)
                .toList();
    }

    private List<String> parties(List<FileAuction> auctions) {
        List<String> names = new ArrayList<>(List.of("IMPORT-SELLER"));
        Set<String> used = new HashSet<>(names);
        for (FileAuction auction : auctions) {
            for (String bidder : auction.bidders()) {
                if (bidders.putIfAbsent(key(auction, bidder), names.size() + 1L) == null) {
                    names.add(code(bidder, "BIDDER-", names.size(), used));
                }
            }
        }
        return names;
    }

    // Whom the file does not name is somebody else in every auction.
    private static String key(FileAuction auction, String bidder) {
        return bidder.isEmpty() ? "\n" + auction.name() : bidder;
    }

    private static String code(String name, String prefix, int number, Set<String> used) {
        String code = name.matches(CODE) ? name : prefix + number;
        while (!used.add(code)) {
            code = prefix + number + "-" + used.size();
        }
        return code;
    }

    /** The number of a bidder in an auction. */
    long party(FileAuction auction, String bidder) {
        Long id = bidders.get(key(auction, bidder));
        if (id == null) {
            throw new IllegalArgumentException("nobody of this name bids: " + bidder);
        }
        return id;
    }

    /** The numbers of all bidders of the file. */
    Iterable<Long> parties() {
        return bidders.values();
    }

    /** How many bidders the file has. */
    int bidders() {
        return bidders.size();
    }

    @Override
    public String code(Ref ref, long id) {
        List<String> known = codes.getOrDefault(ref, List.of());
        return known.get((int) id - 1);
    }
}
