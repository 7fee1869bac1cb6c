package org.tpx.settlement.ledger;

import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.tpx.protocol.Currency;
import org.tpx.protocol.DealEvent.ApprovalRefused;
import org.tpx.protocol.DealEvent.CertificateIssued;
import org.tpx.protocol.DealEvent.ContractEffective;
import org.tpx.protocol.DealEvent.ContractSigned;
import org.tpx.protocol.DealEvent.DealCompleted;
import org.tpx.protocol.DealEvent.DealDefaulted;
import org.tpx.protocol.DealEvent.DepositConverted;
import org.tpx.protocol.DealEvent.FeeAccrued;
import org.tpx.protocol.DealEvent.HandoverAccepted;
import org.tpx.protocol.DealEvent.PricePaid;
import org.tpx.protocol.DealEvent.PriceShort;
import org.tpx.protocol.DealEvent.TitleRegistered;
import org.tpx.protocol.FeeSide;
import org.tpx.protocol.Money;
import org.tpx.protocol.PaymentKind;
import org.tpx.protocol.PaymentState;
import org.tpx.protocol.RightEvent.LicenceRecorded;
import org.tpx.protocol.SaleEvent.DealAnnulled;

/**
 * Every deal from signing to completion, looked at with figures of its own: fees from the schedule, what is due, what was paid, what
 * the seller gets, and one certificate for every deal that is completed.
 */
final class Deals {
    private final Handle handle;
    private final Ledger ledger;
    private final Listings listings;
    private final Offers offers;
    private final Buyers buyers;
    private final Packages packages;
    private final ShareDeals shares;
    private final Waivers waivers;
    private final Commissions commissions;
    private final Differences differences;
    private final TurnTally tally;
    private final Deliveries deliveries;

    Deals(
            Handle handle,
            Ledger ledger,
            Listings listings,
            Offers offers,
            Buyers buyers,
            Packages packages,
            ShareDeals shares,
            Waivers waivers,
            Commissions commissions,
            Differences differences,
            TurnTally tally) {
        this.handle = handle;
        this.ledger = ledger;
        this.listings = listings;
        this.offers = offers;
        this.buyers = buyers;
        this.packages = packages;
        this.shares = shares;
        this.waivers = waivers;
        this.commissions = commissions;
        this.differences = differences;
        this.tally = tally;
        deliveries = new Deliveries(handle, this, differences);
    }

    /** What leaves the prices of these deals. */
    Deliveries deliveries() {
        return deliveries;
    }

    void signed(Place place, ContractSigned event) {
        Optional<Listing> listing = listings.find(event.listingId());
        Optional<FeeTariff> tariff = listing.flatMap(listings::tariff);
        Optional<Award> award = listings.lastAward(event.listingId(), 0);
        differences.require(tariff.isPresent(), "fee schedule of listing " + event.listingId(), "loaded", "unknown");
        Award signed = new Award(event.transfereeId(), event.price().minor(), event.feeMode());
        differences.check(
                "award behind DEAL-" + event.dealId(),
                award.map(Award::toString).orElse("none"),
                signed.toString());
        differences.check(
                "transferor of DEAL-" + event.dealId(),
                listing.map(Listing::transferorId).orElse(0L),
                event.transferorId());
        offers.markedPriceMinor(event.listingId())
                .ifPresent(marked -> differences.check(
                        "marked price behind DEAL-" + event.dealId(),
                        event.price().currency(),
                        marked,
                        event.price().minor()));
        packages.find(event.listingId())
                .ifPresent(stretch -> differences.check(
                        "share of the bid behind DEAL-" + event.dealId(),
                        event.price().currency(),
                        stretch.priceMinor(),
                        event.price().minor()));
        buyers.sharedMinor(event.listingId(), event.transfereeId())
                .ifPresent(shared -> differences.check(
                        "parts of the price behind DEAL-" + event.dealId(),
                        event.price().currency(),
                        shared,
                        event.price().minor()));
        long sellerFee = feeMinor(tariff, event, FeeSide.SELLER);
        // It is taken out of the price, so the price is the most that it can be.
        insert(place, event, Math.min(sellerFee, event.price().minor()), feeMinor(tariff, event, FeeSide.BUYER));
    }

