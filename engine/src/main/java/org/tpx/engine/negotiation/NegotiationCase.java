package org.tpx.engine.negotiation;

import org.tpx.engine.kernel.Snapshot;
import org.tpx.protocol.LegalBasis;
import org.tpx.protocol.Money;
import org.tpx.protocol.NegotiationTerms;

/** One negotiation: what was agreed and how far it is. Its states are drawn in the package comment. */
final class NegotiationCase implements Snapshot.Part {

    private long listingId;
    private long transfereeId;
    private LegalBasis basis = LegalBasis.PRIVATE_HOLDER;
    private Money price = Money.NONE;
    private String scope = "";
    private NegotiationState state = NegotiationState.PROPOSED;
    private boolean noticeOver;

    NegotiationCase() {}

    NegotiationCase(long listingId, NegotiationTerms terms) {
        this.listingId = listingId;
        basis = terms.basis();
        agree(terms.transfereeId(), terms.price(), terms.scope());
    }

    long listingId() {
        return listingId;
    }

    long transfereeId() {
        return transfereeId;
    }

    LegalBasis basis() {
        return basis;
    }

    Money price() {
        return price;
    }

    String scope() {
        return scope;
    }

    void agree(long transfereeId, Money price, String scope) {
        this.transfereeId = transfereeId;
        this.price = price;
        this.scope = scope;
    }

    NegotiationState state() {
        return state;
    }

    void become(NegotiationState next) {
        state = next;
    }

    /** Whether the notice on these terms has stood for its full length. */
    boolean isNoticeOver() {
        return noticeOver;
    }

    void post() {
        noticeOver = false;
        state = NegotiationState.IN_NOTICE;
    }

    void endNotice() {
        noticeOver = true;
    }

    @Override
    public void exchange(Snapshot snapshot) {
        listingId = snapshot.number(listingId);
        transfereeId = snapshot.number(transfereeId);
        basis = snapshot.constant(basis);
        price = snapshot.money(price);
        scope = snapshot.text(scope);
        state = snapshot.constant(state);
        noticeOver = snapshot.flag(noticeOver);
    }
}
