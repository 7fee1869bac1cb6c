package org.tpx.settlement.bank;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tpx.protocol.Currency;

/**
 * The account numbers behind the codes of parties. They are personal data, so the journal knows them as salted digests only, and they
 * stand in a file of the exchange's. Without that file every account is a made-up one that says so. Threads may share it.
 *
 * <p>The file has a line per account, {@code CODE;ACCOUNT;BIC;NAME}, and {@code #} begins a comment. The exchange's own settlement
 * account stands under {@code @SETTLEMENT.CNY}, its operating account under {@code @OPERATING.CNY}, one of each per currency.
 */
public final class PartyAccounts {
    private static final String SETTLEMENT = "@SETTLEMENT.";
    private static final String OPERATING = "@OPERATING.";
    private static final int FIELDS = 4;
    private static final int MAX_NUMBER = 34;
    private static final String DEMO = "DEMO-";

    private final Map<String, PartyAccount> accounts;
    private final boolean demo;

    private PartyAccounts(Map<String, PartyAccount> accounts, boolean demo) {
        this.accounts = accounts;
        this.demo = demo;
    }

    /** Made-up accounts for everybody. */
    public static PartyAccounts demo() {
        return new PartyAccounts(Map.of(), true);
    }

    /**
     * The accounts of a file.
     *
     * @throws IOException when it cannot be read
     * @throws IllegalArgumentException naming the line that is wrong
     */
    public static PartyAccounts read(Path file) throws IOException {
        Map<String, PartyAccount> accounts = new HashMap<>();
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                put(accounts, line.split(";", -1), i + 1);
            }
        }
        return new PartyAccounts(accounts, false);
    }

    private static void put(Map<String, PartyAccount> accounts, String[] fields, int line) {
        if (fields.length != FIELDS || fields[0].isBlank() || fields[1].isBlank() || fields[3].isBlank()) {
            throw new IllegalArgumentException("line " + line + " is not CODE;ACCOUNT;BIC;NAME");
        }
        if (fields[1].strip().length() > MAX_NUMBER) {
            throw new IllegalArgumentException(
                    "line " + line + " has an account of more than " + MAX_NUMBER + " characters");
        }
        PartyAccount account = new PartyAccount(fields[3].strip(), fields[1].strip(), fields[2].strip(), false);
        if (accounts.put(fields[0].strip(), account) != null) {
            throw new IllegalArgumentException("line " + line + " names " + fields[0].strip() + " a second time");
        }
    }

    /** Whether every account is made up. */
    public boolean isDemo() {
        return demo;
    }

    /** The account of a party, or nothing where the file has none. */
    public Optional<PartyAccount> ofParty(String code) {
        return find(code, code);
    }

    /** The settlement account in a currency. */
    public Optional<PartyAccount> settlement(Currency currency) {
        return find(SETTLEMENT + currency, "SETTLEMENT-" + currency);
    }

    /** The operating account in a currency. */
    public Optional<PartyAccount> operating(Currency currency) {
        return find(OPERATING + currency, "OPERATING-" + currency);
    }

    /** The currencies in which a settlement account is kept; none where it is somebody else's. */
    Set<Currency> currenciesOf(String account) {
        Set<Currency> currencies = EnumSet.noneOf(Currency.class);
        for (Currency currency : Currency.values()) {
            boolean kept = currency != Currency.XXX
                    && settlement(currency)
                            .filter(own -> own.account().equals(account))
                            .isPresent();
            if (kept) {
                currencies.add(currency);
            }
        }
        return currencies;
    }

    private Optional<PartyAccount> find(String key, String label) {
        if (!demo) {
            return Optional.ofNullable(accounts.get(key));
        }
        return Optional.of(new PartyAccount("DEMO ACCOUNT OF " + label, demoNumber(label), "", true));
    }

    /** A long label keeps its beginning and gets a digest, so that no two labels share a number. */
    private static String demoNumber(String label) {
        String number = DEMO + label;
        if (number.length() <= MAX_NUMBER) {
            return number;
        }
        String digest = Digest.hex(label.getBytes(StandardCharsets.UTF_8)).substring(0, 12);
        return number.substring(0, MAX_NUMBER - 13) + "-" + digest;
    }
}
