package org.tpx.protocol;

/** Why a payment leaves the settlement account or, where it says so, the operating account. */
public enum PaymentKind {
    /** A deposit goes back. */
    DEPOSIT_REFUND,
    /** The price less the fee goes to the transferor. */
    SELLER_PROCEEDS,
    /** Earned fees go to the operating account. */
    FEES,
    /** A forfeited deposit compensates the transferor. */
    COMPENSATION,
    /** What actual loss did not consume goes back to the defaulter. */
    FORFEIT_BALANCE,
    /** Money that was not expected goes back to its payer. */
    RETURN,
    /** Money for trading goes back to its owner. */
    WITHDRAWAL,
    /** What an application in an offering did not use goes back. */
    SUBSCRIPTION_REFUND,
    /** The price of units goes to their issuer. */
    OFFERING_PROCEEDS,
    /** A holder's part of what is paid on all units of a series. */
    DISTRIBUTION,
    /** A part of an award goes to its solver. */
    AWARD,
    /** What was paid in for an award and not awarded goes back to the poster. */
    AWARD_REFUND,
    /** What a pledgee gets from the price. */
    PLEDGE_CLAIM,
    /** What a buyer paid goes back, since the deal is unwound. */
    RESTITUTION,
    /** A holder's part of a dividend. */
    DIVIDEND,
    /** A broker gets its commission. */
    COMMISSION,
    /** A service fee goes back from the operating account. */
    FEE_REFUND,
    /** Dues, a seat fee, or what came beyond them, go back from the operating account. */
    DUES_REFUND
}