    private long feeMinor(Optional<FeeTariff> tariff, ContractSigned event, FeeSide side) {
        if (offers.isFeeWaived(event.listingId())) {
            return 0;
        }
        Stretch stretch = packages.find(event.listingId())
                .orElse(Stretch.alone(event.price().minor()));
        return tariff.map(rates -> stretch.feeMinor(rates, event.feeMode(), side))
                .orElse(0L);
    }

    private void insert(Place place, ContractSigned event, long sellerFeeMinor, long buyerFeeMinor) {
        int inserted = handle.execute(
                "INSERT INTO deal (deal_id, listing_id, transferor_id, transferee_id, currency, price_minor, fee_mode,"
                        + " seller_fee_minor, buyer_fee_minor, deposit_minor, state, signed_nanos, effective_nanos,"
                        + " payment_due_nanos, funded_nanos, certified_nanos, delivered_nanos, released_nanos, completed_nanos)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, 0, 0, 0, 0, 0, 0, 0) ON CONFLICT DO NOTHING",
                event.dealId(),
                event.listingId(),
                event.transferorId(),
                event.transfereeId(),
                event.price().currency(),
                event.price().minor(),
                event.feeMode(),
                sellerFeeMinor,
                buyerFeeMinor,
                Deal.State.SIGNED,
                place.timeNanos());
        differences.require(inserted == 1, "DEAL-" + event.dealId(), "a new deal", "signed before");
    }

    void effective(Place place, ContractEffective event) {
        find(event.dealId()).ifPresent(deal -> waiveFees(place, deal));
        find(event.dealId()).ifPresent(deal -> commissions.accrue(place, deal));
        with(event.dealId(), "ContractEffective", deal -> {
            long held = buyers.of(deal, deal.cashPriceMinor()).stream()
                    .mapToLong(share -> convertibleMinor(deal, share))
                    .sum();
            long due = Math.subtractExact(deal.totalMinor(), held);
            differences.check(deal.named("price and buyer's fee less deposit"), money(deal, due), event.due());
            differences.check(deal.named("state at ContractEffective"), Deal.State.SIGNED, deal.state());
            handle.execute(
                    "UPDATE deal SET state = ?, effective_nanos = ?, payment_due_nanos = ? WHERE deal_id = ?",
                    Deal.State.EFFECTIVE,
                    place.timeNanos(),
                    event.paymentDueNanos(),
                    deal.dealId());
        });
    }

    /** Takes what waivers spare off the fees of both sides. */
    private void waiveFees(Place place, Deal deal) {
        long seller = waivers.spare(place, deal, FeeSide.SELLER, deal.transferorId(), deal.sellerFeeMinor());
        long buyer = buyers.of(deal, deal.buyerFeeMinor()).stream()
                .mapToLong(share -> waivers.spare(place, deal, FeeSide.BUYER, share.partyId(), share.priceMinor()))
                .sum();
        handle.execute(
                "UPDATE deal SET seller_fee_minor = seller_fee_minor - ?, buyer_fee_minor = buyer_fee_minor - ?"
                        + " WHERE deal_id = ?",
                seller,
                buyer,
                deal.dealId());
    }

    void depositConverted(Place place, DepositConverted event) {
        with(event.dealId(), "DepositConverted", deal -> {
            long convertible = buyers.of(deal, deal.cashPriceMinor()).stream()
                    .filter(share -> share.partyId() == event.partyId())
                    .mapToLong(share -> convertibleMinor(deal, share))
                    .sum();
            differences.check(deal.named("converted deposit"), money(deal, convertible), event.amount());
            handle.execute(
                    "UPDATE deal SET deposit_minor = deposit_minor + ? WHERE deal_id = ?",
                    event.amount().minor(),
                    deal.dealId());
        });
    }

    /** What is held of a buyer's deposit, up to its part of the price. */
    private long convertibleMinor(Deal deal, Buyers.Share share) {
        AccountKey deposit = AccountKey.deposit(share.partyId(), deal.listingId(), deal.currency());
        return Math.min(ledger.balanceMinor(deposit), share.priceMinor());
    }

