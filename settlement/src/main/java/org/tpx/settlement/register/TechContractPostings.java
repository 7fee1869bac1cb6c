package org.tpx.settlement.register;

import org.jdbi.v3.core.Handle;
import org.tpx.protocol.Money;
import org.tpx.protocol.RegisterEvent.TechContractFiled;
import org.tpx.protocol.RegisterEvent.TechContractOverdue;
import org.tpx.protocol.RegisterEvent.TechContractRefused;
import org.tpx.protocol.RegisterEvent.TechContractRegistered;
import org.tpx.protocol.TechContractContent;
import org.tpx.protocol.TechContractType;

/**
 * Keeps the register of technology contracts, and looks again: the amount is the price of the deal, no more of it is technology, the kind
 * follows from the content, lateness from the deadline, and a contract is registered once under a certificate of its own.
 */
public final class TechContractPostings {
    private final Handle handle;
    private final TitleFindings findings;

    /** Entries in the transaction of this handle. */
    public TechContractPostings(Handle handle, TitleFindings findings) {
        this.handle = handle;
        this.findings = findings;
    }

    /** A contract waits for the register. */
    public void filed(EntryPlace place, TechContractFiled event) {
        long priceMinor = number("SELECT COALESCE(MAX(price_minor), 0) FROM deal WHERE deal_id = ?", event.dealId());
        check(event.techContractId(), "amount", priceMinor, event.amount().minor());
        checkTurnover(event.techContractId(), event.turnover(), event.amount());
        handle.execute(
                "INSERT INTO tech_contract (tech_contract_id, listing_id, deal_id, state, content, contract_type, currency,"
                        + " amount_minor, turnover_minor, seller_province, buyer_province, field, certificate, filed_sequence,"
                        + " due_nanos, overdue, decided_sequence, decided_nanos)"
                        + " VALUES (?, ?, ?, 'FILED', ?, ?, ?, ?, ?, ?, ?, ?, '', ?, ?, 0, 0, 0)",
                event.techContractId(),
                event.listingId(),
                event.dealId(),
                event.content(),
                type(event.content()),
                event.amount().currency(),
                event.amount().minor(),
                event.turnover().minor(),
                event.sellerProvince(),
                event.buyerProvince(),
                event.field(),
                place.sequence(),
                event.decisionDueNanos());
    }

    /** The register's time is over. */
    public void overdue(EntryPlace place, TechContractOverdue event) {
        handle.execute("UPDATE tech_contract SET overdue = 1 WHERE tech_contract_id = ?", event.techContractId());
    }

    /** A contract was registered and certified. */
    public void registered(EntryPlace place, TechContractRegistered event) {
        long id = event.techContractId();
        long before =
                number("SELECT COUNT(*) FROM tech_contract WHERE deal_id = ? AND state = 'REGISTERED'", event.dealId());
        check(id, "registrations of its deal before", 0, before);
        long taken = number("SELECT COUNT(*) FROM tech_contract WHERE certificate = ?", event.certificate());
        check(id, "other contracts of certificate " + event.certificate(), 0, taken);
        findings.require(
                event.contractType() == type(event.content()),
                "kind of technology contract " + id,
                type(event.content()).name(),
                event.contractType().name());
        checkTurnover(id, event.turnover(), event.amount());
        long dueNanos = number("SELECT COALESCE(MAX(due_nanos), 0) FROM tech_contract WHERE tech_contract_id = ?", id);
        check(id, "lateness", dueNanos != 0 && place.timeNanos() >= dueNanos ? 1 : 0, event.late() ? 1 : 0);
        int rows = handle.execute(
                "UPDATE tech_contract SET content = ?, contract_type = ?, turnover_minor = ?, certificate = ?"
                        + " WHERE tech_contract_id = ? AND state = 'FILED'",
                event.content(),
                event.contractType(),
                event.turnover().minor(),
                event.certificate(),
                id);
        check(id, "filed contracts that were decided", 1, rows);
        decide(place, id, "REGISTERED");
    }

    /** The register did not register a contract. */
    public void refused(EntryPlace place, TechContractRefused event) {
        decide(place, event.techContractId(), "REFUSED");
    }

    private void decide(EntryPlace place, long contractId, String state) {
        handle.execute(
                "UPDATE tech_contract SET state = ?, decided_sequence = ?, decided_nanos = ? WHERE tech_contract_id = ?",
                state,
                place.sequence(),
                place.timeNanos(),
                contractId);
    }

    private void checkTurnover(long contractId, Money turnover, Money amount) {
        findings.require(
                turnover.currency() == amount.currency() && turnover.minor() <= amount.minor(),
                "turnover of technology contract " + contractId,
                "at most " + amount,
                turnover.toString());
    }

    private void check(long contractId, String what, long expected, long found) {
        findings.require(
                expected == found,
                what + " of technology contract " + contractId,
                Long.toString(expected),
                Long.toString(found));
    }

    private long number(String sql, Object value) {
        return handle.select(sql, value).mapTo(Long.class).one();
    }

    /** Section 4.2: conversion follows development, a contribution to capital counts as transfer. */
    private static TechContractType type(TechContractContent content) {
        return switch (content) {
            case DEVELOPMENT, CONVERSION -> TechContractType.DEVELOPMENT;
            case TRANSFER, EQUITY_CONTRIBUTION -> TechContractType.TRANSFER;
            case LICENCE -> TechContractType.LICENCE;
            case CONSULTING -> TechContractType.CONSULTING;
            case SERVICE -> TechContractType.SERVICE;
        };
    }
}
