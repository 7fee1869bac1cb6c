/**
 * Four eyes: what two people decide together.
 *
 * <p>{@link org.tpx.engine.governance.Proposals} keeps the proposals of every kind and knows who may decide them; a package
 * above that has a proposal of its own kind uses it directly. {@link org.tpx.engine.governance.Governance} carries out
 * those that let people and rules in. Stands above {@code rule} and {@code member}.
 *
 * <pre>
 *   propose...  ---> ProposalMade
 *   approve     ---> may this person? ---> does the effect still fit? ---> ProposalApproved ---> the effect
 * </pre>
 */
@NullMarked
package org.tpx.engine.governance;

import org.jspecify.annotations.NullMarked;
