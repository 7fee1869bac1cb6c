package org.tpx.host;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.agrona.concurrent.SystemEpochNanoClock;
import org.agrona.concurrent.UnsafeBuffer;
import org.tpx.protocol.Currency;
import org.tpx.wire.PlaceBidFlyweight;

/**
 * A node under load in a process of its own, which a test kills: submits bids without end from two threads and prints a line
 * for every turn that it is told, which is what a client would hold as an acknowledgement.
 */
final class KilledNode {

    static final int SENDERS = 2;

    private KilledNode() {}

    /** The amount of a bid: what it must be in the journal, so that nothing can be invented. */
    static long amount(long principalId, long clientId) {
        return 1 + Math.floorMod(clientId * 0x9E3779B97F4A7C15L + principalId, 1_000_000_000L);
    }

    /** Arguments: the journal's directory, and the client id before the first. */
    public static void main(String[] arguments) {
        HostSettings settings = HostSupport.settings(Path.of(arguments[0]), new SystemEpochNanoClock())
                .withBatch(1000, 2_000_000)
                .withSnapshotTurns(20_000);
        long before = Long.parseLong(arguments[1]);
        PrintStream acks = new PrintStream(
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16),
                false,
                StandardCharsets.US_ASCII);
        TurnListener acknowledge = turn -> {
            acks.println(turn.sequence() + " " + turn.principalId() + " " + turn.clientId());
            if (turn.sequence() % 50 == 0) {
                acks.flush();
            }
        };
        DisruptorHost host = DisruptorHost.start(
                settings,
                SmallMarket.logic(),
                List.of(Subscription.fromNow(acknowledge)),
                failure -> Runtime.getRuntime().halt(9));
        for (int sender = 1; sender <= SENDERS; sender++) {
            long principal = sender;
            new Thread(() -> submit(host, principal, before)).start();
        }
    }

    private static void submit(DisruptorHost host, long principal, long before) {
        UnsafeBuffer message = new UnsafeBuffer(new byte[PlaceBidFlyweight.LENGTH]);
        for (long client = before + 1; ; client++) {
            PlaceBidFlyweight.encode(message, 0, principal, 1, amount(principal, client), Currency.CNY);
            host.submit(principal, client, message, 0, message.capacity());
        }
    }
}
