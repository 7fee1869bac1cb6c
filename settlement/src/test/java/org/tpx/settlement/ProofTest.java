package org.tpx.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tpx.journal.EventFeed;
import org.tpx.journal.JournalDirectory;
import org.tpx.settlement.audit.Prover;
import org.tpx.settlement.proof.EventProof;
import org.tpx.settlement.proof.ExchangeKey;
import org.tpx.settlement.proof.ProofCheck;

/** Proofs from the journal of a random market, checked by code that shares nothing with what made them. */
class ProofTest {
    private static final long SEED = 11;
    private static final int STEPS = 600;

    @TempDir
    static Path shared;

    @SuppressWarnings("NullAway.Init")
    private static Prover prover;

    @SuppressWarnings("NullAway.Init")
    private static ExchangeKey key;

    /** A turn and how many events it has. */
    private record Turn(long sequence, int events) {}

    private static final List<Turn> TURNS = new ArrayList<>();

    @BeforeAll
    static void trade() throws IOException {
        Path journal = shared.resolve("journal");
        try (RandomMarket market = new RandomMarket(journal, SEED)) {
            market.run(STEPS);
        }
        prover = Prover.of(journal);
        key = ExchangeKey.parse(Files.readString(JournalDirectory.open(journal).publicKey()));
        try (EventFeed feed = EventFeed.open(journal, 1)) {
            feed.poll(turn -> TURNS.add(new Turn(turn.sequence(), turn.eventCount())), STEPS);
        }
    }

    @Test
    void shouldProveEveryEvent() {
        assertThat(TURNS).hasSizeGreaterThan(400);
        for (Turn turn : TURNS) {
            for (int entry = 1; turn.sequence() <= prover.provable() && entry <= turn.events(); entry++) {
                EventProof proof = prover.prove(turn.sequence(), entry);
                assertThat(ProofCheck.complaint(proof, key)).isEmpty();
                assertThat(proof.treePath()).hasSizeLessThanOrEqualTo(10);
            }
        }
    }

    @Test
    void shouldFindEveryFlippedBit() {
        EventProof proof = prover.prove(busiest().sequence(), 2);
        int flips = 0;
        for (int part = 0; part < parts(proof).size(); part++) {
            String digits = parts(proof).get(part);
            for (int bit = 0; bit < 4 * digits.length(); bit++) {
                List<String> parts = parts(proof);
                parts.set(part, flipped(digits, bit));
                assertThat(ProofCheck.complaint(of(proof, parts), key))
                        .as("part %d, bit %d", part, bit)
                        .isPresent();
                flips++;
            }
        }
        assertThat(flips).isGreaterThan(2_000);
        assertThat(ProofCheck.complaint(of(proof, parts(proof)), key)).isEmpty();
    }

    private static String flipped(String digits, int bit) {
        int digit = Character.digit(digits.charAt(bit / 4), 16) ^ 1 << bit % 4;
        return digits.substring(0, bit / 4) + Character.forDigit(digit, 16) + digits.substring(bit / 4 + 1);
    }

    /** Message, salt, head, then the hashes of both paths. */
    private static List<String> parts(EventProof proof) {
        List<String> parts = new ArrayList<>(List.of(proof.message(), proof.salt(), proof.head()));
        parts.addAll(proof.turnPath());
        parts.addAll(proof.treePath());
        return parts;
    }

    private static EventProof of(EventProof proof, List<String> parts) {
        int turnEnd = 3 + proof.turnPath().size();
        return new EventProof(
                proof.sequence(),
                proof.entry(),
                proof.entries(),
                parts.get(0),
                parts.get(1),
                parts.subList(3, turnEnd),
                parts.get(2),
                parts.subList(turnEnd, parts.size()),
                proof.checkpoint());
    }

    @Test
    void shouldSayWhatIsWrong() {
        Turn busiest = busiest();
        EventProof proof = prover.prove(busiest.sequence(), 1);
        EventProof other = prover.prove(busiest.sequence() - 1, 1);

        assertThat(complaint(with(proof, proof.sequence() + 1, proof.entry(), proof.checkpoint())))
                .isEqualTo("The head is that of another turn.");
        assertThat(complaint(with(proof, proof.sequence(), proof.entry() + 1, proof.checkpoint())))
                .isEqualTo("The event is not in its turn.");
        assertThat(complaint(with(proof, proof.sequence(), 0, proof.checkpoint())))
                .isEqualTo("The head, the salt or the place of the event is malformed.");
        assertThat(complaint(new EventProof(
                        other.sequence(),
                        proof.entry(),
                        proof.entries(),
                        proof.message(),
                        proof.salt(),
                        proof.turnPath(),
                        other.head(),
                        proof.treePath(),
                        proof.checkpoint())))
                .isEqualTo("The turn is not in the tree that was signed.");
        List<String> notHexadecimal = parts(proof);
        notHexadecimal.set(3, "no hash");
        assertThat(complaint(of(proof, notHexadecimal))).isEqualTo("A hash is not in hexadecimal digits.");
        assertThat(complaint(with(proof, proof.sequence(), proof.entry(), "nothing")))
                .isEqualTo("The checkpoint is no signed note.");
        assertThat(complaint(with(proof, proof.sequence(), proof.entry(), "a\nb\nc\n\nd\n")))
                .isEqualTo("The checkpoint cannot be read.");
        assertThat(complaint(with(proof, proof.sequence(), proof.entry(), "x" + proof.checkpoint())))
                .isEqualTo("The checkpoint is of another exchange than the key.");
        String larger =
                proof.checkpoint().replaceFirst("\n" + prover.provable() + "\n", "\n" + (prover.provable() + 1) + "\n");
        assertThat(complaint(with(proof, proof.sequence(), proof.entry(), larger)))
                .isEqualTo("The checkpoint is not signed by this key.");
    }

    @Test
    void shouldProveOnlyWhatIsThere() {
        long end = prover.provable();
        assertThatThrownBy(() -> prover.prove(end + 1, 1)).hasMessageContaining("turns from 1 to " + end);
        assertThatThrownBy(() -> prover.prove(1, 4_000)).hasMessageStartingWith("turn 1 has events 1 to ");
    }

    @Test
    void shouldReadNoOtherKey() {
        for (String text : List.of("", "a+b", "a+00000000+AQ==", key.name() + "+00000000+AWhU" + "A".repeat(40))) {
            assertThatThrownBy(() -> ExchangeKey.parse(text)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Turn busiest() {
        return TURNS.stream()
                .filter(turn -> turn.sequence() > 100 && turn.sequence() <= prover.provable() && turn.events() > 3)
                .findFirst()
                .orElseThrow();
    }

    private static String complaint(EventProof proof) {
        return ProofCheck.complaint(proof, key).orElse("");
    }

    private static EventProof with(EventProof proof, long sequence, long entry, String checkpoint) {
        return new EventProof(
                sequence,
                entry,
                proof.entries(),
                proof.message(),
                proof.salt(),
                proof.turnPath(),
                proof.head(),
                proof.treePath(),
                checkpoint);
    }
}