    void feeAccrued(Place place, FeeAccrued event) {
        with(event.dealId(), "FeeAccrued", deal -> {
            String what = deal.named(event.side() == FeeSide.SELLER ? "seller's fee" : "buyer's fee");
            long fee = feeMinor(deal, event);
            differences.check(what, money(deal, fee), event.amount());
            differences.require(
                    isPayer(deal, event), what + ", payer", "a party of the deal", "party " + event.partyId());
            int inserted = handle.execute(
                    "INSERT INTO fee (deal_id, side, party_id, currency, accrued_minor, recomputed_minor, accrued_nanos)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                    deal.dealId(),
                    event.side(),
                    event.partyId(),
                    event.amount().currency(),
                    event.amount().minor(),
                    fee,
                    place.timeNanos());
            differences.require(inserted == 1, what, "accrued once", "accrued again");
        });
    }

    private boolean isPayer(Deal deal, FeeAccrued event) {
        return event.side() == FeeSide.SELLER
                ? event.partyId() == deal.transferorId()
                : buyers.of(deal, 0).stream().anyMatch(share -> share.partyId() == event.partyId());
    }

    private long feeMinor(Deal deal, FeeAccrued event) {
        if (event.side() == FeeSide.SELLER) {
            return deal.sellerFeeMinor();
        }
        long beforeWaivers = deal.buyerFeeMinor() + waivers.sparedMinor(deal.dealId(), FeeSide.BUYER);
        return buyers.of(deal, beforeWaivers).stream()
                        .filter(share -> share.partyId() == event.partyId())
                        .mapToLong(Buyers.Share::priceMinor)
                        .sum()
                - waivers.sparedMinor(deal.dealId(), FeeSide.BUYER, event.partyId());
    }

    void priceShort(Place place, PriceShort event) {
        with(event.dealId(), "PriceShort", deal -> {
            long missing = Math.subtractExact(deal.totalMinor(), paidMinor(deal));
            differences.check(deal.named("what misses of price and fee"), money(deal, missing), event.missing());
        });
    }

    private long paidMinor(Deal deal) {
        return ledger.balanceMinor(deal.priceAccount())
                + ledger.balanceMinor(deal.feeAccount())
                + ledger.balanceMinor(deal.commissionAccount());
    }

    void pricePaid(Place place, PricePaid event) {
        with(event.dealId(), "PricePaid", deal -> {
            differences.check(deal.named("price and buyer's fee"), money(deal, deal.totalMinor()), event.amount());
            differences.check(
                    deal.named("price held, less the seller's fee"),
                    deal.currency(),
                    deal.netMinor(),
                    ledger.balanceMinor(deal.priceAccount()));
            differences.check(
                    deal.named("fees held of both sides"),
                    deal.currency(),
                    deal.feesMinor(),
                    ledger.balanceMinor(deal.feeAccount()));
            differences.check(
                    deal.named("commissions held of both sides"),
                    deal.currency(),
                    deal.commissionsMinor(),
                    ledger.balanceMinor(deal.commissionAccount()));
            commissions.checkTold(deal);
            differences.check(deal.named("state at PricePaid"), Deal.State.EFFECTIVE, deal.state());
            move(deal, Deal.State.FUNDED, "funded_nanos", place);
        });
    }

    void defaulted(Place place, DealDefaulted event) {
        with(event.dealId(), "DealDefaulted", deal -> {
            differences.check(deal.named("state at DealDefaulted"), Deal.State.EFFECTIVE, deal.state());
            end(deal, Deal.State.DEFAULTED);
        });
    }

    /** The contract never took effect: nothing of it may be on its accounts, and no fee is due. */
    void approvalRefused(Place place, ApprovalRefused event) {
        with(event.dealId(), "ApprovalRefused", deal -> {
            differences.check(deal.named("state at ApprovalRefused"), Deal.State.SIGNED, deal.state());
            end(deal, Deal.State.RESCINDED);
        });
    }

