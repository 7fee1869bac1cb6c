package org.tpx.engine.deal;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.money.LargestRemainder;
import org.tpx.protocol.BuyerShare;
import org.tpx.protocol.DealState;
import org.tpx.protocol.FeeMode;
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
    private Money sellerFee = Money.NONE;
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

    /** The seller's fee is taken out of the price, so the price is the most that it can be; each buyer bears its part of the other. */
    void takeEffect(Money sellerFee, Money buyerFee) {
        this.sellerFee = sellerFee.min(price);
        // What is given away has no price, and somebody must bear its fee.
        long[] prices = buyers.stream()
                .mapToLong(buyer -> Math.max(1, buyer.price().minor()))
                .toArray();
        long[] fees = LargestRemainder.divide(buyerFee.minor(), prices);
        for (int i = 0; i < fees.length; i++) {
            buyers.get(i).charge(Money.ofMinor(fees[i], price.currency()));
        }
        state = DealState.EFFECTIVE;
    }

    /** So much of the seller's fee is not asked for. */
    void spareSeller(Money amount) {
        sellerFee = sellerFee.minus(amount);
    }

    /** What was paid of price and fee, deposits included. */
    Money received() {
        return sum(Buyer::received);
    }

    /** What the buyers still owe: the rest of the price and their fee. */
    Money owed() {
        return sum(Buyer::owed);
    }

    private Money sum(Function<Buyer, Money> amount) {
        return buyers.stream().map(amount).reduce(Money.zero(price.currency()), Money::plus);
    }

    /** What the transferor gets. */
    Money net() {
        return price.minus(sellerFee);
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
        sellerFee = snapshot.money(sellerFee);
        published = snapshot.flag(published);
        titleDone = snapshot.flag(titleDone);
        released = snapshot.flag(released);
        certificateId = snapshot.number(certificateId);
        feePaymentId = snapshot.number(feePaymentId);
        delivery.exchange(snapshot);
    }
}
