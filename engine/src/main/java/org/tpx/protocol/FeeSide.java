package org.tpx.protocol;

/** Who pays a service fee. */
public enum FeeSide {
    SELLER,
    BUYER
}
