package org.tpx.gateway.http;

import java.nio.file.Path;
import java.time.Duration;
import org.tpx.settlement.bank.PartyAccounts;

/**
 * How a node meets its bank.
 *
 * @param folder the folder in which they meet
 * @param accounts the account numbers behind the codes of parties
 * @param clerk the code of the clerk under whom the bank's messages enter
 * @param resendAfter after how long a payment is sent again of which nothing was heard
 */
public record BankSettings(Path folder, PartyAccounts accounts, String clerk, Duration resendAfter) {}
