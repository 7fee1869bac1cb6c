package org.tpx.settlement.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.tpx.protocol.AccountKind;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Money;

/**
 * Asks the books. Every answer is one consistent look at what the projection committed last; a sequence beyond that gives the same
 * as the last. Threads may share it.
 */
public final class SettlementBooks {
    private final SettlementDatabase database;

    /** Asks this database. */
    public SettlementBooks(SettlementDatabase database) {
        this.database = database;
    }

    /** How far the books reach. */
    public Position position() {
        return look(SettlementBooks::position);
    }

    /** The last turn at or before an instant in which money moved; 0 where there is none. */
    public long sequenceAt(long timeNanos) {
        return look(handle -> handle.select(
                        "SELECT COALESCE(MAX(sequence), 0) FROM posting WHERE time_nanos <= ?", timeNanos)
                .mapTo(Long.class)
                .one());
    }

    /** When money moved last, up to the end of a turn, UTC epoch nanoseconds; 0 where it never did. */
    public long timeAt(long sequence) {
        return look(handle -> handle.select(
                        "SELECT COALESCE(MAX(time_nanos), 0) FROM posting WHERE sequence <= ?", sequence)
                .mapTo(Long.class)
                .one());
    }

    /** What is owed to parties at an instant and not paid yet, by how late it is. */
    public Aging aging(long timeNanos) {
        return look(handle -> new Agings(handle).at(timeNanos));
    }

    /** Everything that the checks found otherwise than they expected, in the order of the journal. */
    public List<LedgerDifference> differences() {
        return look(handle -> handle.select(
                        "SELECT sequence, what, expected, found FROM ledger_difference ORDER BY sequence, number")
                .map((row, context) -> new LedgerDifference(
                        row.getLong("sequence"),
                        row.getString("what"),
                        row.getString("expected"),
                        row.getString("found")))
                .list());
    }

    /** The trial balance as of now. */
    public TrialBalance trialBalance() {
        return trialBalance(Long.MAX_VALUE);
    }

    /** The trial balance as of the end of a turn. */
    public TrialBalance trialBalance(long sequence) {
        return look(handle -> trialBalance(handle, reached(handle, sequence)));
    }

    private static TrialBalance trialBalance(Handle handle, long sequence) {
        List<TrialBalance.Line> lines = handle.select(
                        "SELECT kind, party_id, listing_id, deal_id, offering_id, currency,"
                                + " SUM(CASE WHEN side = 'DEBIT' THEN amount_minor ELSE 0 END) AS debits,"
                                + " SUM(CASE WHEN side = 'CREDIT' THEN amount_minor ELSE 0 END) AS credits"
                                + " FROM posting_leg WHERE sequence <= ?"
                                + " GROUP BY kind, party_id, listing_id, deal_id, offering_id, currency",
                        sequence)
                .map((row, context) -> new TrialBalance.Line(account(row), money(row, "debits"), money(row, "credits")))
                .list();
        return new TrialBalance(
                sequence,
                lines.stream()
                        .sorted(Comparator.comparing(TrialBalance.Line::account))
                        .toList());
    }

    /** The account that a row of {@code posting_leg} or {@code account} names. */
    static AccountKey account(ResultSet row) throws SQLException {
        return new AccountKey(
                AccountKind.valueOf(row.getString("kind")),
                row.getLong("party_id"),
                row.getLong("listing_id"),
                row.getLong("deal_id"),
                row.getLong("offering_id"),
                Currency.valueOf(row.getString("currency")));
    }

    /** An amount of a row, in the row's currency. */
    static Money money(ResultSet row, String column) throws SQLException {
        return Money.ofMinor(row.getLong(column), Currency.valueOf(row.getString("currency")));
    }

    /** The statement of a party: its deposits and what is owed to it, up to the end of a turn. */
    public Statement statementOfParty(long partyId, long sequence) {
        return look(handle -> new Statements(handle).ofParty(partyId, reached(handle, sequence)));
    }

    /** The statement of a listing: its deposits, forfeits, and the prices and fees of its deals. */
    public Statement statementOfListing(long listingId, long sequence) {
        return look(handle -> new Statements(handle).ofListing(listingId, reached(handle, sequence)));
    }

    /** The statement of a deal: its price and its fees. */
    public Statement statementOfDeal(long dealId, long sequence) {
        return look(handle -> new Statements(handle).ofDeal(dealId, reached(handle, sequence)));
    }

    /** What contributors to the achievement of a deal get at least; empty where there is no such deal, or it is off. */
    public Optional<ContributorAdvice> contributorAdvice(long dealId) {
        return look(handle -> new Summaries(handle).contributorAdvice(dealId));
    }

    /** Money in and out of the settlement account in one currency. */
    public CashFlow cashFlow(Currency currency) {
        return look(handle -> new CashFlows(handle, currency).read());
    }

    /** The money of every deal, in the order of their numbers. */
    public List<DealSummary> deals() {
        return look(handle -> new Summaries(handle).deals());
    }

    /** How every listing went, in the order of their numbers. */
    public List<ListingSummary> listings() {
        return look(handle -> new Summaries(handle).listings());
    }

    /** Where every series of units stands, in the order of their numbers. */
    public List<SeriesSummary> unitSeries() {
        return look(handle -> new UnitSummaries(handle).series());
    }

    /** The register of holders of a series: everyone who holds units of it, in the order of the parties' numbers. */
    public List<UnitHolder> unitHolders(long seriesId) {
        return look(handle -> new UnitSummaries(handle).holders(seriesId));
    }

    /** Every trade of a series, in the order of the journal. */
    public List<UnitTrade> unitTrades(long seriesId) {
        return look(handle -> new UnitSummaries(handle).trades(seriesId));
    }

    /** The party with a code, or 0. */
    public long partyId(String code) {
        return id("SELECT party_id FROM party WHERE code = ?", code);
    }

    /** The listing with a code, or 0. */
    public long listingId(String code) {
        return id("SELECT listing_id FROM listing WHERE code = ?", code);
    }

    private long id(String sql, String code) {
        return look(
                handle -> handle.select(sql, code).mapTo(Long.class).findFirst().orElse(0L));
    }

    /** The account with the codes of party and listing in place of their numbers: {@code DEPOSIT{BUYER-A, L-01}}. */
    public String nameOf(AccountKey account) {
        return look(handle -> new Statements(handle).nameOf(account));
    }

    /** How every offering went, in the order of their numbers. */
    public List<OfferingSummary> offerings() {
        return look(handle -> new UnitSummaries(handle).offerings());
    }

    /** What became of every application and exercised right of an offering, in the order of their numbers. */
    public List<Subscription> subscriptions(long offeringId) {
        return look(handle -> new UnitSummaries(handle).subscriptions(offeringId));
    }

    /** How every demand with an award went, in the order of their numbers. */
    public List<DemandSummary> demands() {
        return look(handle -> new DemandSummaries(handle).demands());
    }

    private <T> T look(HandleCallback<T, RuntimeException> question) {
        return database.jdbi().inTransaction(question);
    }

    private static long reached(Handle handle, long sequence) {
        return Math.min(sequence, position(handle).sequence());
    }

    private static Position position(Handle handle) {
        return handle.select("SELECT sequence, time_nanos, chain FROM journal_position")
                .map((row, context) ->
                        new Position(row.getLong("sequence"), row.getLong("time_nanos"), row.getString("chain")))
                .findOne()
                .orElse(Position.START);
    }
}
