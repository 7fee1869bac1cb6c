package org.tpx.gateway.json;

import org.tpx.protocol.Ref;

/** How things are called: what a writer needs to know of them. */
@FunctionalInterface
public interface Codes {

    /** The code of an identity. */
    String code(Ref ref, long id);
}
