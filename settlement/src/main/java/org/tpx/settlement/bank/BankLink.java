package org.tpx.settlement.bank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tpx.settlement.ledger.SettlementBooks;
import org.tpx.settlement.ledger.SettlementDatabase;

/**
 * The link between a running node and its bank: a thread that takes in what lies in the folder and sends what the books hold, whenever
 * the books have caught up with what was durable then. It never works on old books, so a rebuild sends nothing that the journal has settled since.
 * Any thread may ask and close.
 */
public final class BankLink implements AutoCloseable {
    /** After how long a payment is sent again of which nothing was heard. */
    public static final Duration RESEND_AFTER = Duration.ofMinutes(30);

    private static final Logger LOG = LoggerFactory.getLogger(BankLink.class);
    private static final long IDLE_MILLIS = 50;
    private static final long BOOKS_MILLIS = 2;
    private static final long PAUSE_MILLIS = 2_000;
    private static final String SALT = "account.salt";
    private static final int SALT_LENGTH = 32;

    private final BankInbox inbox;
    private final BankOutbox outbox;
    private final LongSupplier durable;
    private final LongSupplier booked;
    private final Thread thread;
    private volatile String problem = "";
    private volatile boolean stopping;

    private BankLink(BankInbox inbox, BankOutbox outbox, LongSupplier durable, LongSupplier booked) {
        this.inbox = inbox;
        this.outbox = outbox;
        this.durable = durable;
        this.booked = booked;
        thread = new Thread(this::work, "tpx-bank");
    }

    /**
     * Starts to work on a folder.
     *
     * @param durable the last turn that is durable
     * @param booked the last turn that is booked
     */
    public static BankLink start(
            SettlementDatabase database,
            BankFolder folder,
            PartyAccounts accounts,
            Duration resendAfter,
            FrontDoor door,
            LongSupplier durable,
            LongSupplier booked) {
        BankBooks bank = new BankBooks(database);
        BankOutbox outbox = new BankOutbox(bank, folder, accounts, Instant::now, resendAfter);
        BankInbox inbox = new BankInbox(
                bank,
                new SettlementBooks(database),
                folder,
                accounts,
                salt(folder.root().resolve(SALT)),
                outbox,
                door);
        BankLink link = new BankLink(inbox, outbox, durable, booked);
        link.thread.start();
        return link;
    }

    /** The salt of account digests, made at the first start. */
    static byte[] salt(Path file) {
        try {
            if (!Files.exists(file)) {
                byte[] salt = new byte[SALT_LENGTH];
                new SecureRandom().nextBytes(salt);
                BankFolder.write(file, salt);
            }
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(file + " cannot be read", failure);
        }
    }

    /** Why nothing moves at the moment, or empty. */
    public String problem() {
        return problem;
    }

    private void work() {
        try {
            while (!stopping) {
                Thread.sleep(round());
            }
        } catch (InterruptedException stopped) {
            LOG.debug("the bank link was told to stop");
        }
    }

    /** Works once, and returns how long to wait before the next time. */
    private long round() throws InterruptedException {
        try {
            awaitBooks();
            boolean took = inbox.takeNext();
            if (!took) {
                outbox.send();
            }
            problem = "";
            return took ? 1 : IDLE_MILLIS;
        } catch (RuntimeException failure) {
            tell(failure);
            return PAUSE_MILLIS;
        }
    }

    /** What was durable when a round begins is booked before anything of it is asked. */
    private void awaitBooks() throws InterruptedException {
        long target = durable.getAsLong();
        while (booked.getAsLong() < target) {
            Thread.sleep(BOOKS_MILLIS);
        }
    }

    private void tell(RuntimeException failure) {
        String sentence = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        if (!sentence.equals(problem)) {
            LOG.warn("The bank link waits: {}", sentence);
        }
        problem = sentence;
    }

    /** Stops after the file at hand; what is left is taken up at the next start. */
    @Override
    public void close() {
        stopping = true;
        thread.interrupt();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
