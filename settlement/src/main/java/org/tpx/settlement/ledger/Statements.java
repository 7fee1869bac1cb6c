package org.tpx.settlement.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.tpx.protocol.EntrySide;
import org.tpx.protocol.Money;

/** Reads statements from the postings and adds the running balance of every account. */
final class Statements {
    private static final String LEGS =
            "SELECT p.sequence, p.posting_id, p.time_nanos, p.reason, l.kind, l.party_id, l.listing_id, l.deal_id,"
                    + " l.offering_id, l.side, l.currency, l.amount_minor FROM posting_leg l JOIN posting p"
                    + " ON p.sequence = l.sequence AND p.ordinal = l.ordinal WHERE l.sequence <= :sequence AND (%s)"
                    + " ORDER BY l.sequence, l.ordinal, l.leg";

    private record Leg(
            long sequence,
            long postingId,
            long timeNanos,
            String reason,
            AccountKey account,
            EntrySide side,
            Money amount) {}

    private final Handle handle;

    Statements(Handle handle) {
        this.handle = handle;
    }

    Statement ofParty(long partyId, long sequence) {
        return statement(party(partyId), "l.party_id = :id", partyId, sequence);
    }

    Statement ofListing(long listingId, long sequence) {
        String condition = "l.listing_id = :id OR l.deal_id IN (SELECT deal_id FROM deal WHERE listing_id = :id)";
        return statement(listing(listingId), condition, listingId, sequence);
    }

    Statement ofDeal(long dealId, long sequence) {
        return statement(deal(dealId), "l.deal_id = :id", dealId, sequence);
    }

    String nameOf(AccountKey account) {
        List<String> owners = new ArrayList<>();
        if (account.partyId() > 0) {
            owners.add(party(account.partyId()));
        }
        if (account.listingId() > 0) {
            owners.add(listing(account.listingId()));
        }
        if (account.dealId() > 0) {
            owners.add(deal(account.dealId()));
        }
        if (account.offeringId() > 0) {
            owners.add(code("SELECT code FROM offering WHERE offering_id = ?", account.offeringId()));
        }
        return account.kind() + (owners.isEmpty() ? "" : "{" + String.join(", ", owners) + "}");
    }

    private String party(long partyId) {
        return code("SELECT code FROM party WHERE party_id = ?", partyId);
    }

    private String listing(long listingId) {
        return code("SELECT code FROM listing WHERE listing_id = ?", listingId);
    }

    private static String deal(long dealId) {
        return "DEAL-" + dealId;
    }

    private String code(String sql, long id) {
        return handle.select(sql, id).mapTo(String.class).findOne().orElse("");
    }

    private Statement statement(String subject, String condition, long id, long sequence) {
        List<Leg> legs = handle.createQuery(LEGS.formatted(condition))
                .bind("sequence", sequence)
                .bind("id", id)
                .map((row, context) -> new Leg(
                        row.getLong("sequence"),
                        row.getLong("posting_id"),
                        row.getLong("time_nanos"),
                        row.getString("reason"),
                        SettlementBooks.account(row),
                        EntrySide.valueOf(row.getString("side")),
                        SettlementBooks.money(row, "amount_minor")))
                .list();
        return new Statement(subject, sequence, balanced(legs));
    }

    private static List<Statement.Line> balanced(List<Leg> legs) {
        Map<AccountKey, Money> balances = new HashMap<>();
        List<Statement.Line> lines = new ArrayList<>();
        for (Leg leg : legs) {
            boolean grows = leg.account().isAsset() == (leg.side() == EntrySide.DEBIT);
            Money change = grows ? leg.amount() : leg.amount().negated();
            Money balance = balances.merge(leg.account(), change, Money::plus);
            lines.add(new Statement.Line(
                    leg.sequence(),
                    leg.postingId(),
                    leg.timeNanos(),
                    leg.reason(),
                    leg.account(),
                    leg.side(),
                    leg.amount(),
                    balance));
        }
        return List.copyOf(lines);
    }
}
