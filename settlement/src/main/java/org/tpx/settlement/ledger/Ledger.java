package org.tpx.settlement.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.tpx.protocol.Currency;
import org.tpx.protocol.EntrySide;
import org.tpx.protocol.Money;
import org.tpx.protocol.PostingLeg;

/**
 * The double-entry books in memory: balances of accounts, what of them is held, and the totals of both sides.
 *
 * <p>Its words are three. A <i>posting</i> moves money: its debits equal its credits in every currency and its amounts are above zero,
 * or it is refused as a whole ({@link BrokenBooksException}, nothing changed). Postings that are <i>linked</i> are all booked or none
 * is, and what lies between them is not looked at. A <i>hold</i> is the first phase of money that leaves: it waits on its account until
 * it is posted or voided; one that times out is told once, and its owner says what becomes of it.
 *
 * <p>What is well-formed is booked as told and looked at: no liability is below zero or below what is held of it, every account is kept
 * by the ids that it names, no posting mixes the operating books with the others, every hold that ends was open. What is otherwise goes to the {@link DifferenceListener}.
 *
 * <p>Accounts that are not in memory are read from an {@link AccountSource}; what changed since the last {@link #write} is handed
 * out by it in the order of the keys. All amounts are minor units. Single-threaded.
 */
public final class Ledger {
    private static final int CURRENCIES = Currency.values().length;

    private final AccountSource source;
    private final DifferenceListener differences;
    private final Map<AccountKey, Account> accounts = new HashMap<>();
    private final Holds holds = new Holds();
    private final List<Account> touched = new ArrayList<>();
    private final List<Account> unwritten = new ArrayList<>();
    private final long[] assets = new long[CURRENCIES];
    private final long[] liabilities = new long[CURRENCIES];
    private final long[] surplus = new long[CURRENCIES];

    /** Books without a past. */
    public Ledger(DifferenceListener differences) {
        this(AccountSource.NONE, differences);
    }

    /** Books that go on from what was written; {@link #resume} must be told the totals and the open holds. */
    public Ledger(AccountSource source, DifferenceListener differences) {
        this.source = source;
        this.differences = differences;
    }

    /** Tells the totals of one currency over all accounts that the source knows. */
    public void resume(Currency currency, long assetsMinor, long liabilitiesMinor) {
        assets[currency.ordinal()] = assetsMinor;
        liabilities[currency.ordinal()] = liabilitiesMinor;
    }

    /** Tells a hold that is open; its account counts it already. */
    public void resume(Hold hold) {
        holds.put(hold);
    }

    /**
     * Books the legs of one posting and looks at what they left.
     *
     * @throws BrokenBooksException when they do not balance or an amount is out of range; nothing is booked then
     */
    public void post(List<PostingLeg> legs) {
        long sum = sumOfWhole(legs);
        List<Account> accounts = accounts(legs);
        refuseOutOfRange(accounts, sum);
        book(legs, accounts);
        accounts.forEach(this::checkCovered);
    }

    /**
     * Books postings of which each needs all the others, and looks at what they left together.
     *
     * @throws BrokenBooksException when one of them does not balance or an amount is out of range; none is booked then
     */
    public void postLinked(List<List<PostingLeg>> postings) {
        long sum = 0;
        for (List<PostingLeg> legs : postings) {
            sum = addInRange(sum, sumOfWhole(legs));
        }
        List<List<Account>> accounts = postings.stream().map(this::accounts).toList();
        for (List<Account> of : accounts) {
            refuseOutOfRange(of, sum);
        }
        for (int i = 0; i < postings.size(); i++) {
            book(postings.get(i), accounts.get(i));
        }
        accounts.forEach(of -> of.forEach(this::checkCovered));
    }

    /** The sum of all amounts of a posting that is whole; any other is refused. */
    private long sumOfWhole(List<PostingLeg> legs) {
        if (legs.isEmpty()) {
            throw new BrokenBooksException("a posting has no legs.");
        }
        long sum = 0;
        for (PostingLeg leg : legs) {
            if (leg.amount().minor() <= 0) {
                throw new BrokenBooksException("a posting on " + AccountKey.of(leg) + " is of " + leg.amount() + ".");
            }
            sum = addInRange(sum, leg.amount().minor());
        }
        if (!balances(legs)) {
            throw new BrokenBooksException("the debits of a posting are not its credits: " + legs + ".");
        }
        return sum;
    }

