package org.tpx.engine.right;

import org.tpx.protocol.Money;

/**
 * An open pledge of a right: whose claim it secures, how much at most ({@link Money#NONE} where the exchange was not told), and its
 * number in the register, by which it is released.
 */
public record Pledge(long holderId, Money claim, String reference) {}
