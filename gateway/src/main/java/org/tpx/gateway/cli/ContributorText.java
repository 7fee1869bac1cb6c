package org.tpx.gateway.cli;

import java.util.Locale;
import org.tpx.settlement.ledger.ContributorAdvice;

/** What those who contributed get of a deal at least, as people and programs read it. */
final class ContributorText {
    private ContributorText() {}

    static String lines(ContributorAdvice advice) {
        String share = advice.shareBps() / 100 + "." + advice.shareBps() / 10 % 10 + advice.shareBps() % 10 + " %";
        String head = "Contributors of DEAL-" + advice.dealId() + ", as advice: the transferor pays them\n\n"
                + line("Price", Figures.grouped(advice.price()))
                + line("Transferor's fee", Figures.grouped(advice.fee()))
                + line("Transferor gets", Figures.grouped(advice.proceeds()))
                + line("Other costs", Figures.grouped(advice.costs()))
                + line("Net income", Figures.grouped(advice.netIncome()));
        return advice.shareBps() == 0
                ? head + "The rule profile says nothing about a share.\n"
                : head + line("Least share " + share, Figures.grouped(advice.leastShare()));
    }

    private static String line(String name, String amount) {
        return String.format(Locale.ROOT, "%-20s %20s\n", name, amount);
    }

    static String json(ContributorAdvice advice) {
        return new JsonText()
                .put("deal", "DEAL-" + advice.dealId())
                .put("price", advice.price().toString())
                .put("fee", advice.fee().toString())
                .put("proceeds", advice.proceeds().toString())
                .put("costs", advice.costs().toString())
                .put("netIncome", advice.netIncome().toString())
                .put("shareBps", advice.shareBps())
                .put("leastShare", advice.leastShare().toString())
                .toString();
    }
}
