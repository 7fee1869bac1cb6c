/**
 * Files of what the books hold, for spreadsheets and analysis: CSV, and Parquet by way of DuckDB where its driver is at hand. The command
 * line uses it; it reads {@link org.tpx.settlement.report} and prints nothing.
 */
@NullMarked
package org.tpx.gateway.export;

import org.jspecify.annotations.NullMarked;
