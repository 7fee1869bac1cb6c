package org.tpx.gateway.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tpx.gateway.json.CommandLine;
import org.tpx.gateway.json.CommandReader;
import org.tpx.gateway.json.Directory;
import org.tpx.protocol.Command;
import org.tpx.protocol.GovernanceCommand.ApproveProposal;
import org.tpx.protocol.GovernanceCommand.ProposeCalendar;
import org.tpx.protocol.GovernanceCommand.ProposeFeeSchedule;
import org.tpx.protocol.GovernanceCommand.ProposeRuleProfile;
import org.tpx.protocol.Role;
import org.tpx.protocol.SystemCommand.OpenExchange;
import org.tpx.protocol.WorkingDay;

/** A preset becomes commands, and a file with a mistake becomes a sentence. */
class PresetTest {
    private static final Path CONFIG = Path.of("..", "config");
    private static final long DAY_NANOS = 86_400_000_000_000L;
    private static final long OFFSET_NANOS = 8 * 3_600_000_000_000L;

    @TempDir
    Path directory;

    @Test
    void shouldFoundTheExchangeAndProposeAndApproveEveryRule() {
        List<Command> commands = commands(Preset.read("CN-2025"));
        assertThat(commands.get(0)).isInstanceOf(OpenExchange.class);
        assertThat(commands)
                .hasSizeGreaterThan(10)
                .hasOnlyElementsOfTypes(
                        OpenExchange.class,
                        ProposeCalendar.class,
                        ProposeRuleProfile.class,
                        ProposeFeeSchedule.class,
                        ApproveProposal.class);
        for (int i = 1; i < commands.size(); i++) {
            assertThat(commands.get(i) instanceof ApproveProposal)
                    .as("command %d", i)
                    .isEqualTo(i % 2 == 0);
        }
        assertThat(commands)
                .filteredOn(ProposeRuleProfile.class::isInstance)
                .extracting("profile")
                .contains("CN_SOE_ASSET", "FREE_MARKET_IP");
    }

    @Test
    void shouldNameTheOfficersWhoActUnderIt() {
        Preset preset = Preset.read("CN-2025");
        assertThat(preset.proposer()).isEqualTo("OPERATOR-1");
        assertThat(preset.approver()).isEqualTo("SUPERVISOR-1");
        assertThat(preset.founder(Role.CLERK)).isEqualTo("CLERK-1");
        assertThatExceptionOfType(MalformedPresetException.class)
                .isThrownBy(() -> preset.founder(Role.AGENT))
                .withMessage("presets/CN-2025.yaml: founders: has no AGENT");
    }

    @Test
    void shouldNumberItsCommandsApartFromThoseOfAFile() {
        CommandReader reader = CommandReader.timed(new Directory());
        List<CommandLine> lines =
                Preset.read("CN-2025").commands().stream().map(reader::read).toList();
        assertThat(lines)
                .extracting(CommandLine::clientId)
                .doesNotHaveDuplicates()
                .allMatch(id -> id > 1_000_000_000_000L);
        assertThat(lines)
                .extracting(CommandLine::atNanos)
                .containsOnly(Preset.read("CN-2025").atNanos());
    }

    @Test
    void shouldCountTheMakeUpDaysAndSkipTheHolidays() {
        ProposeCalendar calendar = commands(Preset.read("CN-2025")).stream()
                .filter(ProposeCalendar.class::isInstance)
                .map(ProposeCalendar.class::cast)
                .findFirst()
                .orElseThrow();
        List<LocalDate> days =
                calendar.workingDays().stream().map(PresetTest::date).toList();
        assertThat(days)
                .isSorted()
                .doesNotHaveDuplicates()
                .contains(LocalDate.parse("2025-09-28"), LocalDate.parse("2025-10-11"), LocalDate.parse("2025-12-31"))
                .doesNotContain(
                        LocalDate.parse("2025-10-01"), LocalDate.parse("2025-10-08"), LocalDate.parse("2025-06-14"));
        // Example E18 of the domain analysis: twenty working days after 22 September.
        int start = days.indexOf(LocalDate.parse("2025-09-22"));
        assertThat(days.get(start + 20)).isEqualTo(LocalDate.parse("2025-10-24"));
        assertThat(calendar.utcOffsetSeconds()).isEqualTo(28_800);
        assertThat(calendar.provisional()).isTrue();
    }

    @Test
    void shouldReadAFileOfOnesOwn() throws IOException {
        Path preset = copy();
        assertThat(commands(Preset.read(preset.toString()))).isEqualTo(commands(Preset.read("CN-2025")));
    }

