package org.tpx.settlement.bank;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tpx.protocol.Command;
import org.tpx.protocol.RejectReason;

/** The way in for what the bank tells: the same front door as everybody's, under the code of one clerk. */
public interface FrontDoor {

    /**
     * A command to be carried out.
     *
     * @param clientId the sender's reference
     * @param command what is asked for
     */
    record Sending(long clientId, Command command) {}

    /**
     * What came of a command, durable.
     *
     * @param repeated whether it had come before
     * @param refusal why it was refused, when it came first, or null
     */
    record Answer(boolean repeated, @Nullable RejectReason refusal) {

        /** Whether the exchange did what was asked, now or before. */
        public boolean isDone() {
            return refusal == null;
        }
    }

    /**
     * Carries commands out in this order and waits until each outcome is durable; one answer each.
     *
     * @throws InterruptedException when the caller is told to stop; what was sent is carried out all the same
     * @throws RuntimeException when the node stopped; whether a command was carried out is then not known
     */
    List<Answer> carryOut(List<Sending> sendings) throws InterruptedException;
}
