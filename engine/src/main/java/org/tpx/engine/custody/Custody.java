package org.tpx.engine.custody;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Snapshot;
import org.tpx.engine.kernel.Turn;
import org.tpx.engine.listing.Foundation;
import org.tpx.engine.listing.Listings;
import org.tpx.protocol.CustodyCommand;
import org.tpx.protocol.CustodyCommand.ProposeCustodyEnd;
import org.tpx.protocol.CustodyCommand.ProposeCustodyRenewal;
import org.tpx.protocol.CustodyCommand.ProposeDividend;
import org.tpx.protocol.CustodyCommand.ProposeDividendRelease;
import org.tpx.protocol.CustodyCommand.ProposeShareCancellation;
import org.tpx.protocol.CustodyCommand.ProposeShareIssue;
import org.tpx.protocol.CustodyCommand.ProposeShareLock;
import org.tpx.protocol.CustodyCommand.ProposeShareRegister;
import org.tpx.protocol.CustodyCommand.ProposeShareTransfer;
import org.tpx.protocol.CustodyCommand.ProposeShareUnfreeze;
import org.tpx.protocol.RejectReason;

/** Share custody, wired together, and what two people decide about it. Single-threaded. */
public final class Custody {

    private final ShareRegisters registers;
    private final Registrations registrations;
    private final ShareTransfers transfers;
    private final ShareEncumbrances encumbrances;
    private final Dividends dividends;
    private final DealShares deals;

    /** No registers yet, on these floors. */
    public Custody(Foundation foundation, Listings listings) {
        registers = new ShareRegisters(foundation);
        registrations = new Registrations(foundation, registers);
        transfers = new ShareTransfers(foundation, registers);
        encumbrances = new ShareEncumbrances(foundation, registers);
        dividends = new Dividends(foundation, registers);
        deals = new DealShares(foundation, listings, registers);
    }

    /** How shares come into custody and leave it. */
    public Registrations registrations() {
        return registrations;
    }

    /** Transfers that follow from no trade. */
    public ShareTransfers transfers() {
        return transfers;
    }

    /** What weighs on shares. */
    public ShareEncumbrances encumbrances() {
        return encumbrances;
    }

    /** When registers are closed. */
    public BookCloses bookCloses() {
        return dividends.bookCloses();
    }

    /** Dividends. */
    public Dividends dividends() {
        return dividends;
    }

    /** Shares that deals sell, or are paid with. */
    public DealShares deals() {
        return deals;
    }

    /** Why what was proposed cannot be carried out now, or null. */
    public @Nullable RejectReason obstacle(Turn turn, CustodyCommand command) {
        if (command instanceof ProposeShareRegister register) {
            return registrations.obstacle(turn, register);
        }
        if (command instanceof ProposeShareIssue issue) {
            return registrations.obstacle(turn, issue);
        }
        if (command instanceof ProposeShareCancellation cancellation) {
            return registrations.obstacle(turn, cancellation);
        }
        if (command instanceof ProposeCustodyEnd end) {
            return registrations.obstacle(end);
        }
        if (command instanceof ProposeCustodyRenewal renewal) {
            return registrations.obstacle(turn, renewal);
        }
        if (command instanceof ProposeShareTransfer transfer) {
            return transfers.obstacle(turn, transfer);
        }
        if (command instanceof ProposeShareLock lock) {
            return encumbrances.obstacle(turn, lock);
        }
        if (command instanceof ProposeShareUnfreeze unfreeze) {
            return encumbrances.obstacle(unfreeze);
        }
        if (command instanceof ProposeDividend dividend) {
            return dividends.obstacle(turn, dividend);
        }
        return command instanceof ProposeDividendRelease release
                ? dividends.obstacle(release)
                : RejectReason.NOT_ALLOWED;
    }

    /** Two people decided so: causes what the proposal asks for. */
    public void carryOut(Turn turn, CustodyCommand command) {
        if (command instanceof ProposeShareRegister register) {
            registrations.open(turn, register);
        } else if (command instanceof ProposeShareIssue issue) {
            registrations.issue(turn, issue);
        } else if (command instanceof ProposeShareCancellation cancellation) {
            registrations.cancel(turn, cancellation);
        } else if (command instanceof ProposeCustodyEnd end) {
            registrations.end(turn, end);
        } else if (command instanceof ProposeCustodyRenewal renewal) {
            registrations.renew(turn, renewal);
        } else if (command instanceof ProposeShareTransfer transfer) {
            transfers.transfer(turn, transfer);
        } else if (command instanceof ProposeShareLock lock) {
            encumbrances.lock(turn, lock);
        } else if (command instanceof ProposeShareUnfreeze unfreeze) {
            encumbrances.unfreeze(turn, unfreeze);
        } else if (command instanceof ProposeDividend dividend) {
            dividends.declare(turn, dividend);
        } else if (command instanceof ProposeDividendRelease release) {
            dividends.release(turn, release);
        }
    }

    /** Writes or reads all of it. */
    public void exchange(Snapshot snapshot) {
        registers.exchange(snapshot);
        transfers.exchange(snapshot);
        dividends.bookCloses().exchange(snapshot);
        deals.exchange(snapshot);
    }
}
