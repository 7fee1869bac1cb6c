/**
 * The language of the exchange: every command and every event, as records in one sealed interface per area, and the
 * few values that they are made of.
 *
 * <p>Anyone may use this package; it uses nothing but the JDK. A message is a record that carries {@link
 * org.tpx.protocol.Message}; each of its components carries {@link org.tpx.protocol.Field}. From these alone the program
 * derives the bytes in the journal ({@code org.tpx.wire}), the JSON at the edges, the SBE schema and docs/PROTOCOL.md,
 * so that there is one place to change.
 *
 * <p>Conventions that everything derives from:
 *
 * <ul>
 *   <li>{@code long xxxNanos} is an instant, UTC epoch nanoseconds; in JSON it is {@code xxx}, RFC 3339.
 *   <li>{@code long xxxId} is an identity counted by the engine, named by {@link org.tpx.protocol.Field#ref()}; in JSON it is
 *       {@code xxx}, the code that the caller chose.
 *   <li>{@code int xxxDays}, {@code xxxSeconds}, {@code xxxBps} (basis points), {@code xxxPpm} (parts per million) carry
 *       their unit in the name and keep it in JSON.
 *   <li>A component whose type is another record (not {@code Money}, not {@code Hash256}) is spliced in: its fields stand in
 *       the place of the component, on the wire and in JSON, as {@link org.tpx.protocol.ListingTerms} do. A {@code List} of
 *       records is a group.
 *   <li>An absent identity or instant is 0, an absent text is empty, absent money is {@link org.tpx.protocol.Money#NONE}, an
 *       absent hash is {@link org.tpx.protocol.Hash256#ZERO}; JSON leaves it out. Nothing is ever null.
 * </ul>
 */
@NullMarked
package org.tpx.protocol;

import org.jspecify.annotations.NullMarked;
