package org.tpx.gateway.api;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tpx.gateway.json.CommandLine;
import org.tpx.gateway.json.CommandReader;
import org.tpx.gateway.session.Session;
import org.tpx.host.NodeStoppedException;
import org.tpx.protocol.SystemEvent.CommandRepeated;

/** Commands in, their outcomes out, once these are durable. */
final class CommandRoutes {
    private static final Problem BUSY = Problem.of(
            HttpResponseStatus.SERVICE_UNAVAILABLE, "BUSY", "The node has no room for another command; send it again.");
    private static final Problem STOPPED = Problem.of(
            HttpResponseStatus.SERVICE_UNAVAILABLE,
            "STOPPED",
            "The node has stopped. Whether the command was carried out is not known; send it again with the same clientId.");

    private final Node node;
    private final CommandReader commands;

    CommandRoutes(Node node) {
        this.node = node;
        this.commands = CommandReader.untimed(node.directory());
    }

    List<Route> routes() {
        return List.of(Route.post(
                        "/v1/commands",
                        Access.PUBLIC,
                        "Commands",
                        "Hands one command over and answers with its events once they are durable, or with the reason for its refusal.",
                        this::command)
                .taking("Command"));
    }

    private void command(Call call) {
        byte[] body = call.request().body();
        Session session = call.session();
        CommandLine command = session == null
                ? commands.read(body, 0, body.length)
                : commands.readFor(session.principalId(), body, 0, body.length);
        try {
            if (!node.submit(command, new Answering(call))) {
                call.answer(Reply.of(BUSY));
            }
        } catch (NodeStoppedException stopped) {
            call.answer(Reply.of(STOPPED));
        }
    }

    /** Turns an outcome into the answer to the call that asked for it. */
    private final class Answering implements Caller {
        private final Call call;

        Answering(Call call) {
            this.call = call;
        }

        @Override
        public void onOutcome(Outcome outcome) {
            if (outcome.isRepeated()) {
                node.pages().execute(() -> call.answer(first(outcome)));
            } else {
                call.answer(reply(outcome, false));
            }
        }

        @Override
        public void onAbandoned() {
            call.answer(Reply.of(STOPPED));
        }

        /** The outcome of the same command when it came first. */
        private Reply first(Outcome repeated) {
            long original = ((CommandRepeated) repeated.events().get(0)).originalSequence();
            @Nullable Outcome outcome = node.pages().outcome(original).orElse(null);
            return reply(outcome == null ? repeated : outcome, true);
        }

        private Reply reply(Outcome outcome, boolean repeated) {
            return outcome.isRefused()
                    ? Reply.of(Problem.refused(outcome))
                    : Reply.ok(Reply.JSON, OutcomeBody.of(outcome, repeated, node.directory()));
        }
    }
}
