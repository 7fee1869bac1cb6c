package org.tpx.gateway.http;

import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tpx.gateway.json.CommandLine;
import org.tpx.gateway.json.CommandReader;
import org.tpx.host.NodeStoppedException;
import org.tpx.protocol.SystemEvent.CommandRepeated;
import org.tpx.wire.MalformedMessageException;

/** What the door answers to which request. Called by the door's one thread. */
final class Routes {
    /** The header that names where the next page begins. */
    static final String NEXT = "TPX-Next-From";

    private static final int DEFAULT_TURNS = 1000;
    private static final Set<String> PAGE_PARAMETERS = Set.of("from", "limit");
    private static final Set<String> OWN_NAMES = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final Problem BUSY = Problem.of(
            HttpResponseStatus.SERVICE_UNAVAILABLE, "BUSY", "The node has no room for another command; send it again.");
    private static final Problem STOPPED = Problem.of(
            HttpResponseStatus.SERVICE_UNAVAILABLE,
            "STOPPED",
            "The node has stopped. Whether the command was carried out is not known; send it again with the same clientId.");

    private final Node node;
    private final CommandReader commands;

    Routes(Node node) {
        this.node = node;
        this.commands = CommandReader.untimed(node.directory());
    }

    /** Answers a request, now or, by another thread, later. */
    void handle(FullHttpRequest request, Consumer<Reply> answer) {
        Problem foreign = foreign(request);
        if (foreign != null) {
            answer.accept(Reply.of(foreign));
            return;
        }
        QueryStringDecoder target = new QueryStringDecoder(request.uri());
        switch (target.path()) {
            case "/health" -> on(HttpMethod.GET, request, answer, () -> answer.accept(node.health()));
            case "/events" -> on(HttpMethod.GET, request, answer, () -> events(target.parameters(), answer));
            case "/commands" -> on(HttpMethod.POST, request, answer, () -> command(request, answer));
            default ->
                answer.accept(Reply.of(Problem.of(
                        HttpResponseStatus.NOT_FOUND, "NOT_FOUND", "Ask for /health, /commands or /events.")));
        }
    }

    /** A page of another site may make a browser send requests here; its own name gives it away. */
    private static @Nullable Problem foreign(FullHttpRequest request) {
        String host = request.headers().get(HttpHeaderNames.HOST, "");
        int port = host.lastIndexOf(':');
        String name = port > host.lastIndexOf(']') ? host.substring(0, port) : host;
        return OWN_NAMES.contains(name)
                ? null
                : Problem.of(HttpResponseStatus.FORBIDDEN, "FOREIGN_HOST", "This door answers to localhost only.");
    }

    private static void on(HttpMethod method, FullHttpRequest request, Consumer<Reply> answer, Runnable route) {
        if (request.method().equals(method)) {
            route.run();
        } else {
            Problem wrong =
                    Problem.of(HttpResponseStatus.METHOD_NOT_ALLOWED, "METHOD_NOT_ALLOWED", "Use " + method + ".");
            answer.accept(Reply.of(wrong, Map.of("Allow", method.name())));
        }
    }

    private void command(FullHttpRequest request, Consumer<Reply> answer) {
        String type = request.headers().get(HttpHeaderNames.CONTENT_TYPE, "");
        if (!type.split(";", 2)[0].strip().equalsIgnoreCase(Reply.JSON)) {
            answer.accept(Reply.of(Problem.of(
                    HttpResponseStatus.UNSUPPORTED_MEDIA_TYPE, "NOT_JSON", "Send the command as application/json.")));
            return;
        }
        byte[] body = ByteBufUtil.getBytes(request.content());
        try {
            CommandLine command = commands.read(body, 0, body.length);
            if (!node.submit(command, new Answering(answer))) {
                answer.accept(Reply.of(BUSY));
            }
        } catch (MalformedMessageException complaint) {
            answer.accept(Reply.of(Problem.malformed(complaint)));
        } catch (NodeStoppedException stopped) {
            answer.accept(Reply.of(STOPPED));
        }
    }

    private void events(Map<String, List<String>> parameters, Consumer<Reply> answer) {
        long from;
        long turns;
        try {
            requireKnown(parameters);
            from = number(parameters, "from", 1, Long.MAX_VALUE);
            turns = number(parameters, "limit", DEFAULT_TURNS, EventPages.MAX_TURNS);
        } catch (MalformedMessageException complaint) {
            answer.accept(Reply.of(Problem.malformed(complaint)));
            return;
        }
        node.pages().execute(() -> answer.accept(page(from, (int) turns)));
    }

    private Reply page(long from, int turns) {
        long end = node.durableSequence() + 1;
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        long next = from > end ? end : node.pages().read(from, turns, lines);
        return new Reply(HttpResponseStatus.OK, Reply.NDJSON, lines.toByteArray(), Map.of(NEXT, Long.toString(next)));
    }

    private static void requireKnown(Map<String, List<String>> parameters) {
        for (Map.Entry<String, List<String>> parameter : parameters.entrySet()) {
            if (!PAGE_PARAMETERS.contains(parameter.getKey())) {
                throw new MalformedMessageException("query", "knows from and limit only");
            }
            if (parameter.getValue().size() != 1) {
                throw new MalformedMessageException(parameter.getKey(), "appears twice");
            }
        }
    }

    private static long number(Map<String, List<String>> parameters, String name, long absent, long max) {
        List<String> values = parameters.get(name);
        if (values == null) {
            return absent;
        }
        String digits = values.get(0);
        if (!digits.matches("[1-9][0-9]{0,17}") || Long.parseLong(digits) > max) {
            throw new MalformedMessageException(name, "must be a whole number from 1 to " + max);
        }
        return Long.parseLong(digits);
    }

    /** Turns an outcome into the answer to the request that asked for it. */
    private final class Answering implements Caller {
        private final Consumer<Reply> answer;

        Answering(Consumer<Reply> answer) {
            this.answer = answer;
        }

        @Override
        public void onOutcome(Outcome outcome) {
            if (outcome.isRepeated()) {
                node.pages().execute(() -> answer.accept(first(outcome)));
            } else {
                answer.accept(reply(outcome, false));
            }
        }

        @Override
        public void onAbandoned() {
            answer.accept(Reply.of(STOPPED));
        }

        /** The outcome of the same command when it came first. */
        private Reply first(Outcome repeated) {
            long original = ((CommandRepeated) repeated.events().get(0)).originalSequence();
            return node.pages()
                    .outcome(original)
                    .map(outcome -> reply(outcome, true))
                    .orElseGet(() -> reply(repeated, true));
        }

        private Reply reply(Outcome outcome, boolean repeated) {
            return outcome.isRefused()
                    ? Reply.of(Problem.refused(outcome))
                    : Reply.ok(Reply.JSON, OutcomeBody.of(outcome, repeated, node.directory()));
        }
    }
}
