package org.tpx.gateway.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tpx.settlement.ledger.AccountKey;
import org.tpx.settlement.ledger.Aging;
import org.tpx.settlement.ledger.ContributorAdvice;
import org.tpx.settlement.ledger.SettlementBooks;
import org.tpx.settlement.ledger.Statement;
import org.tpx.settlement.ledger.TrialBalance;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code tpx statement}: what the books say about accounts, now or at any past turn, instant or day. */
@Command(
        name = "statement",
        description = {
            "Prints every movement on the accounts of a party, a listing or a deal from the books that tpx settle or a node keeps.",
            "",
            "Or the trial balance of the settlement account, or what is owed to parties and how late it is: all of it as it stood at "
                    + "any past turn, instant or day."
        },
        footer = {
            "  $$ tpx statement --journal /var/lib/tpx --party BUYER-A",
            "  $$ tpx statement --journal /var/lib/tpx --deal 3 --at 1200 --json",
            "  $$ tpx statement --journal /var/lib/tpx --trial-balance --at 2025-07-31",
            "  $$ tpx statement --journal /var/lib/tpx --aging"
        })
final class StatementCommand implements Callable<Integer> {

    @ParentCommand
    @SuppressWarnings("NullAway.Init")
    private Tpx tpx;

    @Option(names = "--journal", paramLabel = "DIR", description = "The journal's directory. Default: this one.")
    private Path journal = Path.of("");

    @Mixin
    private final BooksOption location = new BooksOption();

    @ArgGroup(multiplicity = "1")
    private Subject subject = new Subject();

    @Option(
            names = "--at",
            paramLabel = "WHEN",
            description =
                    "Print them as they were after this turn, at this instant (2025-07-31T17:00:00+08:00) or at the end of this "
                            + "day (2025-07-31). Default: now.")
    private @Nullable String at;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    /** Whose accounts. */
    private static final class Subject {
        @Option(names = "--party", paramLabel = "CODE", description = "The code of a party.")
        private @Nullable String party;

        @Option(names = "--listing", paramLabel = "CODE", description = "The code of a listing.")
        private @Nullable String listing;

        @Option(names = "--deal", paramLabel = "N", description = "The number of a deal.")
        private long deal;

        @Option(
                names = "--contributors",
                paramLabel = "N",
                description =
                        "What those who contributed get of the net income of a deal at least, by the rule profile; always as of now.")
        private long contributors;

        @Option(names = "--trial-balance", description = "All accounts: debits, credits and balances.")
        private boolean trialBalance;

        @Option(
                names = "--aging",
                description =
                        "What is owed to parties and not paid yet, refunds among it, by how many days it is late.")
        private boolean aging;
    }

    @Override
    public Integer call() throws IOException {
        SettlementBooks books = new SettlementBooks(location.openExisting(journal));
        At when = at == null ? At.end(books) : At.parse("--at", at, books);
        tpx.terminal().print(print(books, when));
        return ExitCode.DONE;
    }

    private String print(SettlementBooks books, At when) {
        if (subject.aging) {
            Aging aging = books.aging(when.timeNanos());
            return json ? AgingText.json(aging) : AgingText.table(aging);
        }
        if (subject.contributors != 0) {
            ContributorAdvice advice = books.contributorAdvice(subject.contributors)
                    .orElseThrow(() -> new InputException("--contributors: is not in the books, or is off"));
            return json ? ContributorText.json(advice) : ContributorText.lines(advice);
        }
        Function<AccountKey, String> names = names(books);
        if (subject.trialBalance) {
            TrialBalance balance = books.trialBalance(when.sequence());
            return json ? TrialBalanceText.json(balance, names) : TrialBalanceText.table(balance, names);
        }
        Statement statement = statement(books, when.sequence());
        return json ? StatementText.json(statement, names) : StatementText.table(statement, names);
    }

    private Statement statement(SettlementBooks books, long sequence) {
        if (subject.party != null) {
            return books.statementOfParty(known("--party", books.partyId(subject.party)), sequence);
        }
        if (subject.listing != null) {
            return books.statementOfListing(known("--listing", books.listingId(subject.listing)), sequence);
        }
        boolean dealt = books.deals().stream().anyMatch(deal -> deal.dealId() == subject.deal);
        return books.statementOfDeal(known("--deal", dealt ? subject.deal : 0), sequence);
    }

    private static long known(String option, long id) {
        if (id == 0) {
            throw new InputException(option + ": is not in the books");
        }
        return id;
    }

    /** The name of an account, looked up once. */
    private static Function<AccountKey, String> names(SettlementBooks books) {
        Map<AccountKey, String> known = new HashMap<>();
        return account -> known.computeIfAbsent(account, books::nameOf);
    }
}
