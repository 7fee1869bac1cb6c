/**
 * What every order book is asked in a comparison, and the process that measures one book.
 *
 * <pre>
 *   StreamPlan --&gt; StreamMaker --&gt; BookStream --&gt; file --&gt; BookFork (one JVM, one book) --&gt; Measurement
 *                       |                                     |
 *                   ModelBook                             TestedBook: ours, or a peer's behind an adapter
 * </pre>
 *
 * <p>Nothing here knows our book or a peer's, and nothing but the JDK is used, so that the same classes go onto the class path
 * of each book, whatever libraries that one brings.
 */
@NullMarked
package org.tpx.benchmarks.books;

import org.jspecify.annotations.NullMarked;
