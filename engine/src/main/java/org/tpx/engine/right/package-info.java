/**
 * The title register: technology rights, who owns them, what weighs on them, who has consented to a transfer or a licence,
 * and which licences stand or are on offer.
 *
 * <p>Clerks enter what registries and papers say; {@link org.tpx.engine.right.Rights} answers whether a transfer may
 * happen, {@link org.tpx.engine.right.Licences} whether licences may be offered. Used by the packages above and by {@code org.tpx.engine}.
 */
@NullMarked
package org.tpx.engine.right;

import org.jspecify.annotations.NullMarked;
