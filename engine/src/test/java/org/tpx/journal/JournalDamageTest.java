package org.tpx.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Seeded flips, truncations, zeroed pages and lost files, each followed by a real start through Chronicle in a second JVM.
 * {@code -Dtpx.damages=300} for the long run; {@code -Dtpx.damages.from=N} begins with another case.
 */
class JournalDamageTest {

    private static final int CASES = Integer.getInteger("tpx.damages", 10);
    private static final int FIRST = Integer.getInteger("tpx.damages.from", 0);

    @TempDir
    Path directory;

    @Test
    void shouldNeitherCrashNorReadShortWithoutAWordWhateverIsDamaged() throws Exception {
        JournalDamage.write(directory);
        List<byte[]> whole = JournalSupport.readAll(directory.resolve("whole"));
        assertThat(whole).hasSize(JournalDamage.TURNS);
        int refused = 0;
        try (ChildProcess child = ChildProcess.start("damage", directory.toString(), "" + FIRST, "" + CASES)) {
            for (int number = FIRST; number < FIRST + CASES; number++) {
                String damage = child.awaitLine("case " + number + " ");
                String outcome = child.awaitLine("outcome " + number + " ");
                if (outcome.startsWith("outcome " + number + " refused ")) {
                    refused++;
                    assertThat(outcome)
                            .as(damage)
                            .contains("JournalUnusableException: The journal ")
                            .contains(" is damaged and was left as it is: DAMAGE: ");
                } else {
                    assertContinued(number, damage, outcome, whole);
                }
            }
            assertThat(child.exitCode()).isZero();
        }
        assertThat(refused).as("damages that were noticed").isGreaterThan(CASES / 4);
    }

    private static void assertContinued(int number, String damage, String outcome, List<byte[]> whole) {
        String[] words = outcome.split(" ", -1);
        assertThat(words[2]).as(damage + ": " + outcome).isEqualTo("continued");
        int kept = Integer.parseInt(words[3]);
        int floor = JournalDamage.isAfterPowerCut(number) ? JournalDamage.TURNS_AT_WATERMARK : JournalDamage.TURNS;
        assertThat(kept).as(damage).isBetween(floor, JournalDamage.TURNS);
        assertThat(words[4]).as(damage).isEqualTo("" + (kept + 20));
        assertThat(words[5]).as(damage).isEqualTo(JournalDamage.digest(whole.subList(0, kept)));
    }
}
