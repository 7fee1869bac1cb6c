package org.tpx.gateway.http;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import org.tpx.gateway.api.Caller;
import org.tpx.gateway.api.Node;
import org.tpx.gateway.api.Outcome;
import org.tpx.gateway.json.CommandLine;
import org.tpx.protocol.RejectReason;
import org.tpx.protocol.SystemEvent.CommandRefused;
import org.tpx.protocol.SystemEvent.CommandRepeated;
import org.tpx.settlement.bank.FrontDoor;

/** The front door for what the bank tells: commands of one clerk, handed to the node one behind the other, answers awaited together. */
final class BankDoor implements FrontDoor {
    private static final long BUSY_MILLIS = 1;

    private final Node node;
    private final String clerk;

    /** A door at which everything is sent under the code of this clerk. */
    BankDoor(Node node, String clerk) {
        this.node = node;
        this.clerk = clerk;
    }

    @Override
    public List<Answer> carryOut(List<Sending> sendings) throws InterruptedException {
        long principalId = node.directory().principal(clerk);
        List<Waiting> waiting = new ArrayList<>();
        for (Sending sending : sendings) {
            waiting.add(submit(new CommandLine(0, principalId, sending.clientId(), sending.command())));
        }
        List<Answer> answers = new ArrayList<>();
        for (Waiting answer : waiting) {
            answers.add(answer(answer.await()));
        }
        return answers;
    }

    private Waiting submit(CommandLine command) throws InterruptedException {
        Waiting waiting = new Waiting();
        while (!node.submit(command, waiting)) {
            if (!node.host().isRunning()) {
                throw new IllegalStateException("the node has stopped");
            }
            Thread.sleep(BUSY_MILLIS);
        }
        return waiting;
    }

    /** What came of a command when it came first. */
    private Answer answer(Outcome outcome) {
        if (!outcome.isRepeated()) {
            return new Answer(false, refusal(outcome));
        }
        long original = ((CommandRepeated) outcome.events().get(0)).originalSequence();
        return new Answer(
                true, node.pages().outcome(original).map(BankDoor::refusal).orElse(null));
    }

    private static @Nullable RejectReason refusal(Outcome outcome) {
        return outcome.events().get(0) instanceof CommandRefused refused ? refused.reason() : null;
    }

    private static final class Waiting implements Caller {
        private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();

        @Override
        public void onOutcome(Outcome told) {
            outcome.complete(told);
        }

        @Override
        public void onAbandoned() {
            outcome.completeExceptionally(new IllegalStateException("the node has stopped"));
        }

        Outcome await() throws InterruptedException {
            try {
                return outcome.get();
            } catch (ExecutionException stopped) {
                throw new IllegalStateException("the node has stopped", stopped);
            }
        }
    }
}