    /** The sale is void: no certificate may have been issued, and nothing may be left on the accounts of the contract. */
    void annulled(Place place, DealAnnulled event) {
        with(event.dealId(), "DealAnnulled", deal -> {
            boolean open = deal.state().compareTo(Deal.State.FUNDED) <= 0;
            differences.require(
                    open,
                    deal.named("state at DealAnnulled"),
                    Deal.State.FUNDED + " at most",
                    deal.state().name());
            end(deal, Deal.State.RESCINDED);
        });
    }

    /** The deal is off: nothing may be left on the accounts of the contract. */
    void end(Deal deal, Deal.State last) {
        handle.execute("UPDATE deal SET state = ? WHERE deal_id = ?", last, deal.dealId());
        tally.touchDeal(deal.dealId());
    }

    void certificateIssued(Place place, CertificateIssued event) {
        with(event.dealId(), "CertificateIssued", deal -> {
            differences.check(deal.named("state at CertificateIssued"), Deal.State.FUNDED, deal.state());
            differences.check(deal.named("certificates before this one"), 0L, certificates(deal.dealId()));
            differences.check(deal.named("price on the certificate"), money(deal, deal.priceMinor()), event.price());
            differences.check(deal.named("seller on the certificate"), deal.transferorId(), event.transferorId());
            differences.check(deal.named("buyer on the certificate"), deal.transfereeId(), event.transfereeId());
            insert(place, event);
            move(deal, Deal.State.CERTIFIED, "certified_nanos", place);
        });
    }

    private void insert(Place place, CertificateIssued event) {
        int inserted = handle.execute(
                "INSERT INTO certificate (certificate_id, certificate_number, deal_id, listing_id, transferor_id,"
                        + " transferee_id, currency, price_minor, issued_sequence, issued_nanos)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                event.certificateId(),
                event.certificateNumber(),
                event.dealId(),
                event.listingId(),
                event.transferorId(),
                event.transfereeId(),
                event.price().currency(),
                event.price().minor(),
                place.sequence(),
                place.timeNanos());
        differences.require(inserted == 1, "certificate " + event.certificateNumber(), "a new one", "issued before");
    }

    /** A listing is completed: exactly one certificate of it is in force. */
    void checkCertified(long listingId) {
        long issued = handle.select(
                        "SELECT COUNT(*) FROM certificate WHERE listing_id = ? AND revoked_nanos = 0", listingId)
                .mapTo(Long.class)
                .one();
        differences.check("certificates of the completed listing " + listingId, 1L, issued);
    }

    private long certificates(long dealId) {
        return handle.select("SELECT COUNT(*) FROM certificate WHERE deal_id = ?", dealId)
                .mapTo(Long.class)
                .one();
    }

    /** Shares pay the price: they moved in this turn, which releases it. */
    void checkShares(Place place, Deal deal) {
        shares.checkPaid(place, deal);
    }

    void titleRegistered(Place place, TitleRegistered event) {
        with(event.dealId(), "TitleRegistered", deal -> deliveries.checkUnpledged(deal, "TitleRegistered"));
        delivered(place, event.dealId());
    }

    void handoverAccepted(Place place, HandoverAccepted event) {
        delivered(place, event.dealId());
    }

    /** The licence of a take-up is given when it is entered: there is no title to follow. */
    void licenceRecorded(Place place, LicenceRecorded event) {
        delivered(place, event.dealId());
    }

    private void delivered(Place place, long dealId) {
        handle.execute(
                "UPDATE deal SET delivered_nanos = ? WHERE deal_id = ? AND delivered_nanos = 0",
                place.timeNanos(),
                dealId);
    }

    void completed(Place place, DealCompleted event) {
        with(event.dealId(), "DealCompleted", deal -> {
            differences.check(deal.named("certificates at DealCompleted"), 1L, certificates(deal.dealId()));
            differences.check(deal.named("state at DealCompleted"), Deal.State.RELEASED, deal.state());
            differences.require(
                    deal.deliveredNanos() != 0, deal.named("delivery"), "title, handover or licence", "none of them");
            shares.checkSold(deal);
            deliveries.checkPaidOut(deal);
            checkPaidOut(deal, PaymentKind.FEES, deal.feesMinor());
            checkCommissionsPaid(deal);
            move(deal, Deal.State.COMPLETED, "completed_nanos", place);
        });
    }

