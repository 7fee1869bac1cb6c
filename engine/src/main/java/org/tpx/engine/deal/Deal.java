package org.tpx.engine.deal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.money.LargestRemainder;
import org.tpx.protocol.BuyerShare;
import org.tpx.protocol.DealState;
import org.tpx.protocol.FeeMode;
import org.tpx.protocol.FeeSide;
import org.tpx.protocol.Money;

/** One deal: what was agreed, what has been paid, and how far it is. Its states are drawn in the package comment. */
final class Deal implements Snapshot.Part {

    private long id;
    private long listingId;
    private long transferorId;
    private long transfereeId;
    private Money price = Money.NONE;
    private FeeMode feeMode = FeeMode.BIDDING;
    private DealState state = DealState.SIGNED;
    private final List<Buyer> buyers = new ArrayList<>();
    private final List<Commission> commissions = new ArrayList<>();
    private Money sellerFee = Money.NONE;
    private Money sellerPaid = Money.NONE;
    private boolean paidInShares;
    private boolean sharesMoved;
    private boolean published;
    private boolean titleDone;
    private boolean released;
    private long certificateId;
    private long feePaymentId;
    private final Delivery delivery = new Delivery();

    Deal() {}

    Deal(long id, long listingId, long transferorId, List<BuyerShare> shares, Money price, FeeMode feeMode) {
        this.id = id;
        this.listingId = listingId;
        this.transferorId = transferorId;
        transfereeId = shares.get(0).partyId();
        this.price = price;
        this.feeMode = feeMode;
        sellerPaid = Money.zero(price.currency());
        shares.forEach(share -> buyers.add(new Buyer(share)));
    }

    long id() {
        return id;
    }

    long listingId() {
        return listingId;
    }

    long transferorId() {
        return transferorId;
    }

    /** The transferee; where several share, the first of them. */
    long transfereeId() {
        return transfereeId;
    }

    Money price() {
        return price;
    }

    FeeMode feeMode() {
        return feeMode;
    }

    DealState state() {
        return state;
    }

    void become(DealState next) {
        state = next;
    }

    /** The transferees, each with its part of the price. */
    List<Buyer> buyers() {
        return buyers;
    }

    /** The transferee of this identity, or null. */
    @Nullable
    Buyer buyer(long partyId) {
        for (Buyer buyer : buyers) {
            if (buyer.partyId() == partyId) {
                return buyer;
            }
        }
        return null;
    }

    Money buyerFee() {
        return sum(Buyer::fee);
    }

    Money sellerFee() {
        return sellerFee;
    }

    /** Shares pay the price; both sides pay their fees in money. */
    void payInShares() {
        paidInShares = true;
        buyers.forEach(Buyer::payInShares);
    }

    boolean isPaidInShares() {
        return paidInShares;
    }

    void moveShares() {
        sharesMoved = true;
    }

    /** Whether shares are blocked to pay the price, or have moved: an entry in a register of shares is not taken back by this deal. */
    boolean isBoundByShares() {
        return paidInShares || sharesMoved;
    }

    /** The seller's fee is taken out of the price, so the price is the most that it can be; each buyer bears its part of the other. */
    void takeEffect(Money sellerFee, Money buyerFee) {
        this.sellerFee = sellerFee.min(price);
        List<Money> fees = shared(buyerFee);
        for (int i = 0; i < fees.size(); i++) {
            buyers.get(i).charge(fees.get(i));
        }
        state = DealState.EFFECTIVE;
    }

    /** What each buyer bears of an amount, in proportion to their prices and in their order. */
    List<Money> shared(Money whole) {
        // What is given away has no price, and somebody must bear its fee.
        long[] prices = buyers.stream()
                .mapToLong(buyer -> Math.max(1, buyer.price().minor()))
                .toArray();
        return Arrays.stream(LargestRemainder.divide(whole.minor(), prices))
                .mapToObj(part -> Money.ofMinor(part, price.currency()))
                .toList();
    }

    /** What brokers get of it. */
    List<Commission> commissions() {
        return commissions;
    }

    /** What the transferor pays to brokers. */
    Money sellerCommission() {
        return commissions.stream()
                .filter(commission -> commission.payer() == FeeSide.SELLER)
                .map(Commission::amount)
                .reduce(Money.zero(price.currency()), Money::plus);
    }

