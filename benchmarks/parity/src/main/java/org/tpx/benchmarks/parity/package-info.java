/** Parity's book behind {@link org.tpx.benchmarks.books.TestedBook}, on its own class path. */
@NullMarked
package org.tpx.benchmarks.parity;

import org.jspecify.annotations.NullMarked;
