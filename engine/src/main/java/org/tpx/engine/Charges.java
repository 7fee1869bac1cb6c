package org.tpx.engine;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.charge.Dues;
import org.tpx.engine.charge.DuesMoney;
import org.tpx.engine.charge.Waivings;
import org.tpx.engine.deal.FeeRefunds;
import org.tpx.engine.deal.Receipts;
import org.tpx.engine.kernel.Turn;
import org.tpx.protocol.ChargeCommand;
import org.tpx.protocol.ChargeCommand.ProposeDuesRefund;
import org.tpx.protocol.ChargeCommand.ProposeDuesSchedule;
import org.tpx.protocol.ChargeCommand.ProposeFeeRefund;
import org.tpx.protocol.ChargeCommand.ProposeFeeWaiver;
import org.tpx.protocol.DealCommand.ReceiveMoney;
import org.tpx.protocol.MoneyPurpose;
import org.tpx.protocol.RejectReason;

/** What is charged beyond a price, over all floors: which account money comes to, and what two people decide about charges. */
final class Charges {

    private final Waivings waivings;
    private final Dues dues;
    private final DuesMoney duesMoney;
    private final FeeRefunds feeRefunds;
    private final Receipts receipts;

    Charges(Waivings waivings, Dues dues, DuesMoney duesMoney, FeeRefunds feeRefunds, Receipts receipts) {
        this.waivings = waivings;
        this.dues = dues;
        this.duesMoney = duesMoney;
        this.feeRefunds = feeRefunds;
        this.receipts = receipts;
    }

    /** Money came: into the operating account where it is for dues, else into the settlement account. */
    void receive(Turn turn, ReceiveMoney command) {
        if (command.purpose() == MoneyPurpose.DUES) {
            duesMoney.receive(turn, command);
        } else {
            receipts.receive(turn, command);
        }
    }

    /** Why what was proposed cannot be done, or null. */
    @Nullable
    RejectReason obstacle(ChargeCommand command) {
        if (command instanceof ProposeFeeWaiver waiver) {
            return waivings.obstacle(waiver);
        }
        if (command instanceof ProposeDuesSchedule schedule) {
            return dues.obstacle(schedule);
        }
        if (command instanceof ProposeDuesRefund refund) {
            return duesMoney.obstacle(refund);
        }
        return command instanceof ProposeFeeRefund refund ? feeRefunds.obstacle(refund) : RejectReason.NOT_ALLOWED;
    }

    /** Two people decided so. */
    void carryOut(Turn turn, ChargeCommand command) {
        if (command instanceof ProposeFeeWaiver waiver) {
            waivings.grant(turn, waiver);
        } else if (command instanceof ProposeDuesSchedule schedule) {
            dues.load(turn, schedule);
        } else if (command instanceof ProposeDuesRefund refund) {
            duesMoney.refund(turn, refund);
        } else if (command instanceof ProposeFeeRefund refund) {
            feeRefunds.refund(turn, refund);
        }
    }
}
