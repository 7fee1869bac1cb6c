package org.tpx.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tpx.gateway.cli.Program.Result;

/** {@code tpx audit prove} and {@code check}: the certificate of the single quote (E1) before somebody who has no journal. */
class ProofCommandTest {
    private static final Path E1 = Path.of("src", "test", "resources", "scenarios", "E1.ndjson");

    @TempDir
    static Path shared;

    @TempDir
    Path directory;

    private static String journal = "";
    private static String key = "";
    private static String certificateTurn = "";

    @BeforeAll
    static void trade() {
        journal = shared.resolve("journal").toString();
        key = shared.resolve("journal").resolve("journal.pub").toString();
        Result played = Program.run("run", E1.toString(), "--journal", journal, "--preset", "CN-2025");
        assertThat(played.code()).isZero();
        certificateTurn = played.out()
                .lines()
                .filter(line -> line.contains("\"CertificateIssued\""))
                .map(line -> line.replaceFirst(".*\"sequence\":(\\d+).*", "$1"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldProveTheCertificateToAStranger() throws IOException {
        Path proof = prove();

        Result checked = Program.run("audit", "check", proof.toString(), "--key", key);

        assertThat(checked.err()).isEmpty();
        assertThat(checked.code()).isZero();
        assertThat(checked.out())
                .startsWith("The proof holds: localhost/tpx vouches for this event.\n")
                .contains("\"type\":\"CertificateIssued\"", "CERT-2025-000001", "\"price\":\"CNY 5050000.00\"");
    }

    @Test
    void shouldNotHoldWhenADigitIsChanged() throws IOException {
        Path proof = prove();
        String text = Files.readString(proof);
        int digit = text.indexOf("\"salt\":\"") + 8;
        char other = text.charAt(digit) == '0' ? '1' : '0';
        Files.writeString(proof, text.substring(0, digit) + other + text.substring(digit + 1));

        Result checked = Program.run("audit", "check", proof.toString(), "--key", key);

        assertThat(checked.code()).isEqualTo(4);
        assertThat(checked.out()).isEqualTo("The proof does NOT hold. The event is not in its turn.\n");
    }

    @Test
    void shouldSayWhatIsNoProofAndNoEvent() throws IOException {
        Path file = Files.writeString(directory.resolve("text"), "{\"format\":\"x\"}");
        assertThat(Program.run("audit", "check", file.toString(), "--key", key).err())
                .contains("is no proof of the format tpx-event-proof-1");
        Files.writeString(file, "{");
        assertThat(Program.run("audit", "check", file.toString(), "--key", key).err())
                .contains("is no JSON");
        assertThat(Program.run("audit", "check", "nowhere", "--key", key).err()).contains("there is no such file");
        assertThat(Program.run("audit", "check", file.toString(), "--key", file.toString())
                        .err())
                .contains("--key: ", "a public key is name+hash+key");
        assertThat(Program.run("audit", "prove", journal, "100000").err()).contains("turns from 1 to ");
        assertThat(Program.run("audit", "prove", journal, "1", "--event", "99").err())
                .contains("turn 1 has events 1 to ");
    }

    private Path prove() throws IOException {
        Result event = Program.run("audit", "prove", journal, certificateTurn, "--event", place());
        assertThat(event.err()).isEmpty();
        return Files.writeString(directory.resolve("proof.json"), event.out());
    }

    /** Where in its turn the certificate's event stands. */
    private static String place() {
        for (int place = 1; ; place++) {
            String proof = Program.run("audit", "prove", journal, certificateTurn, "--event", "" + place)
                    .out();
            if (proof.isEmpty()) {
                throw new AssertionError("turn " + certificateTurn + " issues no certificate");
            }
            if (new String(
                            HexFormat.of().parseHex(proof.replaceFirst("(?s).*\"message\":\"([^\"]*)\".*", "$1")),
                            StandardCharsets.ISO_8859_1)
                    .contains("CERT-2025-000001")) {
                return "" + place;
            }
        }
    }
}
