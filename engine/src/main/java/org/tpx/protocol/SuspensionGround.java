package org.tpx.protocol;

/** Why a listing is suspended or terminated (section 1.7). */
public enum SuspensionGround {
    TITLE_DISPUTED,
    MATERIAL_CHANGE,
    MISSING_PROCEDURE,
    FALSE_PAPERS,
    IMPROPER_CONDITIONS,
    SYSTEM_FAILURE,
    INVESTIGATION,
    OTHER
}
