package org.tpx.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The books that are compared, ours first. A peer is there when its jar has been built. */
final class BookPeers {

    /**
     * A book on its own class path.
     *
     * @param name as it stands in the report
     * @param classPath of its process
     * @param type the adapter's class
     */
    record Peer(String name, String classPath, String type) {}

    static final String TPX = "TPX";
    static final String DIRECT = "exchange-core direct";
    static final String NAIVE = "exchange-core naive";
    static final String PARITY = "Parity";

    /** In the order of the report's columns. */
    static final List<String> NAMES = List.of(TPX, DIRECT, NAIVE, PARITY);

    private BookPeers() {}

    /** Ours and whichever peers are there. */
    static List<Peer> found() {
        List<Peer> peers = new ArrayList<>();
        peers.add(new Peer(TPX, System.getProperty("java.class.path"), TpxBook.class.getName()));
        add(peers, DIRECT, "exchange-core", "org.tpx.benchmarks.exchangecore.DirectBook");
        add(peers, NAIVE, "exchange-core", "org.tpx.benchmarks.exchangecore.NaiveBook");
        add(peers, PARITY, "parity", "org.tpx.benchmarks.parity.ParityBook");
        return peers;
    }

    /** Where a peer's jar is, once it has been built. */
    static Path jar(String module) {
        return Path.of(System.getProperty("tpx.home", "."), "benchmarks", module, "target", "peer.jar");
    }

    private static void add(List<Peer> peers, String name, String module, String type) {
        Path jar = jar(module);
        if (Files.exists(jar)) {
            peers.add(new Peer(name, jar.toString(), type));
        }
    }
}
