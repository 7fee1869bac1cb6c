package org.tpx.engine.listing;

import org.jspecify.annotations.Nullable;
import org.tpx.engine.kernel.Turn;
import org.tpx.protocol.RejectReason;

/** What a listing asks of the floor above it, where shares are in custody. */
public interface ShareFloor {

    /** Why the shares that a listing sells cannot be blocked for it, or null; null as well where it sells none. */
    @Nullable
    RejectReason refusalOfNotice(Turn turn, Listing listing);

    /** The notice is published: causes SharesBlocked where it sells shares. */
    void onNotice(Turn turn, Listing listing);

    /** An attempt ended without a sale: causes SharesUnblocked for what was blocked for it. */
    void onUnsold(Turn turn, Listing listing);
}
