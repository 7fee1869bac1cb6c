package org.tpx.settlement.ledger;

import java.util.Comparator;
import org.tpx.protocol.AccountKind;
import org.tpx.protocol.Currency;
import org.tpx.protocol.PostingLeg;

/**
 * Names one account of the books: its kind, and of party, listing, deal and offering those that its kind is kept by; the others are 0.
 * An account holds one currency, so that two currencies of one party are two accounts.
 */
public record AccountKey(
        AccountKind kind, long partyId, long listingId, long dealId, long offeringId, Currency currency)
        implements Comparable<AccountKey> {

    private static final Comparator<AccountKey> ORDER = Comparator.comparing(AccountKey::kind)
            .thenComparingLong(AccountKey::partyId)
            .thenComparingLong(AccountKey::listingId)
            .thenComparingLong(AccountKey::dealId)
            .thenComparingLong(AccountKey::offeringId)
            .thenComparing(AccountKey::currency);

    /** An account that belongs to no offering. */
    public AccountKey(AccountKind kind, long partyId, long listingId, long dealId, Currency currency) {
        this(kind, partyId, listingId, dealId, 0, currency);
    }

    /** The account that a leg is booked on, with the ids that the leg carries, whether they belong to its kind or not. */
    public static AccountKey of(PostingLeg leg) {
        return new AccountKey(
                leg.account(),
                leg.partyId(),
                leg.listingId(),
                leg.dealId(),
                leg.offeringId(),
                leg.amount().currency());
    }

    /** The segregated bank account in a currency. */
    public static AccountKey settlement(Currency currency) {
        return new AccountKey(AccountKind.SETTLEMENT, 0, 0, 0, currency);
    }

    /** A party's deposit for a listing. */
    public static AccountKey deposit(long partyId, long listingId, Currency currency) {
        return new AccountKey(AccountKind.DEPOSIT, partyId, listingId, 0, currency);
    }

    /** The price of a deal. */
    public static AccountKey price(long dealId, Currency currency) {
        return new AccountKey(AccountKind.PRICE, 0, 0, dealId, currency);
    }

    /** The fees of a deal that are not earned yet. */
    public static AccountKey feeHeld(long dealId, Currency currency) {
        return new AccountKey(AccountKind.FEE_HELD, 0, 0, dealId, currency);
    }

    /** What is owed to a party. */
    public static AccountKey payable(long partyId, Currency currency) {
        return new AccountKey(AccountKind.PAYABLE, partyId, 0, 0, currency);
    }

    /** A party's money for buying units. */
    public static AccountKey trading(long partyId, Currency currency) {
        return new AccountKey(AccountKind.TRADING, partyId, 0, 0, currency);
    }

    /** What a party, or the issuer, has in an offering. */
    public static AccountKey subscription(long partyId, long offeringId, Currency currency) {
        return new AccountKey(AccountKind.SUBSCRIPTION, partyId, 0, 0, offeringId, currency);
    }

    /** The forfeited deposits of a listing that are not shared out yet. */
    public static AccountKey forfeit(long listingId, Currency currency) {
        return new AccountKey(AccountKind.FORFEIT, 0, listingId, 0, currency);
    }

    /** The earned fees on their way to the operating account. */
    public static AccountKey feeEarned(Currency currency) {
        return new AccountKey(AccountKind.FEE_EARNED, 0, 0, 0, currency);
    }

    /** The brokers' commissions of a deal. */
    public static AccountKey commission(long dealId, Currency currency) {
        return new AccountKey(AccountKind.COMMISSION, 0, 0, dealId, currency);
    }

    /** The exchange's own bank account in a currency. */
    public static AccountKey operating(Currency currency) {
        return new AccountKey(AccountKind.OPERATING, 0, 0, 0, currency);
    }

    /** What goes back to a party from the operating account. */
    public static AccountKey operatingPayable(long partyId, Currency currency) {
        return new AccountKey(AccountKind.OPERATING_PAYABLE, partyId, 0, 0, currency);
    }

    /** Whether the account is one of the two at the bank; every other account is a liability. */
    public boolean isAsset() {
        return kind.isAsset();
    }

    /** Whether the account is kept by exactly the ids that it carries. */
    public boolean isWellFormed() {
        boolean byOffering = kind == AccountKind.SUBSCRIPTION;
        boolean byParty = kind == AccountKind.DEPOSIT
                || kind == AccountKind.PAYABLE
                || kind == AccountKind.TRADING
                || kind == AccountKind.AWARD
                || kind == AccountKind.DIVIDEND
                || kind == AccountKind.OPERATING_PAYABLE
                || byOffering;
        boolean byListing = kind == AccountKind.DEPOSIT || kind == AccountKind.FORFEIT;
        boolean byDeal = kind == AccountKind.PRICE || kind == AccountKind.FEE_HELD || kind == AccountKind.COMMISSION;
        return partyId > 0 == byParty
                && listingId > 0 == byListing
                && dealId > 0 == byDeal
                && offeringId > 0 == byOffering
                && currency != Currency.XXX;
    }

    @Override
    public int compareTo(AccountKey other) {
        return ORDER.compare(this, other);
    }

    /** As the accounts are written in the rules: {@code DEPOSIT{party 3, listing 1} CNY}. */
    @Override
    public String toString() {
        String ids = id("party", partyId) + id("listing", listingId) + id("deal", dealId) + id("offering", offeringId);
        return kind + (ids.isEmpty() ? "" : "{" + ids.substring(2) + "}") + " " + currency;
    }

    private static String id(String word, long id) {
        return id == 0 ? "" : ", " + word + " " + id;
    }
}
