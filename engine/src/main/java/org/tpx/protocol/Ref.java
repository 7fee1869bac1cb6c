package org.tpx.protocol;

/**
 * What an identity names. The first group is named by codes that callers choose, the second by a prefix and the number
 * that the engine counted ({@code PAY-17}).
 */
public enum Ref {
    NONE(""),
    PRINCIPAL(""),
    MEMBER(""),
    PARTY(""),
    RIGHT(""),
    LISTING(""),
    PROPOSAL(""),
    PROFILE(""),
    FEE_SCHEDULE(""),
    CALENDAR(""),
    SERIES(""),
    PLATE(""),
    OFFER(""),
    DEMAND(""),
    OFFERING(""),
    CATALOGUE(""),
    SHARE_REGISTER(""),
    DEAL("DEAL-"),
    PAYMENT("PAY-"),
    POSTING("POST-"),
    TIMER("TIMER-"),
    CERTIFICATE("CERT-"),
    OBJECTION("OBJ-"),
    EVALUATION("EVAL-"),
    BANK_ITEM("BANK-"),
    KEY("KEY-"),
    WAIVER("WAIVER-"),
    CLAIM("CLAIM-"),
    TECH_CONTRACT("TC-"),
    BOOK_CLOSE("CLOSE-"),
    DUES_SCHEDULE(""),
    DUES("DUES-");

    private final String prefix;

    Ref(String prefix) {
        this.prefix = prefix;
    }

    /** The prefix before an engine-counted number, or empty where callers choose the code. */
    public String prefix() {
        return prefix;
    }

    /** Whether the engine counts these and their name is prefix and number. */
    public boolean isNumbered() {
        return !prefix.isEmpty();
    }
}
