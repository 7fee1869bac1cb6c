/**
 * Who may do what: the persons and their roles, the members that agents act for, the parties that they act on behalf of,
 * the mandates between parties and members, and what brokers get for them.
 *
 * <p>{@link org.tpx.engine.member.Access} answers the questions of every other package of the engine and allocates
 * nothing; {@link org.tpx.engine.member.Members} holds the registers behind it, each of which carries out the commands
 * that change it. Used by the packages above the kernel and by {@code org.tpx.engine}.
 */
@NullMarked
package org.tpx.engine.member;

import org.jspecify.annotations.NullMarked;
