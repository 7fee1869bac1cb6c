package org.tpx.settlement.bank;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tpx.protocol.BankItem;
import org.tpx.protocol.BankQueue;
import org.tpx.protocol.Currency;
import org.tpx.protocol.RejectReason;
import org.tpx.settlement.bank.FrontDoor.Answer;
import org.tpx.settlement.bank.FrontDoor.Sending;
import org.tpx.settlement.ledger.SettlementBooks;

/**
 * Takes in what the bank puts into {@code in/}. A file is read and understood whole before the first of its commands is sent; when the
 * outcome of the last one is durable it moves to {@code done/}, and until then it lies in {@code work/} and is carried out again after a
 * crash. So a file is one transaction: it is refused as a whole, or all of it is booked or in a queue.
 *
 * <p>Whoever calls it sees to it that the books have caught up with the journal. Single-threaded.
 */
public final class BankInbox {
    private static final Logger LOG = LoggerFactory.getLogger(BankInbox.class);
    private static final Set<String> STATEMENTS = Set.of("camt.053", "camt.054");

    private final BankFolder folder;
    private final FrontDoor door;
    private final Archive archive;
    private final EntryRules entryRules;
    private final StatusRules statusRules;
    private final PartyAccounts accounts;

    /** An inbox of this folder, which hands its commands in at this door. */
    public BankInbox(
            BankBooks bank,
            SettlementBooks books,
            BankFolder folder,
            PartyAccounts accounts,
            byte[] salt,
            BankOutbox outbox,
            FrontDoor door) {
        this.folder = folder;
        this.door = door;
        this.accounts = accounts;
        archive = new Archive(folder);
        entryRules = new EntryRules(bank, books, new AccountDigests(accounts, salt));
        statusRules = new StatusRules(bank, outbox);
    }

    /**
     * Carries out the next file, one that a crash left in {@code work/} first; false where there is none.
     *
     * @throws InterruptedException when told to stop; the file is taken up again later
     * @throws IllegalStateException when the exchange does not let this sender in
     */
    public boolean takeNext() throws InterruptedException {
        List<Path> left = BankFolder.files(folder.work());
        if (!left.isEmpty()) {
            carryOut(left.get(0), true);
            return true;
        }
        List<Path> arrived = BankFolder.files(folder.in());
        if (arrived.isEmpty()) {
            return false;
        }
        Path work = folder.work().resolve(arrived.get(0).getFileName());
        BankFolder.rename(arrived.get(0), work);
        carryOut(work, false);
        return true;
    }

    private void carryOut(Path file, boolean redo) throws InterruptedException {
        byte[] content = read(file);
        BankMessage message = null;
        String problem = "";
        try {
            message = understood(content);
        } catch (MalformedBankMessageException complaint) {
            problem = complaint.sentence();
        }
        if (message == null) {
            refuse(file, content, "", BankQueue.MALFORMED, problem);
        } else if (archive.contains(message, content)) {
            String sentence = "The message " + message.messageId() + " came before, with the same content.";
            park(items(message.messageId(), content).of(BankQueue.DUPLICATE, "", sentence));
            archive.keep(file, message, content);
        } else if (archive.containsOther(message, content)) {
            String sentence = "The message id " + message.messageId() + " was used before for another content.";
            refuse(file, content, message.messageId(), BankQueue.CONTRADICTORY, sentence);
        } else {
            carryOut(message, items(message.messageId(), content), redo);
            archive.keep(file, message, content);
            LOG.info("carried out {} {} of the bank", message.version(), message.messageId());
        }
    }

    /** Reads and looks whether it is a message for us at all. */
    private BankMessage understood(byte[] content) {
        BankMessage message = BankMessage.read(content);
        if (message.kind().equals("pain.002")) {
            return message;
        }
        if (!STATEMENTS.contains(message.kind())) {
            throw new MalformedBankMessageException(
                    "The message is a " + message.kind() + "; the bank sends pain.002, camt.053 and camt.054.");
        }
        for (BankStatement statement : message.statements()) {
            requireOurs(statement);
        }
        return message;
    }

