package org.tpx.protocol;

/** What kind of technology right is traded (section 4.1). */
public enum RightType {
    PATENT_INVENTION,
    PATENT_UTILITY,
    PATENT_DESIGN,
    PATENT_APPLICATION,
    SOFTWARE_COPYRIGHT,
    KNOW_HOW,
    IC_LAYOUT,
    PLANT_VARIETY,
    LICENCE_EXCLUSIVE,
    LICENCE_SOLE,
    LICENCE_ORDINARY,
    OPEN_LICENCE,
    TECH_EQUITY,
    CAPITAL_INCREASE,
    POOL_UNIT,
    SERVICE_ORDER
}
