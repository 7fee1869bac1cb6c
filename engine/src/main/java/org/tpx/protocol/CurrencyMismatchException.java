package org.tpx.protocol;

/** Two amounts of different currencies met in one sum. Carries both, so that the message says which. */
public final class CurrencyMismatchException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Currency left;
    private final Currency right;

    /** Tells the two currencies that met. */
    public CurrencyMismatchException(Currency left, Currency right) {
        super("cannot combine " + left + " with " + right);
        this.left = left;
        this.right = right;
    }

    /** The currency of the amount that the operation was called on. */
    public Currency left() {
        return left;
    }

    /** The currency of the other amount. */
    public Currency right() {
        return right;
    }
}
