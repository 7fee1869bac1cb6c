package org.tpx.engine.money;

import java.util.ArrayList;
import java.util.List;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Turn;
import org.tpx.protocol.AccountKind;
import org.tpx.protocol.EntrySide;
import org.tpx.protocol.Money;
import org.tpx.protocol.MoneyEvent.MoneyPosted;
import org.tpx.protocol.PostingLeg;
import org.tpx.protocol.PostingReason;

/** Moves money in the books: every posting balances, and no account that owes falls below zero. */
public final class Ledger {

    private final Accounts accounts;
    private long lastPostingId;

    /** A ledger over these accounts. */
    public Ledger(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The balances. */
    public Accounts accounts() {
        return accounts;
    }

    /** Begins a posting; nothing moves before {@link Posting#post}. */
    public Posting posting(PostingReason reason) {
        return new Posting(reason);
    }

    /** Writes or reads the accounts and the number of the last posting. */
    public void exchange(Snapshot snapshot) {
        accounts.exchange(snapshot);
        lastPostingId = snapshot.number(lastPostingId);
    }

    /** A posting that is being put together. */
    public final class Posting {
        private final PostingReason reason;
        private final List<PostingLeg> debits = new ArrayList<>();
        private final List<PostingLeg> credits = new ArrayList<>();

        private Posting(PostingReason reason) {
            this.reason = reason;
        }

        /** Adds a debit, unless the amount is zero. Identities that the kind of account does not ask for are 0. */
        public Posting debit(AccountKind kind, long partyId, long listingId, long dealId, Money amount) {
            add(debits, new PostingLeg(kind, partyId, listingId, dealId, EntrySide.DEBIT, amount));
            return this;
        }

        /** Adds a credit, unless the amount is zero. Identities that the kind of account does not ask for are 0. */
        public Posting credit(AccountKind kind, long partyId, long listingId, long dealId, Money amount) {
            add(credits, new PostingLeg(kind, partyId, listingId, dealId, EntrySide.CREDIT, amount));
            return this;
        }

        /** Books the legs and emits MoneyPosted, debits first; nothing at all where every leg was zero. */
        public void post(Turn turn) {
            List<PostingLeg> legs = new ArrayList<>(debits);
            legs.addAll(credits);
            if (!legs.isEmpty()) {
                accounts.book(legs);
                turn.emit(new MoneyPosted(++lastPostingId, reason, legs));
            }
        }

        /** Adds a debit of what a party, or the issuer, has in an offering, unless the amount is zero. */
        public Posting debitSubscription(long partyId, long offeringId, Money amount) {
            add(debits, subscription(partyId, offeringId, EntrySide.DEBIT, amount));
            return this;
        }

        /** Adds a credit to what a party, or the issuer, has in an offering, unless the amount is zero. */
        public Posting creditSubscription(long partyId, long offeringId, Money amount) {
            add(credits, subscription(partyId, offeringId, EntrySide.CREDIT, amount));
            return this;
        }

        private static PostingLeg subscription(long partyId, long offeringId, EntrySide side, Money amount) {
            return new PostingLeg(AccountKind.SUBSCRIPTION, partyId, 0, 0, offeringId, side, amount);
        }

        private static void add(List<PostingLeg> legs, PostingLeg leg) {
            if (!leg.amount().isZero()) {
                legs.add(leg);
            }
        }
    }
}
