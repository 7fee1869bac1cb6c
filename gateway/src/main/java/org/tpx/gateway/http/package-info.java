/**
 * The node with a door: a live exchange on one journal, and HTTP on loopback that brings requests to {@code gateway.api} and carries
 * replies away.
 *
 * <p>The door authenticates nobody and therefore listens on loopback only, and answers nobody whose Host header names another machine.
 */
@NullMarked
package org.tpx.gateway.http;

import org.jspecify.annotations.NullMarked;
