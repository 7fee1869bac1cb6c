package org.tpx.engine.deal;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Table;
import org.tpx.engine.kernel.Timer;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Foundation;
import org.tpx.engine.listing.Listing;
import org.tpx.engine.listing.Listings;
import org.tpx.engine.listing.Rules;
import org.tpx.protocol.DealState;
import org.tpx.protocol.MandateScope;
import org.tpx.protocol.Money;
import org.tpx.protocol.RegisterCommand.FileTechContract;
import org.tpx.protocol.RegisterCommand.RefuseTechContract;
import org.tpx.protocol.RegisterCommand.RegisterTechContract;
import org.tpx.protocol.RegisterEvent.TechContractFiled;
import org.tpx.protocol.RegisterEvent.TechContractOverdue;
import org.tpx.protocol.RegisterEvent.TechContractRefused;
import org.tpx.protocol.RegisterEvent.TechContractRegistered;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.TimerKind;

/**
 * The register of technology contracts (4.2): the seller's agent files the contract of a deal once it is effective, a clerk
 * classifies it by what it is about, and certifies or refuses it within the profile's days. A contract is registered once.
 */
public final class TechContracts {

    private static final Set<DealState> WITHOUT_EFFECT =
            EnumSet.of(DealState.SIGNED, DealState.AWAIT_APPROVAL, DealState.RESCINDED, DealState.CLOSED_DEFAULT);

    private final Foundation foundation;
    private final Listings listings;
    private final Rules rules;
    private final Deals deals;
    private final Table<TechContract> contracts = new Table<>(TechContract::new);
    private int certificates;

    /** Contracts of these deals. */
    public TechContracts(Foundation foundation, Listings listings, Rules rules, Deals deals) {
        this.foundation = foundation;
        this.listings = listings;
        this.rules = rules;
        this.deals = deals;
    }

    /** Causes TechContractFiled; the register's time runs. */
    public void file(Turn turn, FileTechContract command) {
        Listing listing = listings.find(command.listingId());
        Deal deal = listing == null ? null : deals.current(listing);
        RejectReason reason = refusal(turn, command, listing, deal);
        if (reason != null || listing == null || deal == null) {
            turn.refuse(reason == null ? RejectReason.NOT_ALLOWED : reason, command.listingId());
            return;
        }
        int days = rules.of(listing).techContractDays();
        long dueNanos = days == 0 ? 0 : rules.calendar(listing).endOfCalendarDays(turn.timeNanos(), days);
        TechContract contract = contracts.add(new TechContract(new TechContractFiled(
                contracts.nextId(),
                listing.id(),
                deal.id(),
                command.content(),
                deal.price(),
                command.turnover(),
                dueNanos,
                command.sellerProvince(),
                command.buyerProvince(),
                command.field())));
        if (dueNanos != 0) {
            long contractId = contract.filed().techContractId();
            contract.timer(foundation.timers().set(TimerKind.TECH_CONTRACT, 0, contractId, dueNanos));
        }
        turn.emit(contract.filed());
    }

    /** Causes TechContractRegistered. */
    public void register(Turn turn, RegisterTechContract command) {
        TechContract contract = undecided(turn, command.techContractId());
        if (contract == null) {
            return;
        }
        TechContractFiled filed = contract.filed();
        Listing listing = listings.get(filed.listingId());
        Deal deal = deals.current(listing);
        RejectReason reason = refusalOfTurnover(command.turnover(), filed.amount());
        if (deal == null || deal.id() != filed.dealId() || WITHOUT_EFFECT.contains(deal.state())) {
            reason = RejectReason.NOT_ALLOWED;
        }
        if (reason != null || deal == null) {
            turn.refuse(reason == null ? RejectReason.NOT_ALLOWED : reason, filed.techContractId());
            return;
        }
        decide(contract, TechContract.State.REGISTERED);
        int year = rules.calendar(listing).localYear(turn.timeNanos());
        turn.emit(new TechContractRegistered(
                filed.techContractId(),
                filed.listingId(),
                filed.dealId(),
                deal.transferorId(),
                deal.transfereeId(),
                command.content(),
                command.content().type(),
                filed.amount(),
                command.turnover(),
                filed.decisionDueNanos() != 0 && turn.timeNanos() >= filed.decisionDueNanos(),
                number(year, ++certificates),
                filed.sellerProvince(),
                filed.buyerProvince(),
                filed.field()));
    }

    /** Causes TechContractRefused. */
    public void refuse(Turn turn, RefuseTechContract command) {
        TechContract contract = undecided(turn, command.techContractId());
        if (contract != null) {
            decide(contract, TechContract.State.REFUSED);
            TechContractFiled filed = contract.filed();
            turn.emit(new TechContractRefused(filed.techContractId(), filed.listingId(), command.reason()));
        }
    }

    /** The register's time is over: causes TechContractOverdue, and the contract still waits. */
    public void onTimer(Turn turn, Timer timer) {
        TechContract contract = contracts.get(timer.partyId());
        contract.timer(0);
        turn.emit(new TechContractOverdue(timer.partyId(), contract.filed().listingId()));
    }

    /** Writes or reads all contracts. */
    public void exchange(Snapshot snapshot) {
        contracts.exchange(snapshot);
        certificates = snapshot.number(certificates);
    }

    private @Nullable RejectReason refusal(
            Turn turn, FileTechContract command, @Nullable Listing listing, @Nullable Deal deal) {
        long sellerId = listing == null ? 0 : listing.transferorId();
        RejectReason reason = foundation.members().access().agent(turn, sellerId, MandateScope.SELL, false);
        if (reason != null) {
            return reason;
        }
        if (listing == null) {
            return RejectReason.UNKNOWN_SUBJECT;
        }
        if (deal != null && isOnFile(deal.id())) {
            return RejectReason.CONTRACT_REGISTERED;
        }
        if (deal == null || WITHOUT_EFFECT.contains(deal.state())) {
            return RejectReason.NOT_ALLOWED;
        }
        return refusalOfTurnover(command.turnover(), deal.price());
    }

    private static @Nullable RejectReason refusalOfTurnover(Money turnover, Money amount) {
        if (turnover.currency() != amount.currency()) {
            return RejectReason.CURRENCY;
        }
        return turnover.isGreaterThan(amount) ? RejectReason.TURNOVER_ABOVE_PRICE : null;
    }

    private boolean isOnFile(long dealId) {
        for (TechContract contract : contracts) {
            if (contract.filed().dealId() == dealId && contract.state() != TechContract.State.REFUSED) {
                return true;
            }
        }
        return false;
    }

    /** The filed contract, or null when the command was refused: the sender is no clerk, or nothing is left to decide. */
    private @Nullable TechContract undecided(Turn turn, long contractId) {
        RejectReason reason = foundation.members().access().role(turn, Deals.CLERK);
        TechContract contract = contracts.find(contractId);
        if (reason == null && contract == null) {
            reason = RejectReason.UNKNOWN_SUBJECT;
        }
        if (reason == null && contract != null && contract.state() == TechContract.State.REGISTERED) {
            reason = RejectReason.CONTRACT_REGISTERED;
        }
        if (reason == null && contract != null && contract.state() == TechContract.State.REFUSED) {
            reason = RejectReason.NOT_ALLOWED;
        }
        if (reason != null) {
            turn.refuse(reason, contractId);
            return null;
        }
        return contract;
    }

    private void decide(TechContract contract, TechContract.State state) {
        foundation.timers().cancel(contract.timerId());
        contract.timer(0);
        contract.become(state);
    }

    private static String number(int year, int count) {
        String digits = Integer.toString(count);
        return "TCR-" + year + "-" + "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }
}
