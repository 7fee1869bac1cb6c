package org.tpx.wire;

import org.tpx.protocol.Field;
import org.tpx.protocol.Message;
import org.tpx.protocol.Ref;
import org.tpx.protocol.RejectReason;

/** Events beside the sample commands. */
sealed interface SampleEvent {
    /** The area of the samples. */
    sealed interface FullEvent extends SampleEvent {
        /** An identity with its code, and an enum with codes of its own. */
        @Message(id = 1001, doc = "Something was named.")
        record Named(
                @Field(value = "what", ref = Ref.PROPOSAL) long proposalId,

                @Field(value = "its code", declares = Ref.PROPOSAL)
                String code,

                @Field("why") RejectReason reason)
                implements FullEvent {}

        /** A constructor that refuses. */
        @Message(id = 1002, doc = "An even number came.")
        record EvenNumberCame(@Field("even") int even) implements FullEvent {
            public EvenNumberCame {
                if (even % 2 != 0) {
                    throw new IllegalArgumentException(even + " is odd");
                }
            }
        }
    }
}
