package org.tpx.settlement.bank;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tpx.protocol.BankQueue;
import org.tpx.protocol.Currency;
import org.tpx.protocol.DealCommand.ConfirmPayment;
import org.tpx.protocol.DealCommand.ReceiveMoney;
import org.tpx.protocol.MoneyDirection;
import org.tpx.protocol.RejectReason;
import org.tpx.settlement.bank.FrontDoor.Answer;
import org.tpx.settlement.bank.FrontDoor.Sending;
import org.tpx.settlement.ledger.SettlementBooks;

/**
 * What an entry is: a receipt, the confirmation of a payment, something known, or something for a queue. It is reconciled by the bank's
 * reference, and a debit by the end-to-end id besides. The books may know less than the exchange does, which therefore has the last word.
 */
final class EntryRules {
    private static final String OURS = "TPX-PAY-";

    private final BankBooks bank;
    private final SettlementBooks books;
    private final AccountDigests accounts;

    EntryRules(BankBooks bank, SettlementBooks books, AccountDigests accounts) {
        this.bank = bank;
        this.books = books;
        this.accounts = accounts;
    }

    /**
     * Decides about an entry.
     *
     * @param kept the currencies in which the account is kept
     * @param restates whether the message tells again what others told, so that what is known is nothing to speak of
     */
    Decision decide(BankEntry entry, Set<Currency> kept, boolean restates, ItemFactory items) {
        if (!entry.booked() || (entry.amount().minor() == 0 && !entry.amount().isNone())) {
            return Decision.NOTHING;
        }
        if (entry.bankReference().isEmpty()) {
            return park(
                    items,
                    entry,
                    BankQueue.UNKNOWN,
                    "The bank gives it no reference, so nobody can tell it from another.");
        }
        Decision before = before(entry, restates, items);
        if (before != null) {
            return before;
        }
        if (entry.reversal()) {
            return park(items, entry, BankQueue.CONTRADICTORY, "The bank takes back what it told before.");
        }
        if (!kept.contains(entry.amount().currency())) {
            return park(items, entry, BankQueue.WRONG_CURRENCY, "The account is not kept in this currency.");
        }
        return entry.direction() == MoneyDirection.IN ? receipt(entry, items) : payment(entry, items);
    }

    /** What the books have under the reference, or null where that is nothing. */
    private @Nullable Decision before(BankEntry entry, boolean restates, ItemFactory items) {
        Optional<BankReceipt> receipt = bank.receipt(entry.bankReference());
        Optional<BankTransfer> confirmed = bank.confirmed(entry.bankReference());
        if (receipt.isPresent() || confirmed.isPresent()) {
            boolean same = receipt.map(booked -> isSame(entry, booked)).orElse(false)
                    || confirmed.map(booked -> isSame(entry, booked)).orElse(false);
            return again(entry, restates, same, items);
        }
        List<QueuedItem> queued = bank.queued(entry.bankReference());
        if (queued.isEmpty()) {
            return null;
        }
        boolean same = queued.stream()
                .anyMatch(item -> item.amount().equals(entry.amount())
                        && item.direction() == entry.direction()
                        && item.endToEndId().equals(entry.endToEndId()));
        return again(entry, restates, same, items);
    }

    private static Decision again(BankEntry entry, boolean restates, boolean same, ItemFactory items) {
        if (!same) {
            return park(
                    items,
                    entry,
                    BankQueue.CONTRADICTORY,
                    "The bank told this reference before, with another content.");
        }
        return restates
                ? Decision.NOTHING
                : park(items, entry, BankQueue.DUPLICATE, "It came before, with the same content.");
    }

    private boolean isSame(BankEntry entry, BankReceipt receipt) {
        PaymentPurpose purpose = PaymentPurpose.of(entry);
        boolean agrees = purpose == null
                || (purpose.purpose() == receipt.purpose()
                        && books.partyId(purpose.party()) == receipt.partyId()
                        && listingId(purpose) == receipt.listingId());
        return entry.direction() == MoneyDirection.IN
                && !entry.reversal()
                && agrees
                && entry.amount().equals(receipt.amount());
    }

    private static boolean isSame(BankEntry entry, BankTransfer transfer) {
        return entry.direction() == MoneyDirection.OUT
                && !entry.reversal()
                && (!entry.endToEndId().startsWith(OURS) || entry.endToEndId().equals(transfer.endToEndId()))
                && entry.amount().equals(transfer.amount());
    }

