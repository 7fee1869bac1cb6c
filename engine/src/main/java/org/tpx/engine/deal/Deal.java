package org.tpx.engine.deal;

import org.tpx.engine.kernel.Snapshot;
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
    private Money deposit = Money.NONE;
    private Money buyerFee = Money.NONE;
    private Money sellerFee = Money.NONE;
    private Money paid = Money.NONE;
    private boolean published;
    private boolean titleDone;
    private boolean released;
    private long certificateId;
    private long releasePaymentId;
    private long feePaymentId;

    Deal() {}

    Deal(long id, long listingId, long transferorId, long transfereeId, Money price, FeeMode feeMode) {
        this.id = id;
        this.listingId = listingId;
        this.transferorId = transferorId;
        this.transfereeId = transfereeId;
        this.price = price;
        this.feeMode = feeMode;
        paid = Money.zero(price.currency());
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

    /** The deposit that became price. */
    Money deposit() {
        return deposit;
    }

    Money buyerFee() {
        return buyerFee;
    }

    Money sellerFee() {
        return sellerFee;
    }

    /** The deposit becomes price. The seller's fee is taken out of the price, so the price is the most that it can be. */
    void convert(Money deposit, Money sellerFee, Money buyerFee) {
        this.deposit = deposit;
        this.sellerFee = sellerFee.min(price);
        this.buyerFee = buyerFee;
        state = DealState.EFFECTIVE;
    }

    /** What the buyer paid beyond the deposit for price and fee. */
    Money paid() {
        return paid;
    }

    void pay(Money amount) {
        paid = paid.plus(amount);
    }

    /** What the buyer still owes: the rest of the price and its fee. */
    Money owed() {
        return price.minus(deposit).plus(buyerFee).minus(paid);
    }

    /** What is still missing of the price alone; payments fill the price before the fee. */
    Money owedPrice() {
        Money rest = price.minus(deposit).minus(paid);
        return rest.isPositive() ? rest : Money.zero(price.currency());
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

    /** The price may go to the transferor by this payment; 0 where the fee has consumed it. */
    void release(long paymentId) {
        released = true;
        releasePaymentId = paymentId;
        state = DealState.RELEASED;
    }

    /** The payment of the price to the transferor, or 0 where there is none. */
    long releasePaymentId() {
        return releasePaymentId;
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
        deposit = snapshot.money(deposit);
        buyerFee = snapshot.money(buyerFee);
        sellerFee = snapshot.money(sellerFee);
        paid = snapshot.money(paid);
        published = snapshot.flag(published);
        titleDone = snapshot.flag(titleDone);
        released = snapshot.flag(released);
        certificateId = snapshot.number(certificateId);
        releasePaymentId = snapshot.number(releasePaymentId);
        feePaymentId = snapshot.number(feePaymentId);
    }
}
