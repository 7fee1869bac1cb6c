package org.tpx.protocol;

/** What a contract is about, by which its register classifies it, whatever it is called (section 4.2). */
public enum TechContractContent {
    DEVELOPMENT(TechContractType.DEVELOPMENT),
    /** Makes an achievement ready for use: follows the rules of development (Civil Code Art. 851). */
    CONVERSION(TechContractType.DEVELOPMENT),
    TRANSFER(TechContractType.TRANSFER),
    /** Technology as a contribution to a company's capital: counts as transfer. */
    EQUITY_CONTRIBUTION(TechContractType.TRANSFER),
    LICENCE(TechContractType.LICENCE),
    CONSULTING(TechContractType.CONSULTING),
    SERVICE(TechContractType.SERVICE);

    private final TechContractType type;

    TechContractContent(TechContractType type) {
        this.type = type;
    }

    /** The kind of contract that it is registered as. */
    public TechContractType type() {
        return type;
    }
}
