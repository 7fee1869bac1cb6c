package org.tpx.settlement.proof;

import java.util.List;

/**
 * Everything that shows that one event stands in the journal, and nothing of any other event. Bytes and hashes are written in
 * hexadecimal digits.
 *
 * @param sequence the turn
 * @param entry the event's place in the turn, from 1; 0 would be the command
 * @param entries the number of entries of the turn: its events and the command
 * @param message the event's bytes
 * @param salt its 16 bytes of salt, without which nobody can guess it from its hash
 * @param turnPath hashes from the event up to the root of the turn, 32 bytes each
 * @param head the 64 bytes of the turn's record that its leaf covers; the root of the turn lies in them
 * @param treePath hashes from the leaf up to the root of the tree of all turns
 * @param checkpoint the signed head of that tree: a C2SP checkpoint note
 */
public record EventProof(
        long sequence,
        long entry,
        long entries,
        String message,
        String salt,
        List<String> turnPath,
        String head,
        List<String> treePath,
        String checkpoint) {}
