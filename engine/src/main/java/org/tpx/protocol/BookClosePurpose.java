package org.tpx.protocol;

/** Why a register of shares is closed (Company Law Art. 159). */
public enum BookClosePurpose {
    GENERAL_MEETING,
    DIVIDEND
}
