/**
 * Demands, the reverse of listings: a party posts what it needs, others answer under seal, the poster chooses by the criteria that it
 * published. Solutions compete for an award, which is paid in before the demand is published, or guaranteed; lenders answer with
 * term sheets, and the loan that is accepted ends in a pledge on the title register.
 *
 * <p>Stands on {@code engine.listing} and what lies below. {@link org.tpx.engine.demand.Demands} wires it; {@link
 * org.tpx.engine.demand.Postings} brings a demand to its publication, {@link org.tpx.engine.demand.Answers} takes and opens the
 * answers, {@link org.tpx.engine.demand.Choices} decides, {@link org.tpx.engine.demand.AwardMoney} moves the award. Only
 * {@code org.tpx.engine} uses it. Single-threaded, part of the state machine. The machine is drawn at {@code DemandState}.
 */
@NullMarked
package org.tpx.engine.demand;

import org.jspecify.annotations.NullMarked;
