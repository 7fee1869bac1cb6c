/**
 * Which listings answer a demand: a read model of what is described and on offer, projected from the journal, and a full-text
 * index over it.
 *
 * <pre>
 * durable turns -- Catalogue --> rights with their words, maturity and open listing
 *                      |-------> demands
 *                      '-- Matcher (Lucene, in memory) --> Match, the best first
 * </pre>
 *
 * <p>Proposals are only that: nothing here is a rule of the exchange or goes back into it. Chinese is found by pairs of characters,
 * English by words without their endings. It is the one package that may use Lucene.
 */
@NullMarked
package org.tpx.gateway.match;

import org.jspecify.annotations.NullMarked;
