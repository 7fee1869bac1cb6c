package org.tpx.protocol;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a record as a message of the exchange: its number on the wire, for ever, and what it says in one sentence. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Message {

    /** The SBE template id: commands count from 1, events from 1001; a number is never used again. */
    int id();

    /** What the command asks for, or what the event tells, as one sentence for docs/PROTOCOL.md. */
    String doc();
}
