/** A bank that makes every mistake a bank can make. It knows the text of messages and nothing of the code that reads them. */
@NullMarked
package org.tpx.settlement.faults;

import org.jspecify.annotations.NullMarked;
