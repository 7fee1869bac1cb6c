package org.tpx.settlement.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.tpx.protocol.ChargeEvent.CommissionAccrued;
import org.tpx.protocol.ChargeEvent.CommissionAgreed;
import org.tpx.protocol.ChargeEvent.CommissionDisclosed;
import org.tpx.protocol.Currency;
import org.tpx.protocol.FeeSide;
import org.tpx.protocol.MandateScope;

/**
 * Brokers' commissions, reckoned a second time: whether a notice discloses what the mandate says, and what each broker gets of a deal. The
 * rate of the price is rounded half up; a minimum counts in the price's currency only; what the seller pays is at most what the exchange's
 * fee leaves of the price; several buyers share what the seller's broker gets of them in proportion to their prices.
 */
final class Commissions {
    private static final int PPM_DIGITS = 6;

    private record Terms(long memberId, FeeSide payer, int ratePpm, Currency currency, long minimumMinor) {

        long onMinor(long priceMinor, Currency priceCurrency) {
            long byRate = BigDecimal.valueOf(priceMinor)
                    .multiply(BigDecimal.valueOf(ratePpm, PPM_DIGITS))
                    .setScale(0, RoundingMode.HALF_UP)
                    .longValueExact();
            return currency == priceCurrency ? Math.max(byRate, minimumMinor) : byRate;
        }
    }

    private final Handle handle;
    private final Buyers buyers;
    private final Differences differences;

    Commissions(Handle handle, Buyers buyers, Differences differences) {
        this.handle = handle;
        this.buyers = buyers;
        this.differences = differences;
    }

    void agreed(Place place, CommissionAgreed event) {
        handle.execute(
                "INSERT INTO commission_agreed (party_id, member_id, scope, payer, rate_ppm, currency, minimum_minor)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (party_id, member_id, scope) DO UPDATE SET"
                        + " payer = excluded.payer, rate_ppm = excluded.rate_ppm, currency = excluded.currency,"
                        + " minimum_minor = excluded.minimum_minor",
                event.partyId(),
                event.memberId(),
                event.scope(),
                event.payer(),
                event.ratePpm(),
                event.minimum().currency(),
                event.minimum().minor());
    }

    /** A notice begins anew: what it discloses follows in the same turn. */
    void noticePublished(long listingId) {
        handle.execute("DELETE FROM commission_disclosed WHERE listing_id = ?", listingId);
    }

    void disclosed(Place place, CommissionDisclosed event) {
        Terms told = new Terms(
                event.memberId(),
                event.payer(),
                event.ratePpm(),
                event.minimum().currency(),
                event.minimum().minor());
        Optional<Terms> agreed = handle.select(
                        "SELECT c.* FROM commission_agreed c JOIN listing l ON l.transferor_id = c.party_id"
                                + " AND l.member_id = c.member_id WHERE l.listing_id = ? AND c.scope = ?",
                        event.listingId(),
                        MandateScope.SELL)
                .map((row, context) -> terms(row))
                .findOne();
        differences.check(
                "commission disclosed for listing " + event.listingId(),
                agreed.map(Terms::toString).orElse("none"),
                told.toString());
        handle.execute(
                "INSERT INTO commission_disclosed (listing_id, member_id, payer, rate_ppm, currency, minimum_minor)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                event.listingId(),
                told.memberId(),
                told.payer(),
                told.ratePpm(),
                told.currency(),
                told.minimumMinor());
    }

    /** A deal takes effect with these fees: works out what brokers get, which {@link #accrued} is expected to tell. */
    void accrue(Place place, Deal deal) {
        Optional<Terms> ofSeller = handle.select(
                        "SELECT * FROM commission_disclosed WHERE listing_id = ?", deal.listingId())
                .map((row, context) -> terms(row))
                .findOne();
        ofSeller.ifPresent(terms -> accrueSellersBroker(place, deal, terms));
        for (Buyers.Share share : buyers.of(deal, deal.priceMinor())) {
            ofBuyer(deal, share)
                    .ifPresent(terms -> insert(
                            place, deal, terms, share.partyId(), terms.onMinor(share.priceMinor(), deal.currency())));
        }
        handle.execute(
                "UPDATE deal SET seller_commission_minor = ?, buyer_commission_minor = ? WHERE deal_id = ?",
                sumMinor(deal.dealId(), FeeSide.SELLER),
                sumMinor(deal.dealId(), FeeSide.BUYER),
                deal.dealId());
    }

