/**
 * What an auditor does with a journal: see that it is whole, and carry its turns out again. Needs nothing but the directory, changes
 * nothing in it, and works while a node writes it.
 */
@NullMarked
package org.tpx.settlement.audit;

import org.jspecify.annotations.NullMarked;
