package org.tpx.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tpx.gateway.cli.Program.Result;

/** {@code tpx certificate}: the certificate of the single quote (E1), written by the exchange and checked by somebody else. */
class CertificateCommandTest {
    private static final Path E1 = Path.of("src", "test", "resources", "scenarios", "E1.ndjson");
    private static final String NUMBER = "CERT-2025-000001";

    @TempDir
    static Path shared;

    @TempDir
    Path directory;

    private static String journal = "";
    private static String key = "";

    @BeforeAll
    static void trade() {
        journal = shared.resolve("journal").toString();
        key = shared.resolve("journal").resolve("journal.pub").toString();
        assertThat(Program.run("run", E1.toString(), "--journal", journal, "--preset", "CN-2025")
                        .code())
                .isZero();
        assertThat(Program.run("settle", "--journal", journal).code()).isZero();
        Result written = Program.run("certificate", "write", "--journal", journal, "--out", shared.toString());
        assertThat(written.err()).isEmpty();
        assertThat(written.out().lines()).hasSize(2);
    }

    @Test
    void shouldVouchForJsonAndPdf() {
        for (String file : new String[] {NUMBER + ".json", NUMBER + ".pdf"}) {
            Result verified = verify(shared.resolve(file));

            assertThat(verified.err()).isEmpty();
            assertThat(verified.out())
                    .startsWith("The certificate is genuine: localhost/tpx signed every word of it.\n")
                    .contains(
                            "CERT-2025-000001, issued 2025-07-18T10:30:00+08:00 by TPX Technology Property-Right Exchange")
                    .contains("from SELLER to B1 for CNY 5050000.00, project LST-2025-0001")
                    .contains("Not shown  whether it was revoked since");
            assertThat(verified.code()).isZero();
        }
    }

    @Test
    void shouldWriteTheSameBytesWheneverItIsWritten() throws IOException {
        Program.run("certificate", "write", "--journal", journal, "--out", directory.toString(), NUMBER);

        for (String file : new String[] {NUMBER + ".json", NUMBER + ".pdf"}) {
            assertThat(directory.resolve(file)).hasSameBinaryContentAs(shared.resolve(file));
        }
    }

    @Test
    void shouldRefuseOneFlippedBitAnywhereInTheJson() throws IOException {
        byte[] genuine = Files.readAllBytes(shared.resolve(NUMBER + ".json"));
        for (int place = 0; place < genuine.length; place += 7) {
            assertRefused(genuine, place, 1 << place % 8);
        }
    }

    @Test
    void shouldRefuseOneFlippedBitAnywhereInThePdf() throws IOException {
        byte[] genuine = Files.readAllBytes(shared.resolve(NUMBER + ".pdf"));
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 25; i++) {
            assertRefused(genuine, random.nextInt(genuine.length), 1 << random.nextInt(8));
        }
    }

    @Test
    void shouldSayFromASignedListWhetherItStillHolds() throws IOException {
        Path list = Files.writeString(
                directory.resolve("revoked.json"),
                Program.run("certificate", "revocations", "--journal", journal).out());

        Result verified = verify(shared.resolve(NUMBER + ".pdf"), list);
        assertThat(verified.out()).contains("Holds      as of turn ");
        assertThat(verified.code()).isZero();

        Files.writeString(list, Files.readString(list).replace("\"revoked\":[]", "\"revoked\":[\"" + NUMBER + "\"]"));
        Result forged = verify(shared.resolve(NUMBER + ".pdf"), list);
        assertThat(forged.err()).contains("The list is not signed by this key, or was changed.");
        assertThat(forged.code()).isEqualTo(2);
    }

    @Test
    void shouldTellARevokedCertificate() throws IOException {
        String other = directory.resolve("journal").toString();
        Path revoked = E1.resolveSibling("X-revoked.ndjson");
        Program.run("run", revoked.toString(), "--journal", other, "--preset", "CN-2025");
        Program.run("settle", "--journal", other);
        Path list = Files.writeString(
                directory.resolve("revoked.json"),
                Program.run("certificate", "revocations", "--journal", other).out());

        assertThat(Files.readString(list)).contains("\"revoked\":[\"CERT-2025-000001\"]");
        assertThat(Program.run("certificate", "write", "--journal", other, NUMBER)
                        .err())
                .contains("CERT-2025-000001: was revoked, and is not written again");
    }

    @Test
    void shouldRefuseTheKeyOfAnotherExchange() {
        String other = directory.resolve("journal").toString();
        Program.run("run", E1.toString(), "--journal", other, "--preset", "CN-2025");

        Result verified = Program.run(
                "certificate", "verify", shared.resolve(NUMBER + ".json").toString(), "--key", other + "/journal.pub");

        assertThat(verified.code()).isEqualTo(4);
        assertThat(verified.out())
                .startsWith("The certificate is NOT genuine. The certificate is not signed by this key");
    }

    @Test
    void shouldSayWhatIsNotThere() throws IOException {
        assertThat(Program.run("certificate", "write", "--journal", journal, "CERT-2025-000009")
                        .err())
                .contains("CERT-2025-000009: the books know no such certificate");
        assertThat(Program.run("certificate", "write", "--journal", journal, "--key", "nowhere")
                        .err())
                .contains("--key: nowhere is not there; only the exchange itself signs");
        assertThat(verify(directory.resolve("nothing.json")).code()).isEqualTo(2);
        Path text = Files.writeString(directory.resolve("text"), "hello");
        assertThat(verify(text).code()).isEqualTo(4);
        assertThat(verify(text).out()).startsWith("The certificate is NOT genuine. It is no JSON");
    }

    private void assertRefused(byte[] genuine, int place, int bit) throws IOException {
        byte[] changed = genuine.clone();
        changed[place] ^= (byte) bit;
        Result verified = verify(Files.write(directory.resolve("changed"), changed));
        assertThat(verified.code())
                .as("bit %d of byte %d: %s", bit, place, verified.out())
                .isEqualTo(4);
        assertThat(verified.out()).startsWith("The certificate is NOT genuine. ");
    }

    private static Result verify(Path file, Path revocations) {
        return Program.run(
                "certificate", "verify", file.toString(), "--key", key, "--revocations", revocations.toString());
    }

    private static Result verify(Path file) {
        return Program.run("certificate", "verify", file.toString(), "--key", key);
    }
}