    private void accrueSellersBroker(Place place, Deal deal, Terms terms) {
        long whole = terms.onMinor(deal.priceMinor(), deal.currency());
        if (terms.payer() == FeeSide.SELLER) {
            insert(place, deal, terms, deal.transferorId(), Math.min(whole, deal.netMinor()));
            return;
        }
        buyers.of(deal, whole).forEach(share -> insert(place, deal, terms, share.partyId(), share.priceMinor()));
    }

    private Optional<Terms> ofBuyer(Deal deal, Buyers.Share share) {
        return handle.select(
                        "SELECT c.* FROM commission_agreed c JOIN intent i ON i.party_id = c.party_id AND i.member_id = c.member_id"
                                + " WHERE i.listing_id = ? AND c.party_id = ? AND c.scope = ?",
                        deal.listingId(),
                        share.partyId(),
                        MandateScope.BUY)
                .map((row, context) -> terms(row))
                .findOne();
    }

    /** A broker of both the seller and the buyer may get two parts of one buyer; the books keep them as one. */
    private void insert(Place place, Deal deal, Terms terms, long partyId, long minor) {
        if (minor == 0) {
            return;
        }
        handle.execute(
                "INSERT INTO commission (deal_id, member_id, party_id, payer, payee_id, currency, amount_minor, told_minor, accrued_nanos)"
                        + " SELECT ?, ?, ?, ?, COALESCE((SELECT party_id FROM member_account WHERE member_id = ?), 0), ?, ?, 0, ?"
                        + " WHERE 1 = 1 ON CONFLICT (deal_id, member_id, party_id, payer)"
                        + " DO UPDATE SET amount_minor = commission.amount_minor + excluded.amount_minor",
                deal.dealId(),
                terms.memberId(),
                partyId,
                terms.payer(),
                terms.memberId(),
                deal.currency(),
                minor,
                place.timeNanos());
    }

    void accrued(Place place, CommissionAccrued event) {
        int told = handle.execute(
                "UPDATE commission SET told_minor = told_minor + ? WHERE deal_id = ? AND member_id = ? AND party_id = ?"
                        + " AND payer = ? AND payee_id = ? AND told_minor + ? <= amount_minor",
                event.amount().minor(),
                event.dealId(),
                event.memberId(),
                event.partyId(),
                event.payer(),
                event.payeeId(),
                event.amount().minor());
        differences.require(
                told == 1,
                "commission of member " + event.memberId() + " of DEAL-" + event.dealId(),
                "as the books reckon it",
                event.toString());
    }

    /** The price is in: by now every commission was told in full. */
    void checkTold(Deal deal) {
        long untold = handle.select(
                        "SELECT COALESCE(SUM(amount_minor - told_minor), 0) FROM commission WHERE deal_id = ?",
                        deal.dealId())
                .mapTo(Long.class)
                .one();
        differences.check(deal.named("commissions that nobody told"), deal.currency(), 0, untold);
    }

    /** What brokers get of a deal in minor units, by the side that pays. */
    long sumMinor(long dealId, FeeSide payer) {
        return handle.select(
                        "SELECT COALESCE(SUM(amount_minor), 0) FROM commission WHERE deal_id = ? AND payer = ?",
                        dealId,
                        payer)
                .mapTo(Long.class)
                .one();
    }

    /** What one buyer pays to brokers of a deal, in minor units. */
    long ofBuyerMinor(long dealId, long partyId) {
        return handle.select(
                        "SELECT COALESCE(SUM(amount_minor), 0) FROM commission WHERE deal_id = ? AND payer = ? AND party_id = ?",
                        dealId,
                        FeeSide.BUYER,
                        partyId)
                .mapTo(Long.class)
                .one();
    }

    /** What each payee gets of a deal in minor units. */
    List<Buyers.Share> payees(long dealId) {
        return handle.select(
                        "SELECT payee_id, SUM(amount_minor) AS amount FROM commission WHERE deal_id = ? GROUP BY payee_id"
                                + " ORDER BY payee_id",
                        dealId)
                .map((row, context) -> new Buyers.Share(row.getLong("payee_id"), row.getLong("amount")))
                .list();
    }

    private static Terms terms(ResultSet row) throws SQLException {
        return new Terms(
                row.getLong("member_id"),
                FeeSide.valueOf(row.getString("payer")),
                row.getInt("rate_ppm"),
                Currency.valueOf(row.getString("currency")),
                row.getLong("minimum_minor"));
    }
}
