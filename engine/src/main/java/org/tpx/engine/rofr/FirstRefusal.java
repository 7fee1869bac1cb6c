package org.tpx.engine.rofr;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.protocol.DayKind;
import org.tpx.protocol.PreemptiveHolder;
import org.tpx.protocol.RofrEvent.RofrTermsSet;
import org.tpx.protocol.RofrMode;
import org.tpx.protocol.RofrTerms;

/** The rights of first refusal in one listing: what the notice says, what each holder did, and the inquiry that runs. */
final class FirstRefusal implements Snapshot.Part {

    private static final RofrTermsSet BLANK =
            new RofrTermsSet(0, new RofrTerms(RofrMode.MATCH_ONCE, 1, 1, DayKind.CALENDAR, false, List.of()));

    private RofrTermsSet set = BLANK;
    private int attempt;
    private final List<Holder> holders = new ArrayList<>();
    private Found found = Found.NOTHING;
    private boolean inquiring;
    private boolean inquired;
    private boolean matched;

    FirstRefusal() {}

    FirstRefusal(RofrTermsSet set, int attempt) {
        this.set = set;
        begin(attempt);
    }

    RofrTerms terms() {
        return set.terms();
    }

    int attempt() {
        return attempt;
    }

    /** Nobody has answered anything: a new attempt at another price, or other terms. */
    void begin(int attempt) {
        this.attempt = attempt;
        holders.clear();
        set.terms().holders().forEach(holder -> holders.add(new Holder(holder)));
        found = Found.NOTHING;
        inquiring = false;
        inquired = false;
        matched = false;
    }

    List<Holder> holders() {
        return holders;
    }

    @Nullable
    Holder holder(long partyId) {
        for (Holder holder : holders) {
            if (holder.partyId() == partyId) {
                return holder;
            }
        }
        return null;
    }

    boolean isHolder(long partyId) {
        return holder(partyId) != null;
    }

    static boolean isHolder(RofrTerms terms, long partyId) {
        for (PreemptiveHolder holder : terms.holders()) {
            if (holder.partyId() == partyId) {
                return true;
            }
        }
        return false;
    }

    /** The price that the holders are asked about. */
    Found found() {
        return found;
    }

    /** Whether the holders are being asked. */
    boolean isInquiring() {
        return inquiring;
    }

    /** Whether they were asked in this attempt. */
    boolean wasInquired() {
        return inquired;
    }

    /** Whether the holders that took the last price lead the bidding. */
    boolean isMatched() {
        return matched;
    }

    void ask(Found price) {
        found = price;
        inquiring = true;
        inquired = true;
        matched = false;
    }

    void close() {
        inquiring = false;
    }

    void match() {
        matched = true;
    }

    /** A higher bid followed: whoever took the price before may take the next one. */
    void reopen() {
        matched = false;
        for (Holder holder : holders) {
            if (holder.is(Holder.State.EXERCISED)) {
                holder.become(Holder.State.OPEN);
            }
        }
    }

    int count(Holder.State state) {
        return (int) holders.stream().filter(holder -> holder.is(state)).count();
    }

    /** Those of the best rank that took the price, in the order of the notice. */
    List<Holder> takers() {
        int best = Integer.MAX_VALUE;
        for (Holder holder : holders) {
            if (holder.is(Holder.State.EXERCISED)) {
                best = Math.min(best, holder.rank());
            }
        }
        int rank = best;
        return holders.stream()
                .filter(holder -> holder.is(Holder.State.EXERCISED) && holder.rank() == rank)
                .toList();
    }

    @Override
    public void exchange(Snapshot snapshot) {
        set = snapshot.message(set);
        attempt = snapshot.number(attempt);
        snapshot.parts(holders, Holder::new);
        found = found.exchange(snapshot);
        inquiring = snapshot.flag(inquiring);
        inquired = snapshot.flag(inquired);
        matched = snapshot.flag(matched);
    }
}
