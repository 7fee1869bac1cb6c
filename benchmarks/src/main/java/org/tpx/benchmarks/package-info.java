/**
 * Measures the exchange: state machine and codec under JMH, the pipeline with HdrHistogram, replay and verification by the
 * clock. Nothing here is part of the program; {@code ./tpx bench} runs it and writes the results with machine and command.
 *
 * <p>{@link org.tpx.benchmarks.Workload} makes the same commands from the same seed, so that two runs, or two programs, are
 * asked the same.
 */
@NullMarked
package org.tpx.benchmarks;

import org.jspecify.annotations.NullMarked;
