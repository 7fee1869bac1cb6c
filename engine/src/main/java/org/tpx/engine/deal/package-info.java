/**
 * From the contract to the end: conversion of the deposit, price and fees, certificate, title, release (machine 9.5), for a
 * price in one sum; and the money that comes in, for deals and for trading.
 *
 * <p>The take-up of an offer skips the title: the licence is entered when it is FUNDED, and nothing follows its default.
 *
 * <p>Stands on {@code engine.listing}, and on {@code engine.negotiation} for what was agreed there; {@code engine.offer} concludes its contracts here, else only
 * {@code engine} itself uses it. Every amount that moves is computed here or in
 * the floors below, and nowhere else.
 *
 * <pre>
 *  SIGNED - EFFECTIVE -+- FUNDED - CERTIFIED - TITLE_DONE - RELEASED - COMPLETE      (release by policy, at CERTIFIED or later)
 *     |         ^      +- OVERDUE -+- FUNDED
 *     |         |                  +- DEFAULTED - CLOSED_DEFAULT                     (the listing goes on with its runner-up, or UNSOLD)
 *     +- AWAIT_APPROVAL - RESCINDED                                                  (all money back, no fee)
 *  any before RELEASED - RESCINDED        {@link org.tpx.engine.deal.Revocations}    (court, arbitration, agreement)
 *  CERTIFIED and all after - REVOKED                                                 (what the certificate rests on was false)
 * </pre>
 *
 * <p>What leaves the price goes through {@link org.tpx.engine.deal.PledgeClaims} (pledgees first) and {@code Releases}; {@link
 * org.tpx.engine.deal.Freezes} keeps it while it is in dispute.
 */
@NullMarked
package org.tpx.engine.deal;

import org.jspecify.annotations.NullMarked;
