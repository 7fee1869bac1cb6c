package org.tpx.gateway.preset;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tpx.gateway.json.LineReader;

/**
 * A market to play as a whole: its rules, its commands, and what its listings are about. Read from {@code config/demo/}.
 *
 * @param preset the rules
 * @param note the sentence that a reader sees first
 * @param commandsFile the file of commands, as part of the program
 * @param stories one for each listing, for the units offered and traded, and for each demand
 */
public record Market(Preset preset, String note, String commandsFile, List<Story> stories) {
    private static final String DIRECTORY = "demo/";
    private static final Set<String> KEYS = Set.of("preset", "commands", "note", "listings");
    private static final String RIGHT = "right";
    private static final String STORY = "story";

    /** What a story is about. */
    public enum Subject {
        /** A listing, a take-up of an offer included. */
        LISTING,
        /** An offering of units. */
        OFFERING,
        /** The trading in a series of units. */
        SERIES,
        /** A need with an award. */
        DEMAND;

        private String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What one line of the market is about.
     *
     * @param subject of which kind it is
     * @param code its code
     * @param right the code of the right offered; for units and demands, in words, what they are about
     * @param story how it goes
     */
    public record Story(Subject subject, String code, String right, String story) {}

    /** The demonstration that is part of the program. */
    public static Market demonstration() {
        YamlObject file = Source.bundled().read(DIRECTORY + "market.yaml");
        file.requireKeys(KEYS);
        return new Market(
                Preset.read(file.text("preset")),
                file.text("note"),
                DIRECTORY + file.text("commands"),
                file.objects("listings").stream().map(Market::story).toList());
    }

    private static Story story(YamlObject line) {
        Subject subject = Arrays.stream(Subject.values())
                .filter(candidate -> line.has(candidate.key()))
                .findFirst()
                .orElse(Subject.LISTING);
        line.requireKeys(Set.of(subject.key(), RIGHT, STORY));
        return new Story(subject, line.text(subject.key()), line.text(RIGHT), line.text(STORY));
    }

    /** The commands, one a line. */
    public InputStream commands() {
        return Source.bundled().stream(commandsFile);
    }

    /** The number of commands. */
    public long size() throws IOException {
        try (LineReader lines = new LineReader(commands())) {
            long size = 0;
            while (lines.next()) {
                size++;
            }
            return size;
        }
    }
}
