package org.tpx.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fills a small disk, a tmpfs that only root can mount; elsewhere it is skipped and says so. */
class DiskFullTest {

    @TempDir
    Path directory;

    private Path disk = Path.of("");
    private boolean mounted;

    @BeforeEach
    void mountASmallDisk() throws Exception {
        disk = Files.createDirectories(directory.resolve("disk"));
        mounted = run("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", disk.toString());
        assumeTrue(mounted, "SKIPPED: the full disk, because this user may not mount a tmpfs");
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            run("umount", "-l", disk.toString());
        }
    }

    @Test
    void shouldRefuseNewBusinessAndThenHaltWithoutAFaultOrALoss() throws Exception {
        Path journal = disk.resolve("journal");
        long durable;
        try (ChildProcess child = ChildProcess.start("fill", journal.toString())) {
            assertThat(child.awaitLine("no room at ")).endsWith(" rolled false");
            String failed = child.awaitLine("failed at ");
            assertThat(failed).contains("No space left on device. The node must stop.");
            durable = Long.parseLong(failed.substring("failed at ".length(), failed.indexOf(':')));
            child.awaitLine("closed true");
            assertThat(child.exitCode()).isZero();
        }
        ScanReport report = JournalScanner.scan(journal);
        assertThat(report.isSound()).as(report.findings().toString()).isTrue();
        assertThat(report.head().sequence()).isGreaterThanOrEqualTo(durable).isGreaterThan(10_000);

        assertThat(run("mount", "-o", "remount,size=64m", disk.toString())).isTrue();
        JournalSupport.write(journal, 1, 100, 10);
        assertThat(JournalScanner.scan(journal).head().sequence())
                .isEqualTo(report.head().sequence() + 100);
    }

    @Test
    void shouldRefuseToStartOnAFullDiskInASentence() throws Exception {
        Path journal = disk.resolve("journal");
        JournalSupport.write(journal, 1, 100, 10);
        Path ballast = disk.resolve("ballast");
        try (var out = Files.newOutputStream(ballast)) {
            byte[] piece = new byte[4096];
            while (true) {
                out.write(piece);
            }
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("No space left on device");
        }
        try (ChildProcess child = ChildProcess.start("start", journal.toString())) {
            assertThat(child.awaitLine("start "))
                    .startsWith("start refused org.tpx.journal.JournalUnusableException: The journal " + journal
                            + " cannot be written: ")
                    .contains("No space left on device");
            assertThat(child.exitCode()).isZero();
        }
        Files.delete(ballast);
        JournalSupport.write(journal, 1, 100, 10);
        assertThat(JournalSupport.readAll(journal)).hasSize(200);
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        return process.waitFor() == 0;
    }
}
