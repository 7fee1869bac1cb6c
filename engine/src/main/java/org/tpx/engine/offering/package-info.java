/**
 * Offerings of units, among them capital increases (sections 1.5, 1.6 and 4.3): applications that are paid for when they
 * enter, the right of pre-emption of those who hold units already, allotment, refunds; and what stands behind a series, its
 * pool of rights.
 *
 * <pre>
 *   ProposeOffering, ApproveProposal ---&gt; Announcements ---&gt; OfferingRegister
 *   ApplyForUnits, ExercisePreemption --&gt; Subscriptions ---&gt; Offering: applications, rights of pre-emption
 *   timer ----------------------------&gt; OfferingClock ---&gt; Allotments ---&gt; ClosedBook, HolderPlaces
 *   CancelOffering --------------------&gt; Allotments ---&gt; units, refunds, proceeds
 * </pre>
 *
 * <p>{@code ClosedBook} and {@code HolderPlaces} reckon and know nothing of the exchange. What an
 * offering needs of its series it asks through {@link org.tpx.engine.unit.Placement}. {@link
 * org.tpx.engine.offering.Offerings} wires it; only {@code org.tpx.engine} uses it. Single-threaded.
 */
@NullMarked
package org.tpx.engine.offering;

import org.jspecify.annotations.NullMarked;
