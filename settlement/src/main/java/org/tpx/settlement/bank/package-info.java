/**
 * The bank leg: payments out and receipts in as ISO 20022 messages, by files.
 *
 * <pre>
 *   PaymentInstructed ──► bank_transfer (same transaction as the books) ──► BankOutbox ──► sent/, out/ ──► the bank
 *                                                                                                            │
 *   ReceiveMoney, ConfirmPayment, ReturnPayment, ParkBankItem ◄── BankInbox ◄── work/ ◄── in/ ◄──────────────┘
 *        through the front door, like everyone
 * </pre>
 *
 * <p>The bank's messages are read whole before anything of them is carried out. The client ids of their commands follow from the bank's
 * own references, so a message that comes twice, or a file that is taken up again after a crash, has no second effect. What cannot be
 * booked is parked, with a sentence; money is never half-booked and never guessed.
 *
 * <p>The gateway uses the public types. This package uses {@code settlement.ledger} and {@code protocol}; it owns no lifecycle.
 */
@NullMarked
package org.tpx.settlement.bank;

import org.jspecify.annotations.NullMarked;
