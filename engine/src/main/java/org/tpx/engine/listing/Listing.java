package org.tpx.engine.listing;

import java.util.ArrayList;
import java.util.List;
import org.agrona.collections.Long2ObjectHashMap;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Codes;
import org.tpx.engine.kernel.Invariant;
import org.tpx.engine.kernel.InvariantBrokenException;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.protocol.AuctionMode;
import org.tpx.protocol.BuyerShare;
import org.tpx.protocol.Currency;
import org.tpx.protocol.FeeMode;
import org.tpx.protocol.IntentState;
import org.tpx.protocol.ListingEvent.ListingDrafted;
import org.tpx.protocol.ListingState;
import org.tpx.protocol.ListingTerms;
import org.tpx.protocol.Money;

/**
 * One listing with everything that belongs to it up to the contract: terms, notice, intents, award, defaults. It keeps
 * state and answers questions; what happens to it is decided in the classes beside it. The diagram of its states is in
 * the package comment.
 */
public final class Listing implements Snapshot.Part, Codes.Coded {

    private final Listings all;
    private ListingDrafted drafted;
    private String number = "";
    private int profileVersion;
    private int feeScheduleVersion;
    private ListingState state = ListingState.DRAFT;
    private ListingState suspendedState = ListingState.DRAFT;
    private int attempt = 1;
    private int cycle;
    private Money price;
    private Money deposit;
    private int disclosureDays;
    private long firstNoticeNanos;
    private long preDisclosureEndNanos;
    private boolean lifeOver;
    private boolean feeWaived;
    private int disclosedDays;
    private boolean saleOpened;
    private long haltedNanos;
    private int admitted;
    private final List<Intent> intents = new ArrayList<>();
    private final Long2ObjectHashMap<Intent> intentsByParty = new Long2ObjectHashMap<>();
    private final List<DefaultCase> defaults = new ArrayList<>();
    private long transfereeId;
    private final Buyers buyers = new Buyers();
    private Money awardPrice = Money.NONE;
    private FeeMode feeMode = FeeMode.BIDDING;
    private PackageShare packageShare = PackageShare.NONE;
    private long runnerUpId;
    private Money runnerUpAmount = Money.NONE;
    private long dealId;
    private final Secrecy secrecy;
    private final ListingTimers timers = new ListingTimers();

    Listing(ListingDrafted drafted, Listings all) {
        this.drafted = drafted;
        this.all = all;
        secrecy = new Secrecy(all.secrets());
        price = drafted.terms().listingPrice();
        deposit = drafted.terms().deposit();
        disclosureDays = drafted.terms().disclosureDays();
    }

    /** Its identity. */
    @Override
    public long id() {
        return drafted.listingId();
    }

    /** The code that its agent chose. */
    @Override
    public String code() {
        return drafted.code();
    }

    /** The right offered. */
    public long rightId() {
        return drafted.rightId();
    }

    /** The member whose agent drafted it. */
    public long memberId() {
        return drafted.memberId();
    }

    /** The seller. */
    public long transferorId() {
        return drafted.transferorId();
    }

    /** The rule profile. */
    public long profileId() {
        return drafted.profileId();
    }

    /** The fee schedule. */
    public long feeScheduleId() {
        return drafted.feeScheduleId();
    }

    /** The business calendar. */
    public long calendarId() {
        return drafted.calendarId();
    }

    /** What the notice says; price, deposit and period are in {@link #price}, {@link #deposit}, {@link #disclosureDays}. */
    public ListingTerms terms() {
        return drafted.terms();
    }

    /** The number that the exchange assigned at acceptance; empty before. */
    public String number() {
        return number;
    }

    /** The pinned version of the rule profile; 0 before acceptance. */
    public int profileVersion() {
        return profileVersion;
    }

    /** The pinned version of the fee schedule; 0 before acceptance. */
    public int feeScheduleVersion() {
        return feeScheduleVersion;
    }

    /** Where it stands. */
    public ListingState state() {
        return state;
    }

    /** Where it stood when it was suspended. */
    public ListingState suspendedState() {
        return suspendedState;
    }

    /** 1 for the first listing, rising with each relisting. */
    public int attempt() {
        return attempt;
    }

    /** The listing price of this attempt, also the start price. */
    public Money price() {
        return price;
    }

    /** The deposit of this attempt. */
    public Money deposit() {
        return deposit;
    }

    /** The currency of everything about it. */
    public Currency currency() {
        return price.currency();
    }

    /** The announced working days of formal disclosure of this attempt. */
    public int disclosureDays() {
        return disclosureDays;
    }

    /** Who was awarded the listing, and what each pays. */
    public Buyers buyers() {
        return buyers;
    }

