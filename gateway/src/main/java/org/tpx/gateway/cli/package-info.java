/**
 * The command line of the exchange: one class per command, and the only packages that print.
 *
 * <p>Nothing uses this package; it may use every other one of the gateway.
 */
@NullMarked
package org.tpx.gateway.cli;

import org.jspecify.annotations.NullMarked;