    /** A payment of a listing's last deal was taken back before it was sent. */
    void recalled(long listingId, PaymentKind kind, long minor) {
        handle.select("SELECT MAX(deal_id) FROM deal WHERE listing_id = ?", listingId)
                .mapTo(Long.class)
                .findOne()
                .flatMap(this::find)
                .ifPresent(deal -> deliveries.recalled(deal, kind, minor));
    }

    private void checkPaidOut(Deal deal, PaymentKind kind, long minor) {
        long confirmed = handle.select(
                        "SELECT COUNT(*) FROM payment WHERE listing_id = ? AND kind = ? AND amount_minor = ? AND state = ?"
                                + " AND created_nanos >= ?",
                        deal.listingId(),
                        kind,
                        minor,
                        PaymentState.CONFIRMED,
                        deal.certifiedNanos())
                .mapTo(Long.class)
                .one();
        differences.require(
                minor == 0 || confirmed > 0, deal.named(kind + " at DealCompleted"), "paid out", "not paid out");
    }

    private void checkCommissionsPaid(Deal deal) {
        for (Buyers.Share payee : commissions.payees(deal.dealId())) {
            long paid = handle.select(
                            "SELECT COALESCE(SUM(amount_minor), 0) FROM payment WHERE listing_id = ? AND party_id = ? AND kind = ?"
                                    + " AND state = ? AND created_nanos >= ?",
                            deal.listingId(),
                            payee.partyId(),
                            PaymentKind.COMMISSION,
                            PaymentState.CONFIRMED,
                            deal.certifiedNanos())
                    .mapTo(Long.class)
                    .one();
            differences.check(
                    deal.named("commission paid to party " + payee.partyId()),
                    deal.currency(),
                    payee.priceMinor(),
                    paid);
        }
    }

    void move(Deal deal, Deal.State state, String column, Place place) {
        handle.execute(
                "UPDATE deal SET state = ?, " + column + " = ? WHERE deal_id = ?",
                state,
                place.timeNanos(),
                deal.dealId());
        tally.touchDeal(deal.dealId());
    }

    /** A turn moved these deals: what their state no longer needs must have left their accounts. */
    void checkTouched() {
        for (long dealId : tally.deals()) {
            find(dealId).ifPresent(this::checkAccounts);
        }
    }

    private void checkAccounts(Deal deal) {
        boolean feesGone = deal.state().compareTo(Deal.State.CERTIFIED) >= 0;
        boolean priceGone = deal.state().compareTo(Deal.State.RELEASED) >= 0;
        if (feesGone) {
            checkEmpty(deal, deal.feeAccount());
        }
        if (priceGone) {
            checkEmpty(deal, deal.priceAccount());
            checkEmpty(deal, deal.commissionAccount());
        }
    }

    private void checkEmpty(Deal deal, AccountKey account) {
        differences.check(
                "left on " + account + " once " + deal.state(), deal.currency(), 0, ledger.balanceMinor(account));
    }

    private static Money money(Deal deal, long minor) {
        return Money.ofMinor(minor, deal.currency());
    }

    void with(long dealId, String event, Consumer<Deal> action) {
        find(dealId).ifPresentOrElse(action, () -> differences.onDifference(event, "a signed deal", "DEAL-" + dealId));
    }

    private Optional<Deal> find(long dealId) {
        return handle.select("SELECT * FROM deal WHERE deal_id = ?", dealId)
                .map((row, context) -> new Deal(
                        dealId,
                        row.getLong("listing_id"),
                        row.getLong("transferor_id"),
                        row.getLong("transferee_id"),
                        Currency.valueOf(row.getString("currency")),
                        row.getLong("price_minor"),
                        shares.pay(row.getLong("listing_id")),
                        row.getLong("seller_fee_minor"),
                        row.getLong("buyer_fee_minor"),
                        row.getLong("seller_commission_minor"),
                        row.getLong("buyer_commission_minor"),
                        row.getLong("deposit_minor"),
                        Deal.State.valueOf(row.getString("state")),
                        row.getLong("certified_nanos"),
                        row.getLong("delivered_nanos")))
                .findOne();
    }
}