    @ParameterizedTest(name = "{0}: {3}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "presets/CN-2025.yaml | exchange: TPX | exchanges: TPX | presets/CN-2025.yaml: exchanges: is no key of this file",
                "presets/CN-2025.yaml | approver: SUPERVISOR-1 | approver: SUPERVISOR-9 | presets/CN-2025.yaml: approver: SUPERVISOR-9 is none of the founders",
                "presets/CN-2025.yaml | approver: SUPERVISOR-1 | approver: CLERK-1 | presets/CN-2025.yaml: approver: CLERK-1 is CLERK, which may not do this",
                "presets/CN-2025.yaml | proposer: OPERATOR-1 | proposer: SUPERVISOR-1 | presets/CN-2025.yaml: approver: must be another person than the proposer",
                "presets/CN-2025.yaml | role: AUDITOR | role: KING | presets/CN-2025.yaml: founders[5].role: must be one of",
                "presets/CN-2025.yaml | at: 2025-01-02T08:00:00+08:00 | at: yesterday | presets/CN-2025.yaml: at: is not a time such as",
                "presets/CN-2025.yaml | profiles/CN_UNIV_STT.yaml | profiles/NONE.yaml | profiles/NONE.yaml: is missing",
                "presets/CN-2025.yaml | founders: | founders: [ | presets/CN-2025.yaml:",
                "profiles/CN_SOE_ASSET.yaml | review-days: 5 | review-days: 5.5 | profiles/CN_SOE_ASSET.yaml: review-days: must be a whole number, not 5.5",
                "profiles/CN_SOE_ASSET.yaml | review-days: 5 | review-days: 500 | profiles/CN_SOE_ASSET.yaml: review-days: must be at most 400",
                "profiles/CN_SOE_ASSET.yaml | review-days: 5 | review-day: 5 | profiles/CN_SOE_ASSET.yaml: review-day: is no field of ProposeRuleProfile",
                "profiles/CN_SOE_ASSET.yaml | life-months: 12 | resubmission-days: 10 | profiles/CN_SOE_ASSET.yaml: resubmission-days: appears twice",
                "profiles/CN_SOE_ASSET.yaml | life-months: 12 | type: ProposeCalendar | profiles/CN_SOE_ASSET.yaml: type: is no key of this file",
                "profiles/CN_SOE_ASSET.yaml | life-months: 12 | # nothing | profiles/CN_SOE_ASSET.yaml: life-months: is missing",
                "profiles/CN_SOE_ASSET.yaml | minimum-days: 5 | minimum-days: five | profiles/CN_SOE_ASSET.yaml: disclosure-tiers[0].minimum-days: must be a number",
                "calendars/CN-2025.yaml | open: \"09:00\" | open: \"18:00\" | calendars/CN-2025.yaml: close: must be after open",
                "calendars/CN-2025.yaml | \"+08:00\" | \"Peking\" | calendars/CN-2025.yaml: utc-offset: must be an offset such as +08:00",
                "calendars/CN-2025.yaml | - year: 2026 | - year: 2028 | calendars/CN-2025.yaml: years[1].year: must follow 2025",
                "calendars/CN-2025.yaml | - 2025-10-11 | - 2025-10-13 | calendars/CN-2025.yaml: years[0].make-up-working-days: 2025-10-13 is a holiday or no weekend day",
                "calendars/CN-2025.yaml | - 2025-10-11 | - 2025-10-32 | calendars/CN-2025.yaml: years[0].make-up-working-days: 2025-10-32 is no date",
                "calendars/CN-2025.yaml | 2025-10-01..2025-10-08 | 2025-10-08..2025-10-01 | calendars/CN-2025.yaml: years[0].holidays: 2025-10-08..2025-10-01 is no part of 2025",
                "fees/FEE-CS-2022.yaml | CNY 3600.00 | 3600.00 | fees/FEE-CS-2022.yaml: minimum-bidding: must be a string, not a number",
                "fees/FEE-CS-2022.yaml | version: 1 | version: 0 | fees/FEE-CS-2022.yaml: version: must lie between 1 and 1000000"
            })
    void shouldNameFileAndKeyOfAMistake(String file, String from, String to, String sentence) throws IOException {
        Path preset = copy();
        Path changed = directory.resolve("config").resolve(file);
        String text = Files.readString(changed);
        assertThat(text).contains(from);
        int at = text.indexOf(from);
        Files.writeString(changed, text.substring(0, at) + to + text.substring(at + from.length()));
        assertThatExceptionOfType(MalformedPresetException.class)
                .isThrownBy(() -> Preset.read(preset.toString()))
                .withMessageStartingWith(sentence);
    }

    @Test
    void shouldSayWhenThereIsNoSuchPreset() {
        for (String name : new String[] {"CN-1900", "../CN-2025", "", "a b"}) {
            assertThatExceptionOfType(MalformedPresetException.class)
                    .isThrownBy(() -> Preset.read(name))
                    .withMessage(name + ": there is no preset of this name");
        }
    }

    private Path copy() throws IOException {
        Path config = directory.resolve("config");
        try (Stream<Path> files = Files.walk(CONFIG)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = config.resolve(CONFIG.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        return config.resolve("presets").resolve("CN-2025.yaml");
    }

    private static List<Command> commands(Preset preset) {
        CommandReader reader = CommandReader.timed(new Directory());
        return preset.commands().stream()
                .map(reader::read)
                .map(CommandLine::command)
                .toList();
    }

    private static LocalDate date(WorkingDay day) {
        return LocalDate.ofEpochDay((day.openNanos() + OFFSET_NANOS) / DAY_NANOS);
    }
}
