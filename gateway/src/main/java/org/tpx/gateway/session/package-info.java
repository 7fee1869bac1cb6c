/**
 * Who calls: the person or program behind a request, proven once at the edge and named in every command from then on.
 *
 * <p>What the caller may do is the engine's decision, on the journaled role; a session only says which routes it is shown at all.
 * Used by {@code gateway.api} and {@code gateway.http}; knows neither routes nor sockets.
 */
@NullMarked
package org.tpx.gateway.session;

import org.jspecify.annotations.NullMarked;
