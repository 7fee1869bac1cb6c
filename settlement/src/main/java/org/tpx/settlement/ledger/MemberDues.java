package org.tpx.settlement.ledger;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.tpx.protocol.AccountKind;
import org.tpx.protocol.ChargeEvent.DuesAccrued;
import org.tpx.protocol.ChargeEvent.DuesOverdue;
import org.tpx.protocol.ChargeEvent.DuesPaid;
import org.tpx.protocol.ChargeEvent.DuesRefundGranted;
import org.tpx.protocol.ChargeEvent.DuesScheduleLoaded;
import org.tpx.protocol.ChargeEvent.DuesShort;
import org.tpx.protocol.ChargeEvent.MemberLinked;
import org.tpx.protocol.Currency;
import org.tpx.protocol.DuesKind;
import org.tpx.protocol.DuesRate;
import org.tpx.protocol.MemberEvent.MembershipApplied;
import org.tpx.protocol.Money;
import org.tpx.protocol.MoneyEvent.MoneyPosted;
import org.tpx.protocol.MoneyEvent.MoneyReceived;
import org.tpx.protocol.MoneyPurpose;
import org.tpx.protocol.PostingReason;

/**
 * What members owe and paid, reckoned a second time: the rate of their class, which dues a payment pays, the oldest first, what of it is
 * income, and that no more is given back than was paid.
 */
final class MemberDues {

    private record Owed(
            long duesId, long memberId, Currency currency, long amountMinor, long paidMinor, long refundedMinor) {

        long missingMinor() {
            return amountMinor - paidMinor;
        }

        String named(String what) {
            return what + " of DUES-" + duesId;
        }
    }

    private final Handle handle;
    private final Differences differences;
    private long incomeMinor;

    MemberDues(Handle handle, Differences differences) {
        this.handle = handle;
        this.differences = differences;
    }

    void applied(Place place, MembershipApplied event) {
        handle.execute(
                "INSERT INTO member_account (member_id, membership_class, party_id) VALUES (?, ?, 0) ON CONFLICT DO NOTHING",
                event.memberId(),
                event.membershipClass());
    }

    void linked(Place place, MemberLinked event) {
        handle.execute("UPDATE member_account SET party_id = ? WHERE member_id = ?", event.partyId(), event.memberId());
    }

    void scheduleLoaded(Place place, DuesScheduleLoaded event) {
        for (DuesRate rate : event.rates()) {
            Currency currency = rate.seatFee().isNone()
                    ? rate.annualDues().currency()
                    : rate.seatFee().currency();
            handle.execute(
                    "INSERT INTO dues_rate (dues_schedule_id, version, membership_class, currency, seat_fee_minor,"
                            + " annual_dues_minor) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                    event.duesScheduleId(),
                    event.version(),
                    rate.membershipClass(),
                    currency,
                    rate.seatFee().minor(),
                    rate.annualDues().minor());
        }
    }

