package org.tpx.settlement.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.tpx.protocol.FeeMode;
import org.tpx.protocol.Money;

/** Reads what deals and listings came to. */
final class Summaries {
    private static final String DEALS =
            "SELECT d.*, l.code AS listing, l.listing_number, COALESCE(r.title, '') AS title,"
                    + " COALESCE(s.code, '') AS transferor, COALESCE(b.code, '') AS transferee,"
                    + " COALESCE((SELECT MIN(certificate_number) FROM certificate c WHERE c.deal_id = d.deal_id), '')"
                    + " AS certificate_number FROM deal d JOIN listing l ON l.listing_id = d.listing_id"
                    + " LEFT JOIN traded_right r ON r.right_id = l.right_id"
                    + " LEFT JOIN party s ON s.party_id = d.transferor_id"
                    + " LEFT JOIN party b ON b.party_id = d.transferee_id ORDER BY d.deal_id";
    private static final String LISTINGS =
            "SELECT l.*, COALESCE(r.title, '') AS title, COALESCE(r.registration, '') AS registration,"
                    + " COALESCE(s.code, '') AS transferor FROM listing l"
                    + " LEFT JOIN traded_right r ON r.right_id = l.right_id"
                    + " LEFT JOIN party s ON s.party_id = l.transferor_id ORDER BY l.listing_id";
    private static final String RESULTS =
            "SELECT x.*, l.currency, COALESCE(p.code, '') AS party, COALESCE(i.bidder_code, '') AS bidder_code"
                    + " FROM listing_result x JOIN listing l ON l.listing_id = x.listing_id"
                    + " LEFT JOIN party p ON p.party_id = x.party_id"
                    + " LEFT JOIN intent i ON i.listing_id = x.listing_id AND i.party_id = x.party_id"
                    + " WHERE x.listing_id = ? ORDER BY x.sequence, x.ordinal";
    private static final String DEPOSITS =
            "SELECT d.*, COALESCE(p.code, '') AS party FROM deposit d LEFT JOIN party p ON p.party_id = d.party_id"
                    + " WHERE d.listing_id = ? ORDER BY d.party_id";

    private final Handle handle;

    Summaries(Handle handle) {
        this.handle = handle;
    }

    List<DealSummary> deals() {
        return handle.select(DEALS)
                .map((row, context) -> new DealSummary(
                        row.getLong("deal_id"),
                        row.getString("listing"),
                        row.getString("listing_number"),
                        row.getString("title"),
                        row.getString("transferor"),
                        row.getString("transferee"),
                        SettlementBooks.money(row, "price_minor"),
                        FeeMode.valueOf(row.getString("fee_mode")),
                        SettlementBooks.money(row, "seller_fee_minor"),
                        SettlementBooks.money(row, "buyer_fee_minor"),
                        SettlementBooks.money(row, "deposit_minor"),
                        row.getString("state"),
                        row.getString("certificate_number")))
                .list();
    }

    Optional<ContributorAdvice> contributorAdvice(long dealId) {
        return handle.select(
                        "SELECT d.currency, d.price_minor, d.seller_fee_minor, COALESCE(c.cost_minor, 0) AS cost_minor,"
                                + " COALESCE(p.contributors_share_bps, 0) AS share_bps FROM deal d"
                                + " JOIN listing l ON l.listing_id = d.listing_id"
                                + " LEFT JOIN rule_profile p ON p.profile_id = l.profile_id"
                                + " AND p.version = l.profile_version"
                                + " LEFT JOIN transfer_cost c ON c.deal_id = d.deal_id"
                                + " WHERE d.deal_id = ? AND d.state NOT IN (?, ?, ?)",
                        dealId,
                        Deal.State.DEFAULTED,
                        Deal.State.RESCINDED,
                        Deal.State.REVOKED)
                .map((row, context) -> new ContributorAdvice(
                        dealId,
                        SettlementBooks.money(row, "price_minor"),
                        SettlementBooks.money(row, "seller_fee_minor"),
                        SettlementBooks.money(row, "cost_minor"),
                        row.getInt("share_bps")))
                .findOne();
    }

    List<ListingSummary> listings() {
        return handle.select(LISTINGS).map((row, context) -> listing(row)).list();
    }

    private ListingSummary listing(ResultSet row) throws SQLException {
        long listingId = row.getLong("listing_id");
        return new ListingSummary(
                listingId,
                row.getString("code"),
                row.getString("listing_number"),
                row.getString("title"),
                row.getString("registration"),
                row.getString("transferor"),
                SettlementBooks.money(row, "listing_price_minor"),
                row.getInt("attempt"),
                results(listingId),
                deposits(listingId));
    }

    private List<ListingSummary.Result> results(long listingId) {
        return handle.select(RESULTS, listingId)
                .map((row, context) -> {
                    ListingOutcome outcome = ListingOutcome.valueOf(row.getString("outcome"));
                    return new ListingSummary.Result(
                            row.getLong("sequence"),
                            row.getLong("time_nanos"),
                            row.getInt("attempt"),
                            outcome,
                            row.getString("reason"),
                            row.getString("party"),
                            row.getString("bidder_code"),
                            outcome.isAgreement() ? SettlementBooks.money(row, "price_minor") : Money.NONE);
                })
                .list();
    }

    private List<ListingSummary.Deposit> deposits(long listingId) {
        return handle.select(DEPOSITS, listingId)
                .map((row, context) -> new ListingSummary.Deposit(
                        row.getString("party"),
                        SettlementBooks.money(row, "required_minor"),
                        SettlementBooks.money(row, "received_minor"),
                        SettlementBooks.money(row, "refunded_minor"),
                        SettlementBooks.money(row, "converted_minor"),
                        SettlementBooks.money(row, "forfeited_minor")))
                .list();
    }
}
