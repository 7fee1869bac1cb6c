package org.tpx.settlement.bank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * Sends payments: each message that the books hold and whose outcome the journal does not show is written to {@code out/}, and again
 * after a while, until the journal shows it or the bank says that it has it. Sent again, a message has the same ids and the same bytes,
 * which are kept in {@code sent/} before the first time; by these the bank knows that it is the same order.
 *
 * <p>Asks the books and never changes them, so a rebuild of the books sends nothing; whoever calls it sees to it that the books have
 * caught up. Single-threaded.
 */
public final class BankOutbox {
    private static final String SENT = ".sent";
    private static final String ACCEPTED = ".accepted";

    private final BankBooks books;
    private final BankFolder folder;
    private final PartyAccounts accounts;
    private final Supplier<Instant> clock;
    private final Duration resendAfter;

    /** An outbox that sends a message again when nothing was heard of it for so long. */
    public BankOutbox(
            BankBooks books, BankFolder folder, PartyAccounts accounts, Supplier<Instant> clock, Duration resendAfter) {
        this.books = books;
        this.folder = folder;
        this.accounts = accounts;
        this.clock = clock;
        this.resendAfter = resendAfter;
    }

    /**
     * Writes every message that is due and returns how many. A message with a payment to an account that nobody knows waits; the first
     * such problem is told when everything else is written.
     *
     * @throws IllegalStateException naming the account that is missing
     */
    public int send() {
        int written = 0;
        RuntimeException problem = null;
        for (String messageId : books.waitingMessages()) {
            try {
                written += send(messageId) ? 1 : 0;
            } catch (MissingAccountException missing) {
                problem =
                        problem == null ? new IllegalStateException(messageId + ": " + missing.getMessage()) : problem;
            }
        }
        if (problem != null) {
            throw problem;
        }
        return written;
    }

    /** The bank has a message: it is not sent again. */
    void accepted(String messageId) {
        Path mark = mark(messageId, ACCEPTED);
        if (messageId.startsWith("TPX-") && Files.exists(copy(messageId)) && !Files.exists(mark)) {
            BankFolder.write(mark, "The bank has it.\n");
        }
    }

    private boolean send(String messageId) {
        Path copy = copy(messageId);
        if (!Files.exists(copy)) {
            BankFolder.write(copy, text(messageId));
        } else if (!isDueAgain(messageId)) {
            return false;
        }
        try {
            BankFolder.write(folder.out().resolve(name(messageId)), Files.readAllBytes(copy));
            Path mark = mark(messageId, SENT);
            BankFolder.write(mark, "Lay in out/ when this file was last changed.\n");
            Files.setLastModifiedTime(mark, FileTime.from(clock.get()));
        } catch (IOException failure) {
            throw new UncheckedIOException(copy + " cannot be sent", failure);
        }
        return true;
    }

    /** A copy without the mark was never laid into {@code out/}, or a crash came before the mark: the bank tells by the ids. */
    private boolean isDueAgain(String messageId) {
        if (Files.exists(folder.out().resolve(name(messageId))) || Files.exists(mark(messageId, ACCEPTED))) {
            return false;
        }
        Path mark = mark(messageId, SENT);
        if (!Files.exists(mark)) {
            return true;
        }
        try {
            Instant last = Files.getLastModifiedTime(mark).toInstant();
            return !clock.get().isBefore(last.plus(resendAfter));
        } catch (IOException failure) {
            throw new UncheckedIOException(mark + " cannot be read", failure);
        }
    }

    private byte[] text(String messageId) {
        List<BankTransfer> waiting = books.transfersOfMessage(messageId).stream()
                .filter(transfer -> transfer.state() == TransferState.INSTRUCTED)
                .toList();
        return new Pain001(accounts, books.utcOffsetSeconds())
                .write(messageId, waiting)
                .getBytes(StandardCharsets.UTF_8);
    }

    private Path copy(String messageId) {
        return folder.sent().resolve(name(messageId));
    }

    private Path mark(String messageId, String what) {
        return folder.sent().resolve(name(messageId) + what);
    }

    private static String name(String messageId) {
        return "pain.001-" + messageId + ".xml";
    }
}
