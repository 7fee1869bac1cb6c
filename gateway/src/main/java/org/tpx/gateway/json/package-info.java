/**
 * Messages as JSON, in both directions: a line of a file or the body of a request becomes a command, a command or an event of
 * the journal becomes a line. All of it follows the shape of the records ({@code org.tpx.wire}); no message is written out by hand.
 *
 * <pre>
 * bytes -- JsonReader --> JsonValue -- CommandReader --> CommandLine            what an edge lets in
 *                                        |  Directory: code &lt;-&gt; identity
 * record ------------------------------- MessageWriter --> line of NDJSON       what an edge lets out
 * </pre>
 *
 * <p>Used by the gateway's other packages only. What is not exactly one of our commands stops here, named by its field: nothing is
 * guessed, converted or left over.
 */
@NullMarked
package org.tpx.gateway.json;

import org.jspecify.annotations.NullMarked;
