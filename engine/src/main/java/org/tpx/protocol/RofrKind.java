package org.tpx.protocol;

/** Why somebody has a right of first refusal (section 1.6). */
public enum RofrKind {
    /** Another shareholder of the limited company (Company Law Art. 84). */
    SHAREHOLDER,
    /** The employee who made the employer's achievement (Civil Code Art. 847). */
    EMPLOYEE_INVENTOR,
    /** Who commissioned the development (Civil Code Art. 859). */
    COMMISSIONING_PARTY,
    /** Another developer of the same thing (Civil Code Art. 860). */
    CO_DEVELOPER,
    /** Somebody to whom it was promised. */
    BY_AGREEMENT
}
