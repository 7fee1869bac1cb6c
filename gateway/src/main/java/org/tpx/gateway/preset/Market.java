package org.tpx.gateway.preset;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import org.tpx.gateway.json.LineReader;

/**
 * A market to play as a whole: its rules, its commands, and what its listings are about. Read from {@code config/demo/}.
 *
 * @param preset the rules
 * @param note the sentence that a reader sees first
 * @param commandsFile the file of commands, as part of the program
 * @param stories one for each listing
 */
public record Market(Preset preset, String note, String commandsFile, List<Story> stories) {
    private static final String DIRECTORY = "demo/";
    private static final Set<String> KEYS = Set.of("preset", "commands", "note", "listings");
    private static final Set<String> STORY_KEYS = Set.of("listing", "right", "story");

    /**
     * What one listing is about.
     *
     * @param listing its code
     * @param right the code of the right offered
     * @param story how it goes
     */
    public record Story(String listing, String right, String story) {}

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

    private static Story story(YamlObject listing) {
        listing.requireKeys(STORY_KEYS);
        return new Story(listing.text("listing"), listing.text("right"), listing.text("story"));
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