    /** The winner, where several share the first of them; 0 without an award. */
    public long transfereeId() {
        return transfereeId;
    }

    /** The price of the award; {@link Money#NONE} without one. */
    public Money awardPrice() {
        return awardPrice;
    }

    /** Which column of the fee schedule applies to the award. */
    public FeeMode feeMode() {
        return feeMode;
    }

    /** Where the award lies within a bid on several listings. */
    public PackageShare packageShare() {
        return packageShare;
    }

    /** The award that follows is a part of a bid on several listings. */
    public void packageShare(PackageShare share) {
        packageShare = share;
    }

    /** The runner-up that waits, or 0. */
    public long runnerUpId() {
        return runnerUpId;
    }

    /** The live deal, or 0. */
    public long dealId() {
        return dealId;
    }

    /** Links the deal that carries the award out. */
    public void dealId(long dealId) {
        this.dealId = dealId;
    }

    /** The intents of this attempt in the order of their registration. */
    public List<Intent> intents() {
        return intents;
    }

    /** The intent of a party in this attempt, or null. */
    public @Nullable Intent intent(long partyId) {
        return intentsByParty.get(partyId);
    }

    /** The intent of a party that is known to have one. */
    public Intent requireIntent(long partyId) {
        Intent intent = intent(partyId);
        if (intent == null) {
            throw new InvariantBrokenException("no intent of party " + partyId + " in listing " + id());
        }
        return intent;
    }

    /** Whether the party may quote and bid now. */
    public boolean isAdmitted(long partyId) {
        Intent intent = intent(partyId);
        return intent != null && intent.state() == IntentState.ADMITTED;
    }

    /** Whether it was made by a proposed negotiation and is not listed at all. */
    public boolean isNegotiated() {
        return terms().auctionMode() == AuctionMode.NEGOTIATED;
    }

    /** How many transferees were admitted in this attempt. */
    public int admitted() {
        return admitted;
    }

    /** Whether the right is taken by this listing, so that no other may offer it. */
    public boolean isOpen() {
        return switch (state) {
            case DRAFT, REJECTED, COMPLETED, CLOSED_UNSOLD, TERMINATED, WITHDRAWN -> false;
            default -> true;
        };
    }

    /** Whether it stands for the take-up of an offer: a licence is given, and no title passes. */
    public boolean isTakeUp() {
        return terms().auctionMode() == AuctionMode.MARKED_PRICE;
    }

    /** Whether the exchange waives the service fees of both sides. */
    public boolean isFeeWaived() {
        return feeWaived;
    }

    void waiveFee(boolean waived) {
        feeWaived = waived;
    }

    /** The timers of the listing, its auction and its deal. */
    public ListingTimers timers() {
        return timers;
    }

    Money runnerUpAmount() {
        return runnerUpAmount;
    }

    int cycle() {
        return cycle;
    }

    long firstNoticeNanos() {
        return firstNoticeNanos;
    }

    boolean isLifeOver() {
        return lifeOver;
    }

    List<DefaultCase> defaults() {
        return defaults;
    }

    @Nullable
    DefaultCase defaultCase(long partyId, DefaultCase.Stage stage) {
        for (DefaultCase candidate : defaults) {
            if (candidate.partyId() == partyId && candidate.stage() == stage) {
                return candidate;
            }
        }
        return null;
    }

    /** Whether the party defaulted in this listing before, which bars it from every further attempt. */
    public boolean isBarred(long partyId) {
        return defaults.stream()
                .anyMatch(candidate ->
                        candidate.partyId() == partyId && candidate.stage() != DefaultCase.Stage.DISMISSED);
    }

    /** Moves the listing on. */
    public void become(ListingState next) {
        state = next;
        secrecy.onState(id(), next);
    }

    /** Which key keeps what is told about this attempt in confidence, from 1 on; 0 where nothing is confidential any more. */
    public int secretGeneration() {
        return secrecy.generation(state);
    }

    /** Something confidential was told, whatever became of it. */
    public void keepSecret() {
        secrecy.tell();
    }

    void accept(String number, int profileVersion, int feeScheduleVersion) {
        this.number = number;
        this.profileVersion = profileVersion;
        this.feeScheduleVersion = feeScheduleVersion;
        become(ListingState.ACCEPTED);
    }

    void publish(long timeNanos) {
        if (firstNoticeNanos == 0) {
            firstNoticeNanos = timeNanos;
        }
        cycle = 0;
        disclosedDays = 0;
        become(ListingState.DISCLOSED);
    }

    void restartNotice() {
        disclosedDays = 0;
    }

