/**
 * Where prices are formed: the single quote and the ascending auction (sections 1.4 and 2.2, machine 9.3), and the halts
 * that make them stand still. Later forms of sale are further classes beside these.
 *
 * <p>Stands on {@code engine.listing}; only {@code engine} itself uses it. {@link org.tpx.engine.sale.Bidding} is on the
 * hot path: it allocates nothing after warm-up.
 */
@NullMarked
package org.tpx.engine.sale;

import org.jspecify.annotations.NullMarked;
