package org.tpx.protocol;

/** An enum whose numbers on the wire are its own and not its order, so that constants may be put between others. */
public interface WireCode {

    /** The number on the wire, 0 to 254. */
    int wireCode();
}
