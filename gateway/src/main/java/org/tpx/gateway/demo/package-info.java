/**
 * The demonstration: plays a market day onto a journal, lets settlement book it, and tells what became of every listing and of the
 * money.
 */
@NullMarked
package org.tpx.gateway.demo;

import org.jspecify.annotations.NullMarked;
