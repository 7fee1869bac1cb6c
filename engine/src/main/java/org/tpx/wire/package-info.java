/**
 * The bytes of the exchange: the one place that knows how a message of {@link org.tpx.protocol} lies in a buffer.
 *
 * <p>The layout is SBE (simple binary encoding), little-endian and without padding inside a message:
 *
 * <pre>
 *  +--------+-------------+-----------------------------+----------------------+
 *  | header | root block  | groups, one after the other | texts, one after the |
 *  | 8 byte | fixed fields|  header 4 byte, entries     | other: u16 and UTF-8 |
 *  +--------+-------------+-----------------------------+----------------------+
 * </pre>
 *
 * <p>{@link org.tpx.wire.Templates} knows every message, {@link org.tpx.wire.MessageShape} and
 * {@link org.tpx.wire.FieldShape} describe one, and all else follows from these shapes:
 * {@link org.tpx.wire.RecordCodec} turns records into bytes and back (the cold path), the gateway turns them into JSON.
 * The {@code *Flyweight} classes read and write the messages of the hot path over the same bytes and allocate nothing.
 * {@link org.tpx.wire.TurnFrame} and {@link org.tpx.wire.EventFraming} are the envelopes that carry messages between
 * host, engine and journal.
 *
 * <p>Anyone may use this package; it uses {@code protocol} and Agrona's buffers only, and reads no clock, file or
 * network.
 */
@NullMarked
package org.tpx.wire;

import org.jspecify.annotations.NullMarked;
