package org.tpx.settlement.ledger;

import java.math.BigInteger;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.tpx.protocol.OfferingEvent.DistributionDeclared;
import org.tpx.protocol.OfferingEvent.DistributionPaid;

/** Payments on all units of a series: each holder gets what its units are due, and all together what was declared. */
final class Distributions {
    private record Declared(long sequence, int ordinal, long perUnitMinor, long openMinor) {}

    private final Handle handle;
    private final Units units;
    private final Differences differences;

    Distributions(Handle handle, Units units, Differences differences) {
        this.handle = handle;
        this.units = units;
        this.differences = differences;
    }

    void declared(Place place, DistributionDeclared event) {
        latest(event.seriesId())
                .ifPresent(before -> differences.check(
                        "distribution in series " + event.seriesId() + " not paid before the next",
                        event.perUnit().currency(),
                        0,
                        before.openMinor()));
        checkAmount(
                "distribution in series " + event.seriesId(),
                event.units(),
                event.perUnit().minor(),
                event.amount().minor());
        handle.execute(
                "INSERT INTO distribution (sequence, ordinal, series_id, payer_id, currency, per_unit_minor, units,"
                        + " amount_minor, open_minor) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                place.sequence(),
                place.ordinal(),
                event.seriesId(),
                event.payerId(),
                event.perUnit().currency(),
                event.perUnit().minor(),
                event.units(),
                event.amount().minor(),
                event.amount().minor());
    }

    void paid(Place place, DistributionPaid event) {
        String what = "distribution in series " + event.seriesId() + " to party " + event.partyId();
        Optional<Declared> declared = latest(event.seriesId());
        differences.require(declared.isPresent(), what, "declared before", "unknown");
        declared.ifPresent(one -> {
            differences.check(what + ", units", (Object) units.held(event.seriesId(), event.partyId()), event.units());
            checkAmount(what, event.units(), one.perUnitMinor(), event.amount().minor());
            long openMinor = one.openMinor() - event.amount().minor();
            differences.require(
                    openMinor >= 0,
                    what,
                    "no more than was declared",
                    event.amount().toString());
            handle.execute(
                    "UPDATE distribution SET open_minor = ? WHERE sequence = ? AND ordinal = ?",
                    openMinor,
                    one.sequence(),
                    one.ordinal());
        });
    }

    private void checkAmount(String what, long held, long perUnitMinor, long amountMinor) {
        differences.check(
                "amount of the " + what,
                BigInteger.valueOf(held).multiply(BigInteger.valueOf(perUnitMinor)),
                BigInteger.valueOf(amountMinor));
    }

    private Optional<Declared> latest(long seriesId) {
        return handle.select(
                        "SELECT * FROM distribution WHERE series_id = ? ORDER BY sequence DESC, ordinal DESC LIMIT 1",
                        seriesId)
                .map((row, context) -> new Declared(
                        row.getLong("sequence"),
                        row.getInt("ordinal"),
                        row.getLong("per_unit_minor"),
                        row.getLong("open_minor")))
                .findOne();
    }
}
