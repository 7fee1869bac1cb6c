/**
 * What watches over the whole exchange rather than one sale: outages of the node, and deadlines that move with a calendar.
 *
 * <p>Stands on {@code engine.sale}; only {@code engine} itself uses it.
 */
@NullMarked
package org.tpx.engine.oversight;

import org.jspecify.annotations.NullMarked;
