package org.tpx.settlement.bank;

/** A payment cannot be written since an account is not in the file of accounts. Nothing of its message is sent. */
final class MissingAccountException extends RuntimeException {
    private static final long serialVersionUID = 1;

    MissingAccountException(String whose) {
        super(whose + " is not in the file of accounts");
    }
}