    private Decision receipt(BankEntry entry, ItemFactory items) {
        if (entry.returned() || entry.endToEndId().startsWith(OURS)) {
            return park(items, entry, BankQueue.CONTRADICTORY, "A payment of the exchange comes back after it left.");
        }
        PaymentPurpose purpose = PaymentPurpose.of(entry);
        if (purpose == null) {
            return park(items, entry, BankQueue.UNKNOWN, "The payer does not say what it is for, or says two things.");
        }
        long partyId = books.partyId(purpose.party());
        long listingId = listingId(purpose);
        if (partyId == 0 || (listingId == 0 && !purpose.listing().isEmpty())) {
            return park(items, entry, BankQueue.UNKNOWN, "The payer names a party or a listing that nobody knows.");
        }
        ReceiveMoney command = new ReceiveMoney(
                entry.bankReference(),
                purpose.purpose(),
                listingId,
                partyId,
                entry.amount(),
                accounts.of(purpose.party(), entry.counterAccount()));
        return Decision.send(new Sending(clientId(entry), command), entry);
    }

    private long listingId(PaymentPurpose purpose) {
        return purpose.listing().isEmpty() ? 0 : books.listingId(purpose.listing());
    }

    private Decision payment(BankEntry entry, ItemFactory items) {
        Optional<BankTransfer> found = bank.transfer(entry.endToEndId());
        if (found.isEmpty()) {
            return park(items, entry, BankQueue.UNKNOWN, "The exchange sent no payment of this end-to-end id.");
        }
        BankTransfer transfer = found.get();
        String payment = "PAY-" + transfer.paymentId();
        if (transfer.amount().currency() != entry.amount().currency()) {
            return park(
                    items,
                    entry,
                    BankQueue.WRONG_CURRENCY,
                    payment + " is " + transfer.amount() + ", and the bank paid " + entry.amount() + ".");
        }
        int difference = entry.amount().compareTo(transfer.amount());
        if (difference != 0) {
            return park(
                    items,
                    entry,
                    difference < 0 ? BankQueue.SHORT : BankQueue.SURPLUS,
                    payment + " is " + transfer.amount() + ", and the bank paid " + entry.amount() + ".");
        }
        return switch (transfer.state()) {
            case INSTRUCTED ->
                Decision.send(
                        new Sending(clientId(entry), new ConfirmPayment(transfer.paymentId(), entry.bankReference())),
                        entry);
            case CONFIRMED ->
                park(items, entry, BankQueue.CONTRADICTORY, "The bank paid " + payment + " a second time.");
            case RETURNED ->
                park(items, entry, BankQueue.CONTRADICTORY, "The bank paid " + payment + " after it had refused it.");
        };
    }

    /** The id follows from the bank's reference alone: what the bank tells under it twice is the same command, or a contradiction. */
    private static long clientId(BankEntry entry) {
        return Digest.clientId("entry", entry.bankReference());
    }

    /** What the exchange's refusal of an entry's command means. */
    static Decision refused(BankEntry entry, RejectReason refusal, ItemFactory items) {
        return switch (refusal) {
            case DUPLICATE_CLIENT_ID, DUPLICATE_BANK_REFERENCE ->
                park(
                        items,
                        entry,
                        BankQueue.CONTRADICTORY,
                        "The bank told this reference before, with another content.");
            case CURRENCY -> park(items, entry, BankQueue.WRONG_CURRENCY, "The listing is paid in another currency.");
            case UNKNOWN_SUBJECT -> park(items, entry, BankQueue.UNKNOWN, "The exchange does not know what it is for.");
            case NOT_ALLOWED -> park(items, entry, BankQueue.CONTRADICTORY, "The payment is not with the bank.");
            default -> park(items, entry, BankQueue.UNKNOWN, "The exchange refused it: " + refusal + ".");
        };
    }

    /** What it means that an entry's command came before. */
    static Decision repeated(BankEntry entry, Answer answer, boolean silent, ItemFactory items) {
        RejectReason refusal = answer.refusal();
        if (refusal != null) {
            return refused(entry, refusal, items);
        }
        return silent
                ? Decision.NOTHING
                : park(items, entry, BankQueue.DUPLICATE, "It came before, with the same content.");
    }

    private static Decision park(ItemFactory items, BankEntry entry, BankQueue queue, String reason) {
        return Decision.park(items.of(entry, queue, reason));
    }
}