    /** So much of the seller's fee is not asked for. */
    void spareSeller(Money amount) {
        sellerFee = sellerFee.minus(amount);
    }

    /** What was paid in money, of price, fees and commissions, deposits included. */
    Money received() {
        return sum(Buyer::received).plus(sellerPaid);
    }

    /**
     * What is still owed in money: the rest of the price, the buyers' fee and their brokers' commissions, and the seller's fee where nothing
     * is taken out of the price.
     */
    Money owed() {
        return sum(Buyer::owed).plus(sellerOwed());
    }

    /** What a party still owes of it. */
    Money owedBy(long partyId) {
        Buyer buyer = buyer(partyId);
        if (buyer != null) {
            return buyer.owed();
        }
        return partyId == transferorId ? sellerOwed() : Money.zero(price.currency());
    }

    /** What a party has paid of the price beyond its deposit. */
    Money paidPriceBy(long partyId) {
        Buyer buyer = buyer(partyId);
        return buyer == null ? Money.zero(price.currency()) : buyer.paidPrice();
    }

    /** What a party has paid for brokers beside the price. */
    Money paidCommissionBy(long partyId) {
        Buyer buyer = buyer(partyId);
        return buyer == null ? Money.zero(price.currency()) : buyer.paidCommission();
    }

    /** A party paid so much of what it owes. */
    void pay(long partyId, Money amount) {
        Buyer buyer = buyer(partyId);
        if (buyer != null) {
            buyer.pay(amount);
        } else {
            sellerPaid = sellerPaid.plus(amount);
        }
    }

    private Money sellerOwed() {
        return paidInShares ? sellerFee.minus(sellerPaid) : Money.zero(price.currency());
    }

    /** What the seller paid in money of its fee. */
    Money sellerPaid() {
        return sellerPaid;
    }

    /** What of the price in money is kept for the seller's fee. */
    Money reservedFee() {
        return paidInShares ? Money.zero(price.currency()) : sellerFee;
    }

    private Money sum(Function<Buyer, Money> amount) {
        return buyers.stream().map(amount).reduce(Money.zero(price.currency()), Money::plus);
    }

    /** What the transferor gets in money. */
    Money net() {
        return paidInShares
                ? Money.zero(price.currency())
                : price.minus(sellerFee).minus(sellerCommission());
    }

    boolean isPublished() {
        return published;
    }

    void publish() {
        published = true;
    }

    boolean isTitleDone() {
        return titleDone;
    }

    void titleDone() {
        titleDone = true;
    }

    boolean isCertified() {
        return certificateId != 0;
    }

    void certify(long certificateId, long feePaymentId) {
        this.certificateId = certificateId;
        this.feePaymentId = feePaymentId;
        state = DealState.CERTIFIED;
    }

    boolean isReleased() {
        return released;
    }

    /** All of the price that was to go to the transferor is on its way. */
    void release() {
        released = true;
        state = DealState.RELEASED;
    }

    /** What left it, and what keeps it. */
    Delivery delivery() {
        return delivery;
    }

    /** The certificate, or 0 before it is issued. */
    long certificateId() {
        return certificateId;
    }

    /** The payment of the fees to the operating account, or 0 where there are none. */
    long feePaymentId() {
        return feePaymentId;
    }

    @Override
    public void exchange(Snapshot snapshot) {
        id = snapshot.number(id);
        listingId = snapshot.number(listingId);
        transferorId = snapshot.number(transferorId);
        transfereeId = snapshot.number(transfereeId);
        price = snapshot.money(price);
        feeMode = snapshot.constant(feeMode);
        state = snapshot.constant(state);
        snapshot.parts(buyers, Buyer::new);
        snapshot.parts(commissions, Commission::new);
        sellerFee = snapshot.money(sellerFee);
        sellerPaid = snapshot.money(sellerPaid);
        paidInShares = snapshot.flag(paidInShares);
        sharesMoved = snapshot.flag(sharesMoved);
        published = snapshot.flag(published);
        titleDone = snapshot.flag(titleDone);
        released = snapshot.flag(released);
        certificateId = snapshot.number(certificateId);
        feePaymentId = snapshot.number(feePaymentId);
        delivery.exchange(snapshot);
    }
}
