/**
 * The data of the documents that people get: for now the transaction certificate (domain.md 5.1). Layout and PDF are not here.
 *
 * <p>The gateway may use the public types; this package reads the settlement database and stands on {@code
 * org.tpx.settlement.ledger}.
 */
@NullMarked
package org.tpx.settlement.document;

import org.jspecify.annotations.NullMarked;
