/**
 * The exchange's books: accounts that always balance, payments that leave the settlement account, and the bank references
 * that were used.
 *
 * <pre>
 *   Payments ---> Ledger ---> Accounts       a posting changes accounts; a payment that went out is posted
 *       |
 *       +-------> BankReferences             shared with the receipts that a deal books
 *
 *   TradingAccounts ---> Accounts            a trade of units changes accounts without a posting of its own
 * </pre>
 *
 * <p>{@code LargestRemainder} divides amounts and quantities for everybody who shares something out. Only this package computes balances. Used by the packages above, which say what is posted, and by {@code
 * org.tpx.engine}.
 */
@NullMarked
package org.tpx.engine.money;

import org.jspecify.annotations.NullMarked;
