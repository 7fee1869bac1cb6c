/**
 * The title register: technology rights, who owns them, what weighs on them, and who has consented to a transfer.
 *
 * <p>Clerks enter what registries and papers say; {@link org.tpx.engine.right.Rights} answers whether a transfer may
 * happen. Used by the packages above and by {@code org.tpx.engine}.
 */
@NullMarked
package org.tpx.engine.right;

import org.jspecify.annotations.NullMarked;
