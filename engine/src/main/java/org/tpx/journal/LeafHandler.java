package org.tpx.journal;

/** Is told the leaf of every turn in order, to build a Merkle tree. */
@FunctionalInterface
public interface LeafHandler {

    /** Does nothing with leaves. */
    LeafHandler NONE = (sequence, leaf) -> {};

    /** The leaf of one turn, 32 bytes, valid during the call only. */
    void onLeaf(long sequence, byte[] leaf);
}
