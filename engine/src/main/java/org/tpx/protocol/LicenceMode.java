package org.tpx.protocol;

/** Who may use the right beside the licensee (section 4.1). */
public enum LicenceMode {
    /** Nobody, not even the owner. */
    EXCLUSIVE,
    /** The owner alone. */
    SOLE,
    /** Whoever else gets a licence; what a contract means that says nothing. */
    ORDINARY
}
