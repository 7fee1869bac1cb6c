package org.tpx.engine.right;

/**
 * An open pledge in the title register.
 *
 * @param reference its number at the registry
 * @param pledgeeId the party in whose favour it stands
 */
public record Pledge(String reference, long pledgeeId) {}
