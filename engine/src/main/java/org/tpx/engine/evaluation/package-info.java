/**
 * What others found about a right and put on record: appraisals, technology maturity levels, evaluations in five dimensions.
 *
 * <p>Clerks enter evaluations, a supervisor takes them off the record where they prove wrong; nothing is overwritten, the last one
 * in force counts. {@link org.tpx.engine.evaluation.EvaluationRules} answers for {@code engine.listing} and {@code
 * engine.negotiation} what counts for a listing now. A right without a listing is described and evaluated in the same way. Only
 * {@code org.tpx.engine} uses it by name. Single-threaded, part of the state machine.
 */
@NullMarked
package org.tpx.engine.evaluation;

import org.jspecify.annotations.NullMarked;
