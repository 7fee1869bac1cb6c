package org.tpx.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tpx.protocol.Hash256;
import tools.jackson.databind.JsonNode;

class CheckpointTest {

    @TempDir
    Path directory;

    @Test
    void shouldVerifyTheWycheproofSignaturesAsMarked() {
        AtomicInteger count = new AtomicInteger();
        for (JsonNode group : TestResources.json("wycheproof_ed25519_test.json").get("testGroups")) {
            JournalPublicKey key = new JournalPublicKey(
                    "wycheproof", hex(group.get("publicKey").get("pk").asString()));
            for (JsonNode each : group.get("tests")) {
                boolean verified = key.verify(
                        hex(each.get("msg").asString()), hex(each.get("sig").asString()));
                assertThat(verified)
                        .as("test %s", each.get("tcId"))
                        .isEqualTo(each.get("result").asString().equals("valid"));
                count.incrementAndGet();
            }
        }
        assertThat(count).hasValue(151);
    }

    @Test
    void shouldRefuseASignatureWithAByteMoreOrLess() {
        JournalKeys keys = keys();
        SignedCheckpoint signed = keys.sign(checkpoint(7));
        assertThat(signed.verify(keys.publicKey())).isTrue();

        byte[] message = signed.checkpoint().text().getBytes(StandardCharsets.UTF_8);
        String line = signed.note().substring(signed.note().indexOf("\u2014"));
        byte[] marked = Base64.getDecoder()
                .decode(line.substring(line.lastIndexOf(' ') + 1).strip());
        byte[] signature = Arrays.copyOfRange(marked, 4, 68);
        assertThat(keys.publicKey().verify(message, signature)).isTrue();
        assertThat(keys.publicKey().verify(message, Arrays.copyOf(signature, 65)))
                .isFalse();
        assertThat(keys.publicKey().verify(message, Arrays.copyOf(signature, 63)))
                .isFalse();
    }

    @Test
    void shouldWriteACheckpointAsANoteThatTransparencyToolsRead() {
        JournalKeys keys = keys();

        SignedCheckpoint signed = keys.sign(checkpoint(10_000));

        assertThat(signed.note().lines().toList())
                .startsWith(
                        "exchange.test/journal",
                        "10000",
                        "AAAAAAAAAAEAAAAAAAAAAgAAAAAAAAADAAAAAAAAAAQ=",
                        "chain AAAAAAAAAAUAAAAAAAAABgAAAAAAAAAHAAAAAAAAAAg=",
                        "")
                .hasSize(6)
                .last()
                .asString()
                .startsWith("\u2014 exchange.test/journal ");
        assertThat(SignedCheckpoint.parse(signed.note())).isEqualTo(signed);
        assertThat(JournalPublicKey.parse(keys.publicKey().toString()).toString())
                .isEqualTo(keys.publicKey().toString());
    }

    @Test
    void shouldReadAKeyThatAnotherToolWrote() {
        // From the documentation of golang.org/x/mod/sumdb/note.
        JournalPublicKey key =
                JournalPublicKey.parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
        String note = """
                If you think cryptography is the answer to your problem,
                then you don't know what your problem is.
                """;
        String line =
                "\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=";
        assertThat(key.verifyLine(note, line)).isTrue();
        assertThat(key.verifyLine(note.replace("answer", "Answer"), line)).isFalse();
    }

    @Test
    void shouldNotVerifyUnderAnotherOriginOrKey() {
        JournalKeys keys = keys();
        SignedCheckpoint signed = keys.sign(checkpoint(5));
        JournalPublicKey renamed =
                new JournalPublicKey("other.test", keys.publicKey().bytes());

        assertThat(signed.verify(renamed)).isFalse();
        assertThat(SignedCheckpoint.parse(signed.note().replace("\n5\n", "\n6\n"))
                        .verify(keys.publicKey()))
                .isFalse();
    }

