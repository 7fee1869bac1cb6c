package org.tpx.settlement.report;

import static org.tpx.settlement.report.Column.amount;
import static org.tpx.settlement.report.Column.instant;
import static org.tpx.settlement.report.Column.number;
import static org.tpx.settlement.report.Column.text;

import java.util.List;

/**
 * The tables that leave the books. Parties, listings and offerings are named by their codes; every row has the currency of its
 * amounts. A table stands as of a turn, which its statement binds as {@code :sequence}.
 */
public enum Report {
    /** Every leg of every posting, in the order of the journal. */
    POSTINGS(
            List.of(
                    number("sequence"),
                    number("ordinal"),
                    number("leg"),
                    number("posting"),
                    instant("booked"),
                    text("reason"),
                    text("account"),
                    text("party"),
                    text("listing"),
                    number("deal"),
                    text("offering"),
                    text("side"),
                    text("currency"),
                    amount("amount")),
            "SELECT l.sequence AS sequence, l.ordinal AS ordinal, l.leg AS leg, p.posting_id AS posting, p.time_nanos AS booked,"
                    + " p.reason AS reason, l.kind AS account, " + Report.NAMES
                    + ", l.side AS side, l.currency AS currency,"
                    + " l.amount_minor AS amount FROM posting_leg l"
                    + " JOIN posting p ON p.sequence = l.sequence AND p.ordinal = l.ordinal " + Report.JOINS
                    + " WHERE l.sequence <= :sequence ORDER BY l.sequence, l.ordinal, l.leg"),

    /** Every account on which anything was booked: the sums of both sides, and the balance. */
    BALANCES(
            List.of(
                    text("account"),
                    text("party"),
                    text("listing"),
                    number("deal"),
                    text("offering"),
                    text("currency"),
                    amount("debits"),
                    amount("credits"),
                    amount("balance")),
            "SELECT l.kind AS account, " + Report.NAMES
                    + ", l.currency AS currency, l.debits AS debits, l.credits AS credits,"
                    + " CASE WHEN l.kind = 'SETTLEMENT' THEN l.debits - l.credits ELSE l.credits - l.debits END AS balance"
                    + " FROM (SELECT kind, party_id, listing_id, deal_id, offering_id, currency,"
                    + " SUM(CASE WHEN side = 'DEBIT' THEN amount_minor ELSE 0 END) AS debits,"
                    + " SUM(CASE WHEN side = 'CREDIT' THEN amount_minor ELSE 0 END) AS credits"
                    + " FROM posting_leg WHERE sequence <= :sequence"
                    + " GROUP BY kind, party_id, listing_id, deal_id, offering_id, currency) l " + Report.JOINS
                    + " ORDER BY l.kind, l.party_id, l.listing_id, l.deal_id, l.offering_id, l.currency"),

    /** Every payment out that was owed by then, with its state now. */
    PAYMENTS(
            List.of(
                    number("payment"),
                    text("kind"),
                    text("party"),
                    text("listing"),
                    text("currency"),
                    amount("amount"),
                    text("state"),
                    instant("owed"),
                    instant("due"),
                    instant("overdue"),
                    instant("instructed"),
                    instant("confirmed"),
                    number("returned"),
                    text("bank_reference")),
            "SELECT l.payment_id AS payment, l.kind AS kind, COALESCE(party.code, '') AS party, COALESCE(listing.code, '') AS listing,"
                    + " l.currency AS currency, l.amount_minor AS amount, l.state AS state, l.created_nanos AS owed,"
                    + " l.due_nanos AS due, l.overdue_nanos AS overdue, l.instructed_nanos AS instructed,"
                    + " l.confirmed_nanos AS confirmed, l.returned_count AS returned, l.bank_reference AS bank_reference"
                    + " FROM payment l LEFT JOIN party ON party.party_id = l.party_id"
                    + " LEFT JOIN listing ON listing.listing_id = l.listing_id"
                    + " WHERE l.created_sequence <= :sequence ORDER BY l.payment_id"),

    /** Every deal as it is now; a past turn takes none away. */
    DEALS(
            List.of(
                    number("deal"),
                    text("listing"),
                    text("transferor"),
                    text("transferee"),
                    text("currency"),
                    amount("price"),
                    text("fee_mode"),
                    amount("seller_fee"),
                    amount("buyer_fee"),
                    amount("deposit"),
                    text("state"),
                    instant("signed"),
                    instant("effective"),
                    instant("funded"),
                    instant("certified"),
                    instant("released"),
                    instant("completed"),
                    text("certificate")),
            "SELECT d.deal_id AS deal, COALESCE(listing.code, '') AS listing, COALESCE(seller.code, '') AS transferor,"
                    + " COALESCE(buyer.code, '') AS transferee, d.currency AS currency, d.price_minor AS price,"
                    + " d.fee_mode AS fee_mode, d.seller_fee_minor AS seller_fee, d.buyer_fee_minor AS buyer_fee,"
                    + " d.deposit_minor AS deposit, d.state AS state, d.signed_nanos AS signed, d.effective_nanos AS effective,"
                    + " d.funded_nanos AS funded, d.certified_nanos AS certified, d.released_nanos AS released,"
                    + " d.completed_nanos AS completed, COALESCE((SELECT MIN(c.certificate_number) FROM certificate c"
                    + " WHERE c.deal_id = d.deal_id), '') AS certificate FROM deal d"
                    + " LEFT JOIN listing ON listing.listing_id = d.listing_id"
                    + " LEFT JOIN party seller ON seller.party_id = d.transferor_id"
                    + " LEFT JOIN party buyer ON buyer.party_id = d.transferee_id"
                    + " WHERE :sequence > 0"
                    + " ORDER BY d.deal_id");

    /** The codes behind the ids of an account. */
    private static final String NAMES =
            "COALESCE(party.code, '') AS party, COALESCE(listing.code, '') AS listing, l.deal_id AS deal,"
                    + " COALESCE(offering.code, '') AS offering";

    private static final String JOINS = "LEFT JOIN party ON party.party_id = l.party_id"
            + " LEFT JOIN listing ON listing.listing_id = l.listing_id"
            + " LEFT JOIN offering ON offering.offering_id = l.offering_id";

    /** As {@link List#of} makes it: nobody can change it. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Column> columns;

    private final String sql;

    Report(List<Column> columns, String sql) {
        this.columns = columns;
        this.sql = sql;
    }

    /** Its columns, from left to right. */
    public List<Column> columns() {
        return columns;
    }

    String sql() {
        return sql;
    }
}
