package org.tpx.wire;

import java.util.List;
import org.tpx.protocol.Currency;
import org.tpx.protocol.Field;
import org.tpx.protocol.Hash256;
import org.tpx.protocol.Message;
import org.tpx.protocol.Money;
import org.tpx.protocol.Ref;

/** Commands that use everything a message may be made of. */
sealed interface SampleCommand {
    /** The area of the samples. */
    sealed interface FullCommand extends SampleCommand {
        /** Every wire type, out of wire order. */
        @Message(id = 1, doc = "Asks for everything.")
        record AskForEverything(
                @Field(value = "its name", maxLength = 10) String title,

                @Field(value = "the listing", ref = Ref.LISTING)
                long listingId,

                @Field(value = "its lines", maxLength = 3) List<Line> lines,

                @Field(value = "a number", min = -5, max = 5)
                int number,

                @Field("the terms") Terms terms,

                @Field(value = "a remark", optional = true, maxLength = 5)
                String remark,

                @Field(value = "others", optional = true) List<Line> others)
                implements FullCommand {}

        /** No field at all. */
        @Message(id = 2, doc = "Asks for nothing.")
        record AskForNothing() implements FullCommand {}

        /** As much text as may be. */
        @Message(id = 3, doc = "Asks in many words.")
        record AskInManyWords(
                @Field(value = "many words", maxLength = 100_000)
                String words,

                @Field(value = "more words", maxLength = 100_000)
                String more)
                implements FullCommand {}
    }

    /** Spliced into the message. */
    record Terms(
            @Field(value = "the price", min = 1) Money price,
            @Field("whether it may fall") boolean falling,
            @Field("the currency") Currency currency,
            @Field(value = "the end", optional = true) long endNanos,

            @Field(value = "a code", declares = Ref.RIGHT, maxLength = 32)
            String code,

            @Field("the digest") Hash256 digest) {}

    /** An entry of a list. */
    record Line(
            @Field(value = "a label", maxLength = 8) String label,
            @Field(value = "how many", min = 1, max = 100) long count,
            @Field(value = "how much", optional = true) Money amount) {}
}
