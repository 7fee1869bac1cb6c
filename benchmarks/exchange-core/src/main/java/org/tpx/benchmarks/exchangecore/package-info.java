/** exchange-core's books behind {@link org.tpx.benchmarks.books.TestedBook}, on their own class path. */
@NullMarked
package org.tpx.benchmarks.exchangecore;

import org.jspecify.annotations.NullMarked;
