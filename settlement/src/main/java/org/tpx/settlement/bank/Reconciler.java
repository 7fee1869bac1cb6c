package org.tpx.settlement.bank;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Money;
import org.tpx.protocol.MoneyDirection;
import org.tpx.settlement.bank.Reconciliation.Item;

/**
 * Holds the bank's statements against the books. All statements of the account up to the one in question are read, from the first on, so
 * that yesterday's difference is named by its entry and not as an opening balance. Reads only.
 */
public final class Reconciler {
    private final BankBooks books;
    private final ZoneOffset offset;

    /** Holds statements against these books. */
    public Reconciler(BankBooks books) {
        this.books = books;
        offset = ZoneOffset.ofTotalSeconds(books.utcOffsetSeconds());
    }

    /** The statements that the bank put into a folder and that were carried out, of whichever account. */
    public static List<BankStatement> statements(BankFolder folder) {
        List<BankStatement> statements = new ArrayList<>();
        for (Path file : BankFolder.files(folder.done())) {
            if (file.getFileName().toString().startsWith("camt.053")) {
                statements.addAll(BankMessage.read(BankInbox.read(file)).statements());
            }
        }
        return statements;
    }

    /**
     * Reconciles the last of these statements in a currency; nothing where there is none.
     *
     * @throws MalformedBankMessageException when a statement tells no balances, or not when it ends
     */
    public Optional<Reconciliation> reconcile(Currency currency, List<BankStatement> statements) {
        List<BankStatement> chain = statements.stream()
                .filter(statement -> closing(statement).amount().currency() == currency)
                .sorted(Comparator.comparingLong(this::endNanos))
                .toList();
        if (chain.isEmpty()) {
            return Optional.empty();
        }
        BankStatement last = chain.get(chain.size() - 1);
        long endNanos = endNanos(last);
        List<Item> items = new ArrayList<>();
        addBalances(currency, chain, items);
        Map<String, Movement> movements = new HashMap<>();
        books.movements(currency).forEach(movement -> movements.put(movement.bankReference(), movement));
        for (BankStatement statement : chain) {
            statement.entries().forEach(entry -> addEntry(currency, entry, endNanos, movements, items));
        }
        movements.values().stream()
                .filter(movement -> movement.timeNanos() < endNanos)
                .sorted(Comparator.comparing(Movement::bankReference))
                .forEach(movement -> items.add(new Item(
                        "It is in the books and on no statement.",
                        movement.bankReference(),
                        movement.amount().negated())));
        return Optional.of(new Reconciliation(
                last.id(),
                endNanos,
                closing(last).amount(),
                books.settlementAccount(currency, endNanos),
                items,
                books.waiting(currency)));
    }

    /** What lies between the statements, before the first, and within one that does not add up. */
    private void addBalances(Currency currency, List<BankStatement> chain, List<Item> items) {
        Money expected = Money.zero(currency);
        for (BankStatement statement : chain) {
            Money opening = opening(statement).amount();
            addDifference(
                    items,
                    "The statement " + statement.id() + " opens otherwise than the one before it closed.",
                    opening.minus(expected));
            Money sum = opening;
            for (BankEntry entry : statement.entries()) {
                sum = counts(currency, entry) ? sum.plus(signed(entry)) : sum;
            }
            expected = closing(statement).amount();
            addDifference(
                    items,
                    "The entries of the statement " + statement.id() + " do not add up to its closing balance.",
                    expected.minus(sum));
        }
    }

    private static void addDifference(List<Item> items, String what, Money amount) {
        if (!amount.isZero()) {
            items.add(new Item(what, "", amount));
        }
    }

    private void addEntry(
            Currency currency, BankEntry entry, long endNanos, Map<String, Movement> movements, List<Item> items) {
        if (!counts(currency, entry)) {
            return;
        }
        Movement booked = movements.get(entry.bankReference());
        if (booked == null) {
            items.add(new Item(missing(entry), entry.bankReference(), signed(entry)));
        } else if (booked.timeNanos() >= endNanos) {
            items.add(new Item("It was booked after the statement ended.", entry.bankReference(), signed(entry)));
            movements.remove(entry.bankReference());
        } else {
            addDifference(items, entry, booked);
            movements.remove(entry.bankReference());
        }
    }

    private static void addDifference(List<Item> items, BankEntry entry, Movement booked) {
        Money difference = signed(entry).minus(booked.amount());
        if (!difference.isZero()) {
            items.add(new Item(
                    "The books have " + booked.amount() + " under this reference, and the bank " + signed(entry) + ".",
                    entry.bankReference(),
                    difference));
        }
    }

    /** Why an entry is in no book: the sentence of its queue, where it is in one. */
    private String missing(BankEntry entry) {
        return books.queued(entry.bankReference()).stream()
                .filter(item -> item.amount().equals(entry.amount()) && item.itemId() != 0)
                .reduce((first, second) -> second)
                .map(item -> "BANK-" + item.itemId() + ", " + item.queue() + ": " + item.reason())
                .orElse("The bank tells it, and it is neither in the books nor in a queue, or is told twice.");
    }

    private static boolean counts(Currency currency, BankEntry entry) {
        return entry.booked() && entry.amount().currency() == currency;
    }

    private static Money signed(BankEntry entry) {
        return entry.direction() == MoneyDirection.IN
                ? entry.amount()
                : entry.amount().negated();
    }

    private static BankStatement.Balance opening(BankStatement statement) {
        return statement
                .opening()
                .orElseThrow(() -> new MalformedBankMessageException(
                        "The statement " + statement.id() + " tells no opening balance."));
    }

    private static BankStatement.Balance closing(BankStatement statement) {
        return statement
                .closing()
                .orElseThrow(() -> new MalformedBankMessageException(
                        "The statement " + statement.id() + " tells no closing balance."));
    }

    /** When a statement ends: as it says, or with the day of its closing balance. */
    private long endNanos(BankStatement statement) {
        String end = statement.to().isEmpty() ? closing(statement).on() : statement.to();
        try {
            Instant instant = end.length() <= "yyyy-MM-dd".length()
                    ? LocalDate.parse(end).plusDays(1).atStartOfDay().toInstant(offset)
                    : withOffset(end).toInstant();
            return ChronoUnit.NANOS.between(Instant.EPOCH, instant);
        } catch (DateTimeParseException failure) {
            throw new MalformedBankMessageException("The statement " + statement.id() + " does not say when it ends.");
        }
    }

    /** A time without an offset is the exchange's own. */
    private OffsetDateTime withOffset(String time) {
        boolean hasOffset = time.matches(".*(Z|[+-]\\d{2}:\\d{2})");
        return OffsetDateTime.parse(hasOffset ? time : time + offset.getId());
    }
}
