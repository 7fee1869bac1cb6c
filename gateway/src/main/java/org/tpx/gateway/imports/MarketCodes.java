package org.tpx.gateway.imports;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tpx.gateway.json.Codes;
import org.tpx.protocol.Ref;

/** Names of everything that an imported market consists of. The numbers are its own: only the names go out. */
final class MarketCodes implements Codes {
    static final long CLERK = 1;
    static final long PROPOSER = 2;
    static final long APPROVER = 3;
    static final long AGENT = 4;

    /** The one member, for which the agent acts. */
    static final long MEMBER = 1;

    /** Stands in for everybody who buys. */
    static final long BUYERS = 1;

    /** Stands in for everybody who sells. */
    static final long SELLERS = 2;

    static final long CALENDAR = 1;
    static final long SERIES = 1;

    static final long ENROL_AGENT = 1;
    static final long LOAD_CALENDAR = 2;
    static final long OPEN_SERIES = 3;
    static final long ISSUE_UNITS = 4;

    private final Map<Ref, List<String>> codes = new EnumMap<>(Ref.class);

    MarketCodes(String series, String clerk, String proposer, String approver) {
        codes.put(Ref.PRINCIPAL, List.of(clerk, proposer, approver, "IMPORT-AGENT"));
        codes.put(Ref.MEMBER, List.of("IMPORT-MEMBER"));
        codes.put(Ref.PARTY, List.of("IMPORT-A", "IMPORT-B"));
        codes.put(Ref.CALENDAR, List.of("IMPORT-CALENDAR"));
        codes.put(Ref.SERIES, List.of(series));
        codes.put(
                Ref.PROPOSAL,
                List.of("IMPORT-ENROL-AGENT", "IMPORT-LOAD-CALENDAR", "IMPORT-OPEN-SERIES", "IMPORT-ISSUE-UNITS"));
    }

    @Override
    public String code(Ref ref, long id) {
        List<String> known = codes.getOrDefault(ref, List.of());
        return known.get((int) id - 1);
    }
}
