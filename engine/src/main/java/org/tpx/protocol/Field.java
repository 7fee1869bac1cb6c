package org.tpx.protocol;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Describes one component of a message: what it means and which values an edge lets in. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Field {

    /** What the field means, for docs/PROTOCOL.md. */
    String value();

    /** Whether a caller may leave it out; the absent value then stands in its place. */
    boolean optional() default false;

    /** What an identity names; {@link Ref#NONE} for everything that is not an identity. */
    Ref ref() default Ref.NONE;

    /**
     * For a text that is a code: what it names from now on. In an event it names the identity of this kind that the same event
     * carries.
     */
    Ref declares() default Ref.NONE;

    /** The smallest number let in (for money: minor units). */
    long min() default 0;

    /** The largest number let in; 0 means the largest of its type (for money: {@link Money#MAX_MINOR}). */
    long max() default 0;

    /**
     * For a fixed field of a command about a listing: whether the journal keeps it encrypted while the listing's sale is live, and
     * readers see it as absent.
     */
    boolean confidential() default false;

    /** For a text, the largest number of UTF-8 bytes; for a list, the largest number of entries. */
    int maxLength() default 200;
}
