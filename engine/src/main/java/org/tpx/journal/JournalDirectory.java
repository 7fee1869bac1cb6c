package org.tpx.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of a journal and its identity.
 *
 * <pre>
 *   journal.properties    format, origin and birth; written last at the first start, so that it vouches for the others
 *   journal.lock          held by the one node that writes
 *   journal.durable       the durable sequence, mapped ({@link DurableSequence})
 *   journal.watermark     sequence and chain that are surely on the disk ({@link Watermark})
 *   journal.checkpoints   signed tree heads ({@link CheckpointLog})
 *   journal.pub           the key to check them with ({@link JournalPublicKey})
 *   turns/                the records, one Chronicle file per UTC day
 *   cut/                  files as they were before a torn tail was cut off
 * </pre>
 */
public final class JournalDirectory {

    private static final Pattern CYCLE_FILE = Pattern.compile("\\d{8}F\\.cq4");
    private static final String FORMAT = "format";
    private static final String ORIGIN = "origin";
    private static final String CREATED = "created";

    private final Path path;
    private final String origin;
    private final String created;

    private JournalDirectory(Path path, String origin, String created) {
        this.path = path;
        this.origin = origin;
        this.created = created;
    }

    /**
     * Opens an existing journal directory; throws {@link JournalUnusableException} with a sentence when it is none, or one
     * of another format. Changes nothing.
     */
    public static JournalDirectory open(Path path) {
        if (!Files.isDirectory(path)) {
            throw new JournalUnusableException(path + " is not a journal directory: "
                    + (Files.exists(path) ? "it is a file." : "it does not exist."));
        }
        Path identity = path.resolve("journal.properties");
        if (!Files.isRegularFile(identity)) {
            throw new JournalUnusableException(path + " is not a TPX journal: it has no journal.properties. "
                    + "Name the journal's own directory, or a new or empty one to begin a journal.");
        }
        Map<String, String> properties = properties(identity);
        checkFormat(path, properties.getOrDefault(FORMAT, ""));
        String origin = properties.getOrDefault(ORIGIN, "");
        if (origin.isEmpty()) {
            throw new JournalUnusableException(identity + " is damaged: it names no origin.");
        }
        return new JournalDirectory(path, origin, properties.getOrDefault(CREATED, ""));
    }

    private static void checkFormat(Path path, String format) {
        if (!format.matches("\\d{1,6}")) {
            throw new JournalUnusableException(path.resolve("journal.properties") + " is damaged: its format is \""
                    + format + "\", not a number.");
        }
        int number = Integer.parseInt(format);
        if (number > TurnRecord.FORMAT_VERSION) {
            throw new JournalUnusableException("The journal " + path + " has format " + number
                    + ", newer than format " + TurnRecord.FORMAT_VERSION
                    + " that this release reads: use the release that wrote it, or a later one.");
        }
        if (number < TurnRecord.FORMAT_VERSION) {
            throw new JournalUnusableException("The journal " + path + " has format " + number
                    + ", older than format " + TurnRecord.FORMAT_VERSION
                    + " that this release reads: use the release that wrote it.");
        }
    }

    /** Whether there is nothing here yet, so that a journal may begin. */
    static boolean isVacant(Path path) {
        if (!Files.exists(path)) {
            return true;
        }
        try (Stream<Path> files = Files.list(path)) {
            // A start that was killed before it wrote the identity leaves nothing but our own empty files.
            return !Files.exists(path.resolve("journal.properties"))
                    && files.allMatch(file -> isLeftover(file.getFileName().toString()));
        } catch (NotDirectoryException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + path, e);
        }
    }

    private static boolean isLeftover(String name) {
        return List.of(
                        "journal.lock",
                        "journal.durable",
                        "journal.durable.new",
                        "journal.watermark",
                        "journal.watermark.new",
                        "journal.checkpoints",
                        "journal.checkpoints.new",
                        "journal.properties.new",
                        "turns")
                .contains(name);
    }

    /** Begins a journal in a vacant directory whose lock is held; the identity comes last and vouches for the rest. */
    static JournalDirectory create(Path path, String origin) {
        JournalDirectory directory =
                new JournalDirectory(path, origin, Instant.now().toString());
        try {
            Files.createDirectories(directory.turns());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create " + directory.turns(), e);
        }
        DurableSequence.create(directory.durable());
        Watermark.create(directory.watermark());
        DurableFiles.replace(directory.checkpoints(), new byte[0]);
        String text = "# The identity of a TPX journal. Do not edit.\n" + FORMAT + "=" + TurnRecord.FORMAT_VERSION
                + "\n" + ORIGIN + "=" + origin + "\n" + CREATED + "=" + directory.created + "\n";
        DurableFiles.replace(path.resolve("journal.properties"), text.getBytes(StandardCharsets.UTF_8));
        return directory;
    }

    private static Map<String, String> properties(Path file) {
        Map<String, String> properties = new TreeMap<>();
        new String(DurableFiles.read(file), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#") && line.contains("="))
                .forEach(line ->
                        properties.put(line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1)));
        return properties;
    }

    /** The directory itself. */
    public Path path() {
        return path;
    }

    /** The name of the log in checkpoints and certificates. */
    public String origin() {
        return origin;
    }

    /** When the journal began, as its first node's clock told, in RFC 3339. */
    public String created() {
        return created;
    }

    /** Where the records are. */
    public Path turns() {
        return path.resolve("turns");
    }

    /** The files with records, in order. */
    public List<Path> cycleFiles() {
        try (Stream<Path> files = Files.list(turns())) {
            return files.filter(file ->
                            CYCLE_FILE.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + turns(), e);
        }
    }

    Path lock() {
        return lock(path);
    }

    static Path lock(Path path) {
        return path.resolve("journal.lock");
    }

    Path durable() {
        return path.resolve("journal.durable");
    }

    Path watermark() {
        return path.resolve("journal.watermark");
    }

    /** The signed tree heads. */
    public Path checkpoints() {
        return path.resolve("journal.checkpoints");
    }

    /** The key that the checkpoints are checked with. */
    public Path publicKey() {
        return path.resolve("journal.pub");
    }

    Path cut() {
        return path.resolve("cut");
    }
}
