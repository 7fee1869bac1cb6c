/**
 * What is charged beyond a price, and what is not: {@link org.tpx.engine.charge.Waivings} lets fees be waived, {@link
 * org.tpx.engine.charge.Dues} knows what members owe, {@link org.tpx.engine.charge.DuesMoney} takes it and gives it back.
 *
 * <p>Stands above listings. What a waiver spares is looked up where the fee accrues. Used by {@code org.tpx.engine} only.
 */
@NullMarked
package org.tpx.engine.charge;

import org.jspecify.annotations.NullMarked;
