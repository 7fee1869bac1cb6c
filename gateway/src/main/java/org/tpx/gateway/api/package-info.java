/**
 * What the exchange offers to callers: routes with what they take, answer and demand of the caller, and their endpoints. Knows no
 * socket: {@code gateway.http} brings requests and carries replies away, {@code gateway.session} says who calls.
 *
 * <pre>
 * Request --> Router -- finds --> Route -- demands --> Access(Session) --> Endpoint(Call) --> Reply, now or later
 * </pre>
 *
 * <p>A new resource is a class that lists its {@link org.tpx.gateway.api.Route}s; the description of the interface is written from
 * them. What reads the disk goes to {@link org.tpx.gateway.api.Node#pages()}, never to the thread that called.
 */
@NullMarked
package org.tpx.gateway.api;

import org.jspecify.annotations.NullMarked;
