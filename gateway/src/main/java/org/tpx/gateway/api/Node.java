package org.tpx.gateway.api;

import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.tpx.gateway.json.CommandLine;
import org.tpx.gateway.json.Directory;
import org.tpx.host.DisruptorHost;
import org.tpx.host.HostSettings;
import org.tpx.settlement.ledger.Bookkeeper;
import org.tpx.settlement.ledger.SettlementDatabase;
import tools.jackson.databind.json.JsonMapper;

/**
 * A live exchange as its door sees it.
 *
 * @param host the exchange
 * @param settings how it runs
 * @param directory its names
 * @param outcomes who waits for what
 * @param pages reads its journal
 * @param bookkeeper keeps its books
 * @param database where it keeps them
 */
public record Node(
        HostSettings settings,
        DisruptorHost host,
        Directory directory,
        Outcomes outcomes,
        EventPages pages,
        Bookkeeper bookkeeper,
        SettlementDatabase database) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** Hands a command over; false where the node is too busy. */
    public boolean submit(CommandLine command, Caller caller) {
        return outcomes.submit(
                command.principalId(),
                command.clientId(),
                () -> host.trySubmit(command.principalId(), command.clientId(), command.command()),
                caller);
    }

    /** The last turn that is durable. */
    public long durableSequence() {
        return host.durableSequence();
    }

    /** The release that it runs. */
    String release() {
        return settings.release();
    }

    /** How the node is. */
    public Reply health() {
        boolean running = host.isRunning();
        Map<String, Object> health = new LinkedHashMap<>();
        health.put("status", running ? "running" : "stopped");
        health.put("durableSequence", host.durableSequence());
        health.put("waiting", host.waiting());
        health.put("durability", settings.journal().durability().name().toLowerCase(Locale.ROOT));
        health.put("release", release());
        health.put("books", books());
        return new Reply(
                running ? HttpResponseStatus.OK : HttpResponseStatus.SERVICE_UNAVAILABLE,
                Reply.JSON,
                MAPPER.writeValueAsBytes(health),
                Map.of());
    }

    private Map<String, Object> books() {
        Bookkeeper.Status status = bookkeeper.status();
        Map<String, Object> books = new LinkedHashMap<>();
        books.put("sequence", status.sequence());
        books.put("differences", status.differences());
        if (!status.problem().isEmpty()) {
            books.put("problem", status.problem());
        }
        return books;
    }
}