    /** Extension cycles that the notice announced; a relisting announces none. */
    int announcedExtensions() {
        return attempt == 1 ? drafted.terms().maxExtensions() : 0;
    }

    long preDisclosureEndNanos() {
        return preDisclosureEndNanos;
    }

    void preDisclose(long minimumEndNanos) {
        preDisclosureEndNanos = minimumEndNanos;
        become(ListingState.PRE_DISCLOSED);
    }

    Intent add(Intent intent) {
        intents.add(intent);
        all.countIntents(1);
        intentsByParty.put(intent.partyId(), intent);
        return intent;
    }

    void disclosureDays(int days) {
        disclosureDays = days;
    }

    void nextCycle() {
        cycle++;
    }

    void endLife() {
        lifeOver = true;
    }

    /** Working days of formal disclosure in this attempt before the running period. */
    int disclosedDays() {
        return disclosedDays;
    }

    void countDisclosedDays(int days) {
        disclosedDays += days;
    }

    /** Whether bidding or quoting has begun in this attempt, so that the transferor can no longer withdraw. */
    public boolean isSaleOpened() {
        return saleOpened;
    }

    /** Bidding or quoting has begun. */
    public void openSale() {
        saleOpened = true;
    }

    /** Since when trading in this listing is halted, by a supervisor or after an outage; 0 when it is not. */
    public long haltedNanos() {
        return haltedNanos;
    }

    /** Halts trading in this listing since an instant, or lifts the halt with 0. */
    public void halt(long sinceNanos) {
        haltedNanos = sinceNanos;
    }

    int nextBidderNumber() {
        return ++admitted;
    }

    void suspend() {
        Invariant.check(state != ListingState.SUSPENDED, "a suspended listing is suspended again", id());
        suspendedState = state;
        become(ListingState.SUSPENDED);
    }

    void resume() {
        become(suspendedState);
    }

    void award(List<BuyerShare> shares, Money price, FeeMode mode) {
        transfereeId = shares.get(0).partyId();
        buyers.award(shares);
        awardPrice = price;
        feeMode = mode;
        become(ListingState.AWARDED);
    }

    void clearAward() {
        transfereeId = 0;
        buyers.clear();
        awardPrice = Money.NONE;
        packageShare = PackageShare.NONE;
        dealId = 0;
    }

    void keepRunnerUp(long partyId, Money amount) {
        runnerUpId = partyId;
        runnerUpAmount = amount;
    }

    void clearRunnerUp() {
        keepRunnerUp(0, Money.NONE);
    }

    void relist(Money price, Money deposit, int disclosureDays) {
        attempt++;
        this.price = price;
        this.deposit = deposit;
        this.disclosureDays = disclosureDays;
        all.countIntents(-intents.size());
        intents.clear();
        intentsByParty.clear();
        admitted = 0;
        saleOpened = false;
        clearAward();
        become(ListingState.ACCEPTED);
    }

    @Override
    public void exchange(Snapshot snapshot) {
        drafted = snapshot.message(drafted);
        number = snapshot.text(number);
        profileVersion = snapshot.number(profileVersion);
        feeScheduleVersion = snapshot.number(feeScheduleVersion);
        state = snapshot.constant(state);
        suspendedState = snapshot.constant(suspendedState);
        attempt = snapshot.number(attempt);
        cycle = snapshot.number(cycle);
        price = snapshot.money(price);
        deposit = snapshot.money(deposit);
        disclosureDays = snapshot.number(disclosureDays);
        firstNoticeNanos = snapshot.number(firstNoticeNanos);
        preDisclosureEndNanos = snapshot.number(preDisclosureEndNanos);
        lifeOver = snapshot.flag(lifeOver);
        feeWaived = snapshot.flag(feeWaived);
        disclosedDays = snapshot.number(disclosedDays);
        saleOpened = snapshot.flag(saleOpened);
        haltedNanos = snapshot.number(haltedNanos);
        admitted = snapshot.number(admitted);
        snapshot.parts(intents, Intent::new);
        intentsByParty.clear();
        intents.forEach(intent -> intentsByParty.put(intent.partyId(), intent));
        snapshot.parts(defaults, DefaultCase::new);
        transfereeId = snapshot.number(transfereeId);
        buyers.exchange(snapshot);
        awardPrice = snapshot.money(awardPrice);
        feeMode = snapshot.constant(feeMode);
        packageShare = packageShare.exchange(snapshot);
        runnerUpId = snapshot.number(runnerUpId);
        runnerUpAmount = snapshot.money(runnerUpAmount);
        dealId = snapshot.number(dealId);
        secrecy.exchange(snapshot);
        timers.exchange(snapshot);
    }
}
