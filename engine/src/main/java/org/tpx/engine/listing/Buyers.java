package org.tpx.engine.listing;

import java.util.ArrayList;
import java.util.List;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.protocol.BuyerShare;
import org.tpx.protocol.Money;

/** Who was awarded a listing and what each pays of the price: one as a rule, several where holders share. */
public final class Buyers implements Snapshot.Part {

    private final List<Part> parts = new ArrayList<>();
    private final Papers papers = new Papers();

    Buyers() {}

    /** The shares in the order of the award; empty without one. */
    public List<BuyerShare> shares() {
        return parts.stream().map(part -> part.share).toList();
    }

    /** Whether several share the price. */
    public boolean areSeveral() {
        return parts.size() > 1;
    }

    /** What they and the transferor sign. */
    public Papers papers() {
        return papers;
    }

    void award(List<BuyerShare> shares) {
        parts.clear();
        shares.forEach(share -> parts.add(new Part(share)));
    }

    void clear() {
        parts.clear();
        papers.clear();
    }

    @Override
    public void exchange(Snapshot snapshot) {
        snapshot.parts(parts, () -> new Part(new BuyerShare(0, Money.NONE)));
        papers.exchange(snapshot);
    }

    private static final class Part implements Snapshot.Part {
        private BuyerShare share;

        private Part(BuyerShare share) {
            this.share = share;
        }

        @Override
        public void exchange(Snapshot snapshot) {
            share = new BuyerShare(snapshot.number(share.partyId()), snapshot.money(share.amount()));
        }
    }
}
