/**
 * The third kind of book (section 4.3): repeatable offers that are taken up at a marked price, capped or not, first come,
 * first served in the order of the journal. Open licences (Patent Law Art. 50 to 52), other ordinary licences, and plates
 * that gather offers of one owner for those who are admitted.
 *
 * <p>Stands on {@code engine.listing} and {@code engine.deal}: each take-up is a listing of its own without a notice, awarded
 * and contracted in the turn of the notice, so that money, certificate and completion are those of any deal. Only
 * {@code engine} itself uses it. Single-threaded, part of the state machine.
 *
 * <pre>
 *  offer      SUBMITTED -+- OPEN -+- WITHDRAWN      what was taken up stands
 *                        |        +- ENDED          its own time, or its plate's, is over
 *                        +- REFUSED
 *
 *  applicant  REGISTERED -+- ADMITTED               of a plate
 *                         +- REFUSED
 *
 *  take-up    notice - AWARDED, CONTRACTED -+- paid: the licence is entered - certificate - COMPLETED
 *                                           +- grace period over: CLOSED_UNSOLD, and the place is free again
 * </pre>
 */
@NullMarked
package org.tpx.engine.offer;

import org.jspecify.annotations.NullMarked;
