package org.tpx.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged node as an operator runs it: started by the launcher, told to stop by SIGTERM, or killed. */
class ServeIT {
    private static final int SIGTERM_CODE = 143;

    @TempDir
    Path directory;

    private final List<ServedNode> nodes = new ArrayList<>();

    @AfterEach
    void endProcesses() {
        nodes.forEach(ServedNode::kill);
    }

    @Test
    void shouldStopCleanlyWhenItIsTold() throws Exception {
        ServedNode node = start();
        assertThat(node.apply(1)).contains("\"type\":\"MembershipApplied\"");
        node.terminate();
        assertThat(node.awaitExit()).isEqualTo(SIGTERM_CODE);
        assertThat(node.log()).anyMatch(line -> line.contains("node stopped after turn 17"));
        assertThat(ServedNode.run("audit", "replay", journal()))
                .startsWith("0\n")
                .contains("turns        17");
    }

    @Test
    void shouldKeepWhatItAnsweredWhenItIsKilled() throws Exception {
        ServedNode node = start();
        assertThat(node.apply(1)).contains("\"sequence\":17");
        node.kill();
        assertThat(start().apply(1)).contains("\"repeated\":true", "\"sequence\":17");
        assertThat(ServedNode.run("run", "src/test/resources/scenarios/E1.ndjson", "--journal", journal()))
                .startsWith("3\n");
        assertThat(ServedNode.run("audit", "verify", journal())).startsWith("0\n");
    }

    private ServedNode start() throws Exception {
        ServedNode node = ServedNode.start(journal());
        nodes.add(node);
        return node;
    }

    private String journal() {
        return directory.resolve("journal").toString();
    }
}