    void accrued(Place place, DuesAccrued event) {
        String what = event.kind() + " " + event.year() + " of member " + event.memberId();
        String column = event.kind() == DuesKind.SEAT_FEE ? "seat_fee_minor" : "annual_dues_minor";
        long rate = handle.select(
                        "SELECT r." + column + " FROM dues_rate r JOIN member_account m ON m.membership_class ="
                                + " r.membership_class WHERE m.member_id = ? AND r.dues_schedule_id = ? AND r.version ="
                                + " (SELECT MAX(version) FROM dues_rate WHERE dues_schedule_id = ?)",
                        event.memberId(),
                        event.duesScheduleId(),
                        event.duesScheduleId())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L);
        differences.check(what, event.amount().currency(), rate, event.amount().minor());
        long before = handle.select(
                        "SELECT COUNT(*) FROM dues WHERE member_id = ? AND kind = ? AND (dues_year = ? OR kind = ?)",
                        event.memberId(),
                        event.kind(),
                        event.year(),
                        DuesKind.SEAT_FEE)
                .mapTo(Long.class)
                .one();
        differences.require(before == 0, what, "accrued once", "accrued again");
        handle.execute(
                "INSERT INTO dues (dues_id, member_id, kind, dues_year, currency, amount_minor, paid_minor, refunded_minor,"
                        + " accrued_nanos, due_nanos, overdue_nanos, paid_nanos) VALUES (?, ?, ?, ?, ?, ?, 0, 0, ?, ?, 0, 0)"
                        + " ON CONFLICT DO NOTHING",
                event.duesId(),
                event.memberId(),
                event.kind(),
                event.year(),
                event.amount().currency(),
                event.amount().minor(),
                place.timeNanos(),
                event.dueNanos());
    }

    /** Money for dues came: pays what its payer owes, the oldest first; {@link #posted} is expected to book as much as income. */
    void received(Place place, MoneyReceived event) {
        if (event.purpose() != MoneyPurpose.DUES) {
            return;
        }
        long left = event.amount().minor();
        for (Owed owed : open(event.partyId(), event.amount().currency())) {
            long part = Math.min(left, owed.missingMinor());
            left -= part;
            handle.execute(
                    "UPDATE dues SET paid_minor = paid_minor + ?, paid_nanos = CASE WHEN paid_minor + ? = amount_minor THEN ?"
                            + " ELSE paid_nanos END WHERE dues_id = ?",
                    part,
                    part,
                    place.timeNanos(),
                    owed.duesId());
        }
        incomeMinor = event.amount().minor() - left;
    }

    /** A posting was told: of what came for dues, as much is income as was owed. */
    void posted(Place place, MoneyPosted event) {
        boolean forDues = event.legs().stream().anyMatch(leg -> leg.account() == AccountKind.OPERATING);
        if (!forDues || event.reason() == PostingReason.PAID_OUT) {
            return;
        }
        Money income = event.legs().stream()
                .filter(leg -> leg.account() == AccountKind.DUES_INCOME)
                .map(leg -> leg.amount())
                .findFirst()
                .orElse(Money.zero(event.legs().get(0).amount().currency()));
        differences.check("dues paid by what came", income.currency(), incomeMinor, income.minor());
    }

    void paid(Place place, DuesPaid event) {
        with(event.duesId(), "DuesPaid", owed -> {
            differences.check(owed.named("what was paid"), owed.currency(), owed.amountMinor(), owed.paidMinor());
            differences.check(
                    owed.named("amount"),
                    owed.currency(),
                    owed.amountMinor(),
                    event.amount().minor());
        });
    }

    void tooShort(Place place, DuesShort event) {
        with(event.duesId(), "DuesShort", owed -> checkMissing(owed, event.missing()));
    }

    void overdue(Place place, DuesOverdue event) {
        with(event.duesId(), "DuesOverdue", owed -> {
            checkMissing(owed, event.missing());
            differences.require(owed.missingMinor() > 0, owed.named("lateness"), "something missing", "paid");
            int late = handle.execute(
                    "UPDATE dues SET overdue_nanos = ? WHERE dues_id = ? AND overdue_nanos = 0 AND due_nanos <= ?",
                    place.timeNanos(),
                    owed.duesId(),
                    place.timeNanos());
            differences.require(late == 1, owed.named("lateness"), "at the due instant, once", event.toString());
        });
    }

    private void checkMissing(Owed owed, Money missing) {
        differences.check(owed.named("what is missing"), owed.currency(), owed.missingMinor(), missing.minor());
    }

    void refunded(Place place, DuesRefundGranted event) {
        with(event.duesId(), "DuesRefundGranted", owed -> {
            long refunded = owed.refundedMinor() + event.amount().minor();
            differences.require(
                    refunded <= owed.paidMinor(), owed.named("refund"), "no more than was paid", event.toString());
            handle.execute("UPDATE dues SET refunded_minor = ? WHERE dues_id = ?", refunded, owed.duesId());
        });
    }

    private void with(long duesId, String event, Consumer<Owed> action) {
        find(duesId)
                .ifPresentOrElse(action, () -> differences.onDifference(event, "dues that accrued", "DUES-" + duesId));
    }

    private Optional<Owed> find(long duesId) {
        return select("d.dues_id = ?", duesId).stream().findFirst();
    }

    private List<Owed> open(long partyId, Currency currency) {
        return select("m.party_id = ? AND d.currency = ? AND d.paid_minor < d.amount_minor", partyId, currency);
    }

    private List<Owed> select(String condition, Object... arguments) {
        return handle.select(
                        "SELECT d.* FROM dues d JOIN member_account m ON m.member_id = d.member_id WHERE " + condition
                                + " ORDER BY d.dues_id",
                        arguments)
                .map((row, context) -> new Owed(
                        row.getLong("dues_id"),
                        row.getLong("member_id"),
                        Currency.valueOf(row.getString("currency")),
                        row.getLong("amount_minor"),
                        row.getLong("paid_minor"),
                        row.getLong("refunded_minor")))
                .list();
    }
}