    @Test
    void shouldKeepThePrivateKeyToItsOwner() throws IOException {
        keys();
        Path keyFile = directory.resolve("journal.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile)))
                .isEqualTo("rw-------");
        assertThat(keys().publicKey().toString() + "\n").isEqualTo(Files.readString(directory.resolve("journal.pub")));

        Files.setPosixFilePermissions(keyFile, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(this::keys)
                .isInstanceOf(JournalUnusableException.class)
                .hasMessage("The private key " + keyFile
                        + " can be read by others: chmod 600 it, and think about who has read it.");
    }

    @Test
    void shouldRefuseKeysThatDoNotBelongTogether() throws IOException {
        keys();
        Path keyFile = directory.resolve("journal.key");
        Files.delete(keyFile);
        assertThatThrownBy(this::keys)
                .isInstanceOf(JournalUnusableException.class)
                .hasMessage(
                        "The private key " + keyFile + " is missing, and checkpoints were signed with it: restore it.");
    }

    @Test
    void shouldContinueTheLogBehindATornNote() throws IOException {
        JournalKeys keys = keys();
        JournalDirectory journal = JournalDirectory.open(directory);
        try (CheckpointLog log = CheckpointLog.open(journal)) {
            log.append(keys.sign(checkpoint(1)));
            log.append(keys.sign(checkpoint(2)));
            assertThatThrownBy(() -> log.append(keys.sign(checkpoint(2)))).isInstanceOf(IllegalArgumentException.class);
        }
        Files.writeString(journal.checkpoints(), "exchange.test/jou", StandardOpenOption.APPEND);
        assertThat(CheckpointLog.read(journal.checkpoints()).tornBytes()).isEqualTo(17);
        try (CheckpointLog log = CheckpointLog.open(journal)) {
            assertThat(log.lastSize()).isEqualTo(2);
            log.append(keys.sign(checkpoint(3)));
        }
        CheckpointLog.Content content = CheckpointLog.read(journal.checkpoints());
        assertThat(content.tornBytes()).isZero();
        assertThat(content.damage()).isEmpty();
        assertThat(content.checkpoints())
                .extracting(signed -> signed.checkpoint().size())
                .containsExactly(1L, 2L, 3L);
    }

    @Test
    void shouldCompareEveryCheckpointWithTheTurns() {
        JournalKeys keys = writeWithCheckpoints();

        ScanReport report = JournalScanner.scan(directory);

        assertThat(report.findings()).isEmpty();
        assertThat(report.checkpointCount()).isEqualTo(3);
        assertThat(JournalScanner.scan(directory, LeafHandler.NONE, Optional.of(keys.publicKey()))
                        .findings())
                .isEmpty();
    }

    @Test
    void shouldFindAForgedCheckpointByItsSignature() throws IOException {
        writeWithCheckpoints();
        Path file = directory.resolve("journal.checkpoints");
        Files.writeString(file, Files.readString(file).replace("\n200\n", "\n201\n"));

        List<Finding> findings = JournalScanner.scan(directory).findings();

        assertThat(findings)
                .extracting(Finding::sentence)
                .satisfiesExactlyInAnyOrder(
                        sentence -> assertThat(sentence)
                                .startsWith("the checkpoint of size 201 is not signed by exchange.test"),
                        sentence -> assertThat(sentence)
                                .isEqualTo("the root over turns 1 to 201 is not the one that was signed"),
                        sentence ->
                                assertThat(sentence).isEqualTo("the chain at turn 201 is not the one that was signed"));
    }

    @Test
    void shouldNotTakeAShorterJournalThanWasSigned() {
        JournalKeys keys = writeWithCheckpoints();
        try (CheckpointLog log = CheckpointLog.open(JournalDirectory.open(directory))) {
            log.append(keys.sign(checkpoint(301)));
        }
        assertThat(JournalScanner.scan(directory).findings())
                .extracting(Finding::sentence)
                .containsExactly("the journal ends at turn 300, but turn 301 was durable");
    }

    private JournalKeys writeWithCheckpoints() {
        MerkleFrontier tree = new MerkleFrontier(new Digests());
        byte[] root = new byte[32];
        try (JournalRecovery recovery = JournalSupport.recover(directory);
                ChronicleJournal journal = recovery.startWriting();
                CheckpointLog log = CheckpointLog.open(JournalDirectory.open(directory))) {
            JournalKeys keys = keys();
            SampleTurns turns = new SampleTurns(9);
            byte[] chain = new byte[32];
            for (int i = 1; i <= 300; i++) {
                TurnRecordBuilder turn = turns.next();
                journal.append(turn);
                tree.append(turn.leaf(), 0);
                turn.buffer().getBytes(turn.length() - TurnRecord.TRAILER_LENGTH, chain);
                if (i % 100 == 0) {
                    journal.force();
                    tree.root(root, 0);
                    log.append(keys.sign(new Checkpoint(
                            "exchange.test/journal", i, Digests.value(root, 0), Digests.value(chain, 0))));
                }
            }
            return keys;
        }
    }

    private JournalKeys keys() {
        if (!Files.exists(directory.resolve("journal.properties"))) {
            JournalSupport.write(directory, 1, 1, 1);
        }
        return JournalKeys.openOrCreate(JournalDirectory.open(directory), directory.resolve("journal.key"));
    }

    private static Checkpoint checkpoint(long size) {
        return new Checkpoint("exchange.test/journal", size, new Hash256(1, 2, 3, 4), new Hash256(5, 6, 7, 8));
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
