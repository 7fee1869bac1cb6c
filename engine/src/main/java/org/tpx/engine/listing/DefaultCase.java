package org.tpx.engine.listing;

import org.tpx.engine.kernel.Snapshot;
import org.tpx.protocol.DefaultTrigger;
import org.tpx.protocol.FeeMode;
import org.tpx.protocol.Money;

/** One defaulter of a listing and what became of its deposit (section 5.4). */
final class DefaultCase implements Snapshot.Part {

    /** Where a case stands: found, replied to, upheld and waiting for the re-sale, shared out, or dismissed: no default at all. */
    enum Stage {
        FOUND,
        REPLIED,
        UPHELD,
        CLOSED,
        DISMISSED
    }

    private long partyId;
    private DefaultTrigger trigger = DefaultTrigger.NO_QUOTE;
    private Money price = Money.NONE;
    private Money whole = Money.NONE;
    private FeeMode feeMode = FeeMode.BIDDING;
    private PackageShare packageShare = PackageShare.NONE;
    private Money amount = Money.NONE;
    private Stage stage = Stage.FOUND;
    private long replyTimerId;

    DefaultCase() {}

    DefaultCase(
            long partyId,
            DefaultTrigger trigger,
            Money price,
            Money whole,
            FeeMode feeMode,
            PackageShare packageShare,
            long replyTimerId) {
        this.partyId = partyId;
        this.trigger = trigger;
        this.price = price;
        this.whole = whole;
        this.feeMode = feeMode;
        this.packageShare = packageShare;
        this.replyTimerId = replyTimerId;
    }

    long partyId() {
        return partyId;
    }

    /** The price that was promised, the base of fees and shortfall. */
    Money price() {
        return price;
    }

    /** Of which price that is a part; the same where it is all of it. */
    Money whole() {
        return whole;
    }

    FeeMode feeMode() {
        return feeMode;
    }

    /** Where the price lay within a bid on several listings. */
    PackageShare packageShare() {
        return packageShare;
    }

    Stage stage() {
        return stage;
    }

    long replyTimerId() {
        return replyTimerId;
    }

    /** The deposit that was forfeited; {@link Money#NONE} before. */
    Money amount() {
        return amount;
    }

    void uphold(Money forfeited) {
        amount = forfeited;
        stage = Stage.UPHELD;
    }

    void become(Stage next) {
        stage = next;
    }

    @Override
    public void exchange(Snapshot snapshot) {
        partyId = snapshot.number(partyId);
        trigger = snapshot.constant(trigger);
        price = snapshot.money(price);
        whole = snapshot.money(whole);
        feeMode = snapshot.constant(feeMode);
        packageShare = packageShare.exchange(snapshot);
        amount = snapshot.money(amount);
        stage = snapshot.constant(stage);
        replyTimerId = snapshot.number(replyTimerId);
    }
}