    private boolean balances(List<PostingLeg> legs) {
        for (PostingLeg leg : legs) {
            surplus[leg.amount().currency().ordinal()] += debit(leg);
        }
        boolean balances = true;
        for (PostingLeg leg : legs) {
            int currency = leg.amount().currency().ordinal();
            balances &= surplus[currency] == 0;
        }
        for (PostingLeg leg : legs) {
            surplus[leg.amount().currency().ordinal()] = 0;
        }
        return balances;
    }

    private static long debit(PostingLeg leg) {
        long minor = leg.amount().minor();
        return leg.side() == EntrySide.DEBIT ? minor : -minor;
    }

    private List<Account> accounts(List<PostingLeg> legs) {
        List<Account> found = new ArrayList<>(legs.size());
        for (PostingLeg leg : legs) {
            found.add(account(AccountKey.of(leg)));
        }
        return found;
    }

    /** However the amounts fall, no account and no side can leave the range. */
    private void refuseOutOfRange(List<Account> accounts, long sum) {
        for (Account account : accounts) {
            AccountKey key = account.key();
            addInRange(Math.abs(account.balanceMinor()), sum);
            addInRange(Math.abs(side(key)[key.currency().ordinal()]), sum);
        }
    }

    private static long addInRange(long one, long other) {
        long sum = one + other;
        if (((one ^ sum) & (other ^ sum)) < 0) {
            throw new BrokenBooksException("amounts of " + one + " and " + other
                    + " minor units together are beyond what an account can hold.");
        }
        return sum;
    }

    private void book(List<PostingLeg> legs, List<Account> accounts) {
        boolean operating = legs.get(0).account().isOperating();
        for (int i = 0; i < legs.size(); i++) {
            PostingLeg leg = legs.get(i);
            Account account = accounts.get(i);
            AccountKey key = account.key();
            if (!key.isWellFormed()) {
                differences.onDifference("leg", "a well-formed account", key + " " + leg.amount());
            }
            if (key.kind().isOperating() != operating) {
                differences.onDifference("leg", "of the same books as the legs before it", key + " " + leg.amount());
            }
            long change = key.isAsset() ? debit(leg) : -debit(leg);
            side(key)[key.currency().ordinal()] += change;
            account.add(change);
            touch(account);
        }
    }

    private long[] side(AccountKey key) {
        return key.isAsset() ? assets : liabilities;
    }

    private void checkCovered(Account account) {
        long least = account.heldMinor();
        if (account.balanceMinor() < least || account.balanceMinor() < 0) {
            Currency currency = account.key().currency();
            differences.onDifference(
                    "balance of " + account.key(),
                    "at least " + Money.ofMinor(Math.max(0, least), currency),
                    Money.ofMinor(account.balanceMinor(), currency).toString());
        }
    }

    /**
     * Holds a part of an account. More than is there is a difference, and is held all the same; an id that is open already is one, and
     * nothing more is held.
     *
     * @throws BrokenBooksException for an amount that is not above zero, or that is out of range together with what is held
     */
    public void hold(Hold hold) {
        if (hold.minor() <= 0) {
            throw new BrokenBooksException("a hold on " + hold.account() + " is of " + hold.minor() + " minor units.");
        }
        if (holds.find(hold.id()).isPresent()) {
            differences.onDifference("hold " + hold.id(), "a new one", "open already");
            return;
        }
        Account account = account(hold.account());
        addInRange(account.heldMinor(), hold.minor());
        holds.put(hold);
        account.hold(hold.minor());
        touch(account);
        checkCovered(account);
    }

    /** Ends a hold whose money leaves: the posting that takes it follows in the same turn. One that is not open is a difference. */
    public void postHeld(long holdId) {
        end(holdId);
    }

    /** Ends a hold whose money stays. One that is not open is a difference. */
    public void voidHold(long holdId) {
        end(holdId);
    }