    private void requireOurs(BankStatement statement) {
        if (accounts.currenciesOf(statement.account()).isEmpty()) {
            throw new MalformedBankMessageException(
                    "The message is about an account that is not the settlement account.");
        }
    }

    private void carryOut(BankMessage message, ItemFactory items, boolean redo) throws InterruptedException {
        boolean restates = redo || message.kind().equals("camt.053");
        List<Decision> decisions = new ArrayList<>(statusRules.decide(message.statuses(), redo, items));
        for (BankStatement statement : message.statements()) {
            Set<Currency> kept = accounts.currenciesOf(statement.account());
            statement.entries().forEach(entry -> decisions.add(entryRules.decide(entry, kept, restates, items)));
        }
        List<Decision> sent = decisions.stream()
                .filter(decision -> decision.sending() != null)
                .toList();
        List<Answer> answers = door.carryOut(sendings(sent));
        List<BankItem> parked = new ArrayList<>();
        decisions.forEach(decision -> add(parked, decision.item()));
        Set<Sending> seen = new HashSet<>();
        for (int i = 0; i < sent.size(); i++) {
            boolean first = seen.add(sent.get(i).sending());
            add(
                    parked,
                    afterwards(sent.get(i), answers.get(i), restates && first, items)
                            .item());
        }
        park(parked);
    }

    private static List<Sending> sendings(List<Decision> decisions) {
        List<Sending> sendings = new ArrayList<>();
        for (Decision decision : decisions) {
            Sending sending = decision.sending();
            if (sending != null) {
                sendings.add(sending);
            }
        }
        return sendings;
    }

    private static void add(List<BankItem> items, @Nullable BankItem item) {
        if (item != null) {
            items.add(item);
        }
    }

    private static Decision afterwards(Decision sent, Answer answer, boolean silent, ItemFactory items) {
        requireAdmitted(answer.refusal());
        BankEntry entry = sent.entry();
        RejectReason refusal = answer.refusal();
        if (entry == null) {
            return refusal == null
                    ? Decision.NOTHING
                    : Decision.park(items.of(
                            BankQueue.CONTRADICTORY,
                            sent.endToEndId(),
                            "The bank refuses a payment that is not with it."));
        }
        if (answer.repeated()) {
            return EntryRules.repeated(entry, answer, silent, items);
        }
        return refusal == null ? Decision.NOTHING : EntryRules.refused(entry, refusal, items);
    }

    private static void requireAdmitted(@Nullable RejectReason refusal) {
        if (refusal == RejectReason.UNKNOWN_PRINCIPAL || refusal == RejectReason.ROLE_NOT_ALLOWED) {
            throw new IllegalStateException(
                    "the exchange does not take messages of the bank from this sender: " + refusal);
        }
    }

    private void refuse(Path file, byte[] content, String messageId, BankQueue queue, String sentence)
            throws InterruptedException {
        park(items(messageId, content).of(queue, "", sentence));
        archive.refuse(file, content, sentence);
        LOG.warn("refused a file of the bank: {}", sentence);
    }

    private static ItemFactory items(String messageId, byte[] content) {
        return new ItemFactory(messageId, Digest.hash(content));
    }

    private void park(BankItem item) throws InterruptedException {
        park(List.of(item));
    }

    /** What is parked already is refused for its client id, and that is well. */
    private void park(List<BankItem> items) throws InterruptedException {
        for (Answer answer :
                door.carryOut(items.stream().map(ItemFactory::parking).toList())) {
            requireAdmitted(answer.refusal());
        }
    }

    static byte[] read(Path file) {
        try {
            // A file beyond the bound is not read to its end, and refused for its length.
            try (var in = Files.newInputStream(file)) {
                return in.readNBytes(BoundedXml.MAX_BYTES + 1);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(file + " cannot be read", failure);
        }
    }
}
