package org.tpx.settlement.ledger;

import org.tpx.protocol.Money;

/**
 * How a demand with an award went. Fees are the books' own figures, which the engine's were held against.
 *
 * @param demandId its identity
 * @param code its code
 * @param poster the code of the party with the need
 * @param amount the award that was offered
 * @param awarded what was awarded of it
 * @param winners how many solvers got a part
 * @param income what the exchange earns on it, from the poster and the solvers
 * @param isClosed whether it is over, awarded or not
 */
public record DemandSummary(
        long demandId,
        String code,
        String poster,
        Money amount,
        Money awarded,
        int winners,
        Money income,
        boolean isClosed) {}
