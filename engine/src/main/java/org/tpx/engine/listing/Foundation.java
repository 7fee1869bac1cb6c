package org.tpx.engine.listing;

import org.tpx.engine.governance.Proposals;
import org.tpx.engine.kernel.Backlog;
import org.tpx.engine.kernel.Timers;
import org.tpx.engine.member.Members;
import org.tpx.engine.money.Accounts;
import org.tpx.engine.money.BankReferences;
import org.tpx.engine.money.Ledger;
import org.tpx.engine.money.Payments;
import org.tpx.engine.right.Rights;
import org.tpx.engine.rule.Calendars;
import org.tpx.engine.rule.FeeSchedules;
import org.tpx.engine.rule.FeeWaivers;
import org.tpx.engine.rule.RuleProfiles;

/**
 * The floors below a listing, handed up as one.
 *
 * @param timers all deadlines
 * @param backlog work that may outlast a turn
 * @param members who may do what
 * @param rights the title register
 * @param calendars business calendars
 * @param profiles rule profiles
 * @param feeSchedules fee schedules
 * @param feeWaivers whom they spare
 * @param accounts balances
 * @param ledger the only way to move money
 * @param payments payments out
 * @param bankReferences references that the bank has used
 * @param proposals what two people decide together
 */
public record Foundation(
        Timers timers,
        Backlog backlog,
        Members members,
        Rights rights,
        Calendars calendars,
        RuleProfiles profiles,
        FeeSchedules feeSchedules,
        FeeWaivers feeWaivers,
        Accounts accounts,
        Ledger ledger,
        Payments payments,
        BankReferences bankReferences,
        Proposals proposals) {}
