package org.tpx.protocol;

/** The five kinds of technology contract (Civil Code Art. 843). */
public enum TechContractType {
    DEVELOPMENT,
    TRANSFER,
    LICENCE,
    CONSULTING,
    SERVICE
}
