package org.tpx.journal;

import java.nio.ByteOrder;

/**
 * The layout of a turn record: what one turn of the exchange leaves in the journal. Little-endian; everything variable is
 * padded to 8 bytes with zero bytes.
 *
 * <pre>
 *    0  u32 magic "TPX1"      4 u16 formatVersion   6 u16 logicVersion
 *    8  i32 bodyLength       12 i32 epoch
 *   16  32 bytes eventsRoot
 *   48  i64 sequence         56 i64 timeNanos        ◄ bytes 0..64 are the HEAD, bytes 48.. the turn frame
 *   64  i64 principalId      72 i64 clientId
 *   80  i32 commandLength    84 i32 eventCount
 *   88  command message, padded
 *   ..  16 bytes salt of the command
 *   ..  eventCount times: i32 eventLength, i32 zero, 16 bytes salt, event message padded
 *  bodyLength  32 bytes chain, u32 CRC32C of body and chain, i32 zero
 * </pre>
 *
 * <p>{@code leaf = SHA-256(0x00 || HEAD)} and {@code chain = SHA-256(0x02 || previous chain || leaf)}; before the first
 * record the chain is 32 zero bytes. {@code eventsRoot} is the RFC 9162 root over the entries of the turn: entry 0 is
 * {@code salt || bytes 64..88+commandLength}, entry i is {@code salt || event message}, so that a certificate can show one
 * event and its salt and nothing of the rest. Where the command holds confidential fields they are encrypted in their places, and
 * the tag of the encryption is the command's salt.
 *
 * <p>The bytes from 48 on are exactly the frame that the engine is given, so that a replay hands recorded bytes to the
 * engine without a copy.
 */
public final class TurnRecord {

    /** The first four bytes: "TPX1" read as a little-endian int. */
    public static final int MAGIC = 0x31585054;

    /** The format that this release writes, and the only one that it reads. */
    public static final int FORMAT_VERSION = 1;

    /** Every field of a record is little-endian. */
    public static final ByteOrder BYTE_ORDER = ByteOrder.LITTLE_ENDIAN;

    /** The chain before the first record, and the length of every digest. */
    public static final int HASH_LENGTH = 32;

    /** The length of a salt. */
    public static final int SALT_LENGTH = 16;

    /** The length of the HEAD, the part that {@code leaf} hashes. */
    public static final int HEAD_LENGTH = 64;

    /** The length of the trailer: chain, CRC and a zero int. */
    public static final int TRAILER_LENGTH = HASH_LENGTH + 8;

    /** The length of what precedes an event message: its length, a zero int and its salt. */
    public static final int EVENT_HEADER_LENGTH = 8 + SALT_LENGTH;

    /** A command message is at most this long. */
    public static final int MAX_COMMAND_LENGTH = 64 * 1024;

    /** A turn has at most this many events. */
    public static final int MAX_EVENT_COUNT = 4096;

    /** The messages of a turn's events are together at most this long; framing comes on top. */
    public static final int MAX_EVENT_MESSAGES_LENGTH = 1024 * 1024;

    /** The framed events of a turn are together at most this long. */
    public static final int MAX_EVENTS_LENGTH = MAX_EVENT_MESSAGES_LENGTH + MAX_EVENT_COUNT * (EVENT_HEADER_LENGTH + 7);

    static final int MAGIC_OFFSET = 0;
    static final int FORMAT_VERSION_OFFSET = 4;
    static final int LOGIC_VERSION_OFFSET = 6;
    static final int BODY_LENGTH_OFFSET = 8;
    static final int EPOCH_OFFSET = 12;
    static final int EVENTS_ROOT_OFFSET = 16;

    /** Where the turn frame begins: the sequence is its first field. */
    public static final int FRAME_OFFSET = 48;

    static final int SEQUENCE_OFFSET = FRAME_OFFSET;
    static final int TIME_OFFSET = 56;
    static final int PRINCIPAL_OFFSET = 64;
    static final int CLIENT_OFFSET = 72;
    static final int COMMAND_LENGTH_OFFSET = 80;
    static final int EVENT_COUNT_OFFSET = 84;

    /** Where the command message begins. */
    public static final int COMMAND_OFFSET = 88;

    /** The length of the shortest record: an empty command and no event. */
    public static final int MIN_LENGTH = COMMAND_OFFSET + SALT_LENGTH + TRAILER_LENGTH;

    /** The length of the longest record. */
    public static final int MAX_LENGTH = MIN_LENGTH + MAX_COMMAND_LENGTH + MAX_EVENTS_LENGTH;

    private TurnRecord() {}

    /** The length padded to the next multiple of 8. */
    public static int padded(int length) {
        return (length + 7) & ~7;
    }
}