    private void end(long holdId) {
        Optional<Hold> ended = holds.remove(holdId);
        if (ended.isEmpty()) {
            differences.onDifference("hold " + holdId, "open", "not open");
            return;
        }
        Account account = account(ended.get().account());
        account.hold(-ended.get().minor());
        touch(account);
    }

    /** Lets an open hold time out at another instant; one that is not open, or timed out before, stays as it is. */
    public void prolong(long holdId, long untilNanos) {
        holds.find(holdId)
                .filter(hold -> hold.untilNanos() != Hold.FOREVER)
                .ifPresent(hold -> holds.put(hold.until(untilNanos)));
    }

    /** Lets an open hold time out no more. */
    public void keep(long holdId) {
        prolong(holdId, Hold.FOREVER);
    }

    /**
     * Hands out every hold that timed out before an instant, in the order (instant, id), each once. It is held on: whoever is told
     * voids it or lets it be.
     */
    public void timeOut(long nanos, Consumer<Hold> owner) {
        for (Optional<Hold> late = holds.firstBefore(nanos); late.isPresent(); late = holds.firstBefore(nanos)) {
            holds.put(late.get().until(Hold.FOREVER));
            owner.accept(late.get());
        }
    }

    /** The number of open holds. */
    public int openHolds() {
        return holds.size();
    }

    /** What an account holds. */
    public AccountBalance balance(AccountKey key) {
        return account(key).balance();
    }

    /** The balance of an account in minor units. */
    public long balanceMinor(AccountKey key) {
        return account(key).balanceMinor();
    }

    /** The asset side of one currency in minor units. */
    public long assetsMinor(Currency currency) {
        return assets[currency.ordinal()];
    }

    /** The sum of all liabilities in one currency in minor units. */
    public long liabilitiesMinor(Currency currency) {
        return liabilities[currency.ordinal()];
    }

    /** Ends a turn and hands out every account that it changed, in the order in which they were first changed. */
    public void endTurn(Consumer<AccountBalance> changed) {
        for (Account account : touched) {
            account.endTurn();
            changed.accept(account.balance());
        }
        touched.clear();
    }

    /**
     * Looks at both sides of the books.
     *
     * @throws BrokenBooksException when the asset of a currency is not the sum of its liabilities
     */
    public void requireEqualSides() {
        for (Currency currency : Currency.values()) {
            if (assetsMinor(currency) != liabilitiesMinor(currency)) {
                throw new BrokenBooksException("SETTLEMENT holds " + Money.ofMinor(assetsMinor(currency), currency)
                        + " and the liabilities are " + Money.ofMinor(liabilitiesMinor(currency), currency) + ".");
            }
        }
    }

    /** Hands out every account that changed since the last time, in the order of the keys, and counts them as written. */
    public void write(Consumer<AccountBalance> writer) {
        unwritten.sort((one, other) -> one.key().compareTo(other.key()));
        for (Account account : unwritten) {
            account.written();
            writer.accept(account.balance());
        }
        unwritten.clear();
    }

    /** Forgets the accounts in memory; they come back from the source. Only between turns, and when everything is written. */
    public void forget() {
        if (!touched.isEmpty() || !unwritten.isEmpty()) {
            throw new IllegalStateException("accounts that changed would be forgotten");
        }
        accounts.clear();
    }

    /** Forgets everything, written or not, as after a failed write; {@link #resume} must be told totals and holds again. */
    public void reset() {
        accounts.clear();
        holds.clear();
        touched.clear();
        unwritten.clear();
        Arrays.fill(assets, 0);
        Arrays.fill(liabilities, 0);
    }

    /** The number of accounts in memory. */
    public int size() {
        return accounts.size();
    }

    private void touch(Account account) {
        if (account.touch()) {
            touched.add(account);
        }
        if (account.needWriting()) {
            unwritten.add(account);
        }
    }

    private Account account(AccountKey key) {
        Account account = accounts.get(key);
        if (account == null) {
            account = new Account(source.read(key));
            accounts.put(key, account);
        }
        return account;
    }
}
