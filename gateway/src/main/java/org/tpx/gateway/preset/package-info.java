/**
 * Presets: the rules of an exchange as files that people read and correct ({@code config/}), turned into the commands that bring them into
 * the journal. Only those commands count; a replay never looks at a file.
 *
 * <p>Used by the command line and the node's start. Everything is read and checked before the first command is sent.
 */
@NullMarked
package org.tpx.gateway.preset;

import org.jspecify.annotations.NullMarked;
