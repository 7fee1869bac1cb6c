package org.tpx.settlement.ledger;

/**
 * An entry in the register of holders of a series.
 *
 * @param party the holder, by its code
 * @param units the units that it holds, above zero
 * @param beneficiaries how many people hold through it; 1 where it holds for itself
 */
public record UnitHolder(String party, long units, int beneficiaries) {}
