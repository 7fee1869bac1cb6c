package org.tpx.gateway.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tpx.gateway.preset.Market;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Money;
import org.tpx.settlement.ledger.DealSummary;
import org.tpx.settlement.ledger.DemandSummary;
import org.tpx.settlement.ledger.ListingOutcome;
import org.tpx.settlement.ledger.ListingSummary;
import org.tpx.settlement.ledger.OfferingSummary;
import org.tpx.settlement.ledger.SeriesSummary;
import org.tpx.settlement.ledger.SettlementBooks;
import org.tpx.settlement.ledger.Subscription;
import org.tpx.settlement.ledger.UnitTrade;

/** What became of the stories of a market, as the books tell it. Single-threaded. */
final class DemoRows {
    private static final Set<String> NOT_CARRIED_OUT = Set.of("DEFAULTED", "RESCINDED");

    private final SettlementBooks books;
    private final Currency currency;
    private final Map<String, ListingSummary> listings;
    private final Map<String, OfferingSummary> offerings;
    private final Map<String, SeriesSummary> series;
    private final Map<String, DemandSummary> demands;
    private final Map<String, DealSummary> deals = new HashMap<>();

    /** Reads the books. */
    DemoRows(SettlementBooks books, Currency currency) {
        this.books = books;
        this.currency = currency;
        listings = byCode(books.listings(), ListingSummary::listing);
        offerings = byCode(books.offerings(), OfferingSummary::code);
        series = byCode(books.unitSeries(), SeriesSummary::code);
        demands = byCode(books.demands(), DemandSummary::code);
        books.deals().stream()
                .filter(deal -> !NOT_CARRIED_OUT.contains(deal.state()))
                .forEach(deal -> deals.put(deal.listing(), deal));
    }

    private static <T> Map<String, T> byCode(List<T> summaries, Function<T, String> code) {
        return summaries.stream().collect(Collectors.toMap(code, Function.identity()));
    }

    /**
     * One row for each story, in their order.
     *
     * @throws IllegalStateException where the journal knows nothing of a story's subject
     */
    List<DemoReport.Row> of(List<Market.Story> stories) {
        return stories.stream().map(this::row).toList();
    }

    private DemoReport.Row row(Market.Story story) {
        return switch (story.subject()) {
            case LISTING -> listing(story, known(story, listings.get(story.code())), deals.get(story.code()));
            case OFFERING -> offering(story, known(story, offerings.get(story.code())));
            case DEMAND -> demand(story, known(story, demands.get(story.code())));
            case SERIES -> trading(story, known(story, series.get(story.code())));
        };
    }

    private static <T> T known(Market.Story story, @Nullable T summary) {
        if (summary == null) {
            throw new IllegalStateException(
                    "the market has no " + story.subject().name().toLowerCase(Locale.ROOT) + " " + story.code());
        }
        return summary;
    }

    private static DemoReport.Row listing(Market.Story story, ListingSummary listing, @Nullable DealSummary deal) {
        String ended = listing.results().isEmpty()
                ? "open"
                : words(listing.results().get(listing.results().size() - 1).outcome());
        return new DemoReport.Row(
                listing.listing(),
                listing.registration(),
                story.story(),
                ended,
                deal == null ? "" : deal.transferee(),
                deal == null ? Money.NONE : deal.price(),
                deal == null ? Money.NONE : deal.income());
    }

    private DemoReport.Row offering(Market.Story story, OfferingSummary offering) {
        long holders = books.subscriptions(offering.offeringId()).stream()
                .filter(subscription -> subscription.allottedUnits() > 0)
                .map(Subscription::party)
                .distinct()
                .count();
        return new DemoReport.Row(
                offering.code(),
                story.right(),
                story.story(),
                offering.state().toLowerCase(Locale.ROOT),
                buyers(holders),
                offering.paid(),
                Money.zero(currency));
    }

    private DemoReport.Row trading(Market.Story story, SeriesSummary summary) {
        List<UnitTrade> trades = books.unitTrades(summary.seriesId());
        Money turnover = Money.zero(currency);
        Money fees = Money.zero(currency);
        for (UnitTrade trade : trades) {
            turnover = turnover.plus(trade.amount());
            fees = fees.plus(trade.buyerFee()).plus(trade.sellerFee());
        }
        return new DemoReport.Row(
                summary.code(),
                story.right(),
                story.story(),
                trades.isEmpty() ? "open" : "traded",
                buyers(trades.stream().map(UnitTrade::buyer).distinct().count()),
                turnover,
                fees);
    }

    private static DemoReport.Row demand(Market.Story story, DemandSummary demand) {
        String ended = demand.isClosed() ? "not awarded" : "open";
        return new DemoReport.Row(
                demand.code(),
                story.right(),
                story.story(),
                demand.winners() == 0 ? ended : "awarded",
                demand.winners() == 0 ? "" : firms(demand.winners()),
                demand.winners() == 0 ? Money.NONE : demand.awarded(),
                demand.winners() == 0 ? Money.NONE : demand.income());
    }

    private static String buyers(long count) {
        return count == 1 ? "1 buyer" : count + " buyers";
    }

    private static String firms(int count) {
        return count == 1 ? "1 firm" : count + " firms";
    }

    private static String words(ListingOutcome outcome) {
        return switch (outcome) {
            case COMPLETED -> "sold";
            case CLOSED -> "closed unsold";
            default -> outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        };
    }
}
